import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import sentences from "../../data/parallel.json";
import type { ParallelLanguage } from "../../data/parallel-languages";
import { unwrap } from "../../result";
import { type Alignment, parsePharaoh, scoreAlignments, sortLinks } from "../alignment";
import { sentencePairs } from "../pairs";
import { splitWords } from "../words";
import { trainIbm1, type WordPair } from "./ibm1";
import { proposeAlignment } from "./propose";
import { symmetrise } from "./symmetrise";

const plain = { iterations: 20, tension: 0, nullShare: 0 };
const word = fc.constantFrom("a", "b", "c", "d");
const sentence = fc.array(word, { minLength: 1, maxLength: 5 });

describe("IBM Model 1 (SPEC 9)", () => {
  test("9.1 the textbook corpus: das Haus, das Buch, ein Buch", () => {
    const pairs: readonly WordPair[] = [
      [
        ["das", "haus"],
        ["the", "house"],
      ],
      [
        ["das", "buch"],
        ["the", "book"],
      ],
      [
        ["ein", "buch"],
        ["a", "book"],
      ],
    ];
    // t(e|f) starts at 1/4 everywhere. First iteration (Koehn 2010, figure 4.4): das: the 1/2, house 1/4, book 1/4.
    const once = trainIbm1(pairs, { ...plain, iterations: 1 });
    expect(once.translation("das", "the")).toBeCloseTo(0.5, 12);
    expect(once.translation("das", "house")).toBeCloseTo(0.25, 12);
    expect(once.translation("buch", "a")).toBeCloseTo(0.25, 12);
    // Second: the 7/11 = .6364, book and house 2/11; haus: house 4/7 = .5714.
    const twice = trainIbm1(pairs, { ...plain, iterations: 2 });
    expect(twice.translation("das", "the")).toBeCloseTo(0.6364, 4);
    expect(twice.translation("haus", "house")).toBeCloseTo(0.5714, 4);
    expect(twice.translation("ein", "a")).toBeCloseTo(0.5714, 4);
    // Of "the" in the first pair: (7/11) / (7/11 + 3/7) = 49/82 comes from das, 33/82 from haus.
    const [das, haus, none] = twice.posterior(pairs[0]!)[0]!;
    expect([das, haus, none]).toEqual([expect.closeTo(49 / 82, 12), expect.closeTo(33 / 82, 12), 0]);
    const long = trainIbm1(pairs, plain);
    expect(long.align(pairs[0]!)).toEqual([0, 1]);
    expect(long.align(pairs[2]!)).toEqual([0, 1]);
  });

  test("9.1 the log-likelihood never falls, with any prior and start", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(sentence, sentence), { minLength: 1, maxLength: 5 }),
        fc.double({ min: 0, max: 6, noNaN: true }),
        fc.double({ min: 0.01, max: 0.5, noNaN: true }),
        (pairs, tension, nullShare) => {
          const start = (a: string, b: string): number => (a === b ? 5 : 1);
          const { logLikelihoods } = trainIbm1(pairs, { iterations: 6, tension, nullShare, start });
          for (const [index, value] of logLikelihoods.slice(1).entries()) {
            expect(value).toBeGreaterThanOrEqual(logLikelihoods[index]! - 1e-9);
          }
        },
      ),
    );
  });

  test("9.2 symmetrised links lie between the intersection and the union", () => {
    const link = fc.record({ first: fc.nat(5), second: fc.nat(5) });
    fc.assert(
      fc.property(fc.array(link), fc.array(link), (forward, backward) => {
        const keys = (links: Alignment): ReadonlySet<string> => new Set(links.map((l) => `${l.first}-${l.second}`));
        const [one, two, both] = [keys(forward), keys(backward), keys(symmetrise(forward, backward))];
        for (const key of one) if (two.has(key)) expect(both.has(key)).toBe(true);
        for (const key of both) expect(one.has(key) || two.has(key)).toBe(true);
      }),
    );
  });

  test("9.3 shipped pairs, each left out in turn, with the forty parallel sentences: AER under 0.36", () => {
    const scored = sentencePairs.map((written) => {
      const { languages, alignment } = written;
      const pair = wordsOf(languages, written.sentences);
      const parallel = sentences[languages[0] as ParallelLanguage].map((first, index) =>
        wordsOf(languages, [first, sentences[languages[1] as ParallelLanguage][index]!]),
      );
      const siblings = sentencePairs
        .filter((other) => other !== written && other.languages.join() === languages.join())
        .map((other) => wordsOf(languages, other.sentences));
      const gold = unwrap(parsePharaoh(alignment, [pair[0].length, pair[1].length]));
      return { proposed: proposeAlignment(pair, [...parallel, ...siblings]), sure: gold, possible: gold };
    });
    expect(scoreAlignments(scored).aer).toBeLessThan(0.36);
  });

  const data = new URL("../../../../shared/data/", import.meta.url);
  test.skipIf(!existsSync(data))(
    "9.3 five gold English-German pairs, 300 others (skipped without ../shared/data)",
    () => {
      const lines = (name: string): readonly string[] => readFileSync(new URL(name, data), "utf8").trim().split("\n");
      const english = lines("alignment/sample_eng.txt").map((line) => line.split("\t")[1]!.split(" "));
      const german = lines("alignment/sample_deu.txt").map((line) => line.split("\t")[1]!.split(" "));
      const translated = lines("parallel/tatoeba/deu-eng.deu");
      const others = lines("parallel/tatoeba/deu-eng.eng")
        .slice(0, 300)
        .map((line, index) => wordsOf(["en", "de"], [line, translated[index]!]));
      const scored = lines("alignment/sample_eng_deu.gold").map((line, index) => {
        const entries = line.split("\t")[1]!.split(" ");
        const of = (sign: string): Alignment =>
          sortLinks(
            entries
              .filter((entry) => entry.includes(sign))
              .map((entry) => {
                const [first, second] = entry.split(sign).map(Number) as [number, number];
                return { first, second };
              }),
          );
        const proposed = proposeAlignment([english[index]!, german[index]!], others);
        return { proposed, sure: of("-"), possible: of("p") };
      });
      expect(scoreAlignments(scored).aer).toBeLessThan(0.42);
    },
  );
});

function wordsOf(languages: readonly [string, string], pair: readonly [string, string]): WordPair {
  const [first, second] = ([0, 1] as const).map((side) => splitWords(pair[side], languages[side]));
  return [first!.map(({ text }) => text), second!.map(({ text }) => text)];
}
