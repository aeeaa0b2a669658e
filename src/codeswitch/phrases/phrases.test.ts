import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadLexicon } from "../../data/lexicon";
import { seededRandom } from "../../random";
import { unwrap } from "../../result";
import { parseConllu, treeFromDependencies } from "../conllu";
import { inflectedReplacer } from "../dictionary/inflected";
import { generateFromGrammar } from "../generate/grammar";
import { generateFromLexicon } from "../generate/lexicon";
import { sentencePairs } from "../pairs";
import { judgePoints } from "../points";
import { readPair, readSentence } from "../read-pair";
import type { SwitchedSentence } from "../sentence";
import type { UniversalTag } from "../tags";
import { parseTree } from "../tree";
import { phrasesByLexicon } from "./from-lexicon";
import { phrasesOfTags } from "./from-tags";
import { phrasesOfTree } from "./from-tree";
import { permuted, piecesOf, reversed, textOf, unitsOf } from "./order";
import { placesOfPhrases } from "./places";
import { brokenPhrases, joined, type Span } from "./span";

const lexicon = await loadLexicon();

function textsOf(sentence: string, spans: readonly Span[], language = "en"): readonly string[] {
  const { words } = readSentence(sentence, language);
  return spans.map(([start, end]) =>
    words
      .slice(start, end)
      .map(({ text }) => text)
      .join(" "),
  );
}

function ofTree(sentence: string, tree: string, language = "en"): readonly string[] {
  return textsOf(sentence, unwrap(phrasesOfTree(unwrap(parseTree(tree)), readSentence(sentence, language))), language);
}

describe("phrases (SPEC 17)", () => {
  test("17.1 of a tree: the largest constituents without a verb and with one noun", () => {
    const [pair] = sentencePairs.filter(({ id }) => id === "red-car");
    expect(ofTree(pair!.sentences[0], pair!.tree.text)).toEqual(["the old red car", "for her younger brother"]);
    expect(
      ofTree(
        "We slept in a small hotel near the river",
        "(S (NP (PRON We)) (VP (VERB slept) (PP (ADP in) (NP (NP (DET a) (ADJ small) (NOUN hotel)) (PP (ADP near) (NP (DET the) (NOUN river)))))))",
      ),
    ).toEqual(["a small hotel", "near the river"]);
  });

  test("17.1 of dependencies: the words of a flat phrase that belong to no smaller one", () => {
    // hotel has near-the-river below it: its own words, a small hotel, are neighbours and one phrase.
    const rows = ["1 in ADP 4", "2 a DET 4", "3 small ADJ 4", "4 hotel NOUN 0", "5 near ADP 7", "6 the DET 7"];
    const conllu = [...rows, "7 river NOUN 4"].map((row) => {
      const [id, form, upos, head] = row.split(" ");
      return [id, form, "_", upos, "_", "_", head, "dep", "_", "_"].join("\t");
    });
    const tree = treeFromDependencies(unwrap(parseConllu(conllu.join("\n")))[0]!);
    const text = "in a small hotel near the river";
    expect(textsOf(text, unwrap(phrasesOfTree(tree, readSentence(text, "en"))))).toEqual([
      "in a small hotel",
      "near the river",
    ]);
  });

  test("17.2 of parts of speech: what stands around a noun, by language", () => {
    const tags = (text: string) => text.split(" ") as UniversalTag[];
    expect(phrasesOfTags(tags("DET ADJ NOUN VERB ADP DET NOUN"), "en")).toEqual([
      [0, 3],
      [4, 7],
    ]);
    expect(phrasesOfTags(tags("DET NOUN ADV ADJ VERB"), "es")).toEqual([[0, 4]]);
    expect(phrasesOfTags(tags("ADJ NOUN ADP PRON VERB"), "hi")).toEqual([[0, 3]]);
    expect(phrasesOfTags(tags("PRON VERB NOUN"), "en")).toEqual([]);
    // The train station, but the farmer (went) to the river's bank; a name of two words is one everywhere.
    expect(phrasesOfTags(tags("NOUN NOUN VERB"), "en")).toEqual([[0, 2]]);
    expect(phrasesOfTags(tags("NOUN NOUN ADP VERB"), "hi")).toEqual([[1, 3]]);
    expect(phrasesOfTags(tags("PROPN PROPN VERB"), "tr")).toEqual([[0, 2]]);
  });

  test("17.2 by the lexicon, with names of several words, in each stretch of one language", () => {
    const words = [
      ...["the", "old", "dog", "visits"].map((text) => ({ text, language: "en" })),
      ...["New", "Zealand"].map((text) => ({ text, language: "en" })),
      ...["el", "perro"].map((text) => ({ text, language: "es" })),
    ];
    expect(phrasesByLexicon(words, lexicon)).toEqual([
      [0, 3],
      [4, 6],
      [6, 8],
    ]);
    expect(
      joined([
        [3, 5],
        [0, 2],
        [4, 7],
      ]),
    ).toEqual([
      [0, 2],
      [3, 7],
    ]);
  });

  test("17.3 whole phrases only: no sentence of any shipped pair breaks one, and every place inside is refused as such", () => {
    for (const pair of sentencePairs) {
      const tree = unwrap(parseTree(pair.tree.text));
      const side = pair.tree.side;
      const spans = unwrap(phrasesOfTree(tree, readSentence(pair.sentences[side], pair.languages[side])));
      for (const theory of ["equivalence", "matrix-language", "linear"] as const) {
        const held = unwrap(readPair(pair, theory, { side, spans }));
        const request = { theory, matrix: side, target: { measure: "cmi", value: 30 }, count: 5, seed: 1 } as const;
        for (const sentence of unwrap(generateFromGrammar(held, request)).sentences) {
          expect(brokenPhrases(placesOfPhrases(held, { side, spans }, sentence), languagesOf(sentence))).toBe(0);
        }
        const inside = spans.flatMap(([start, end]) => Array.from({ length: end - start - 1 }, (_, at) => start + at));
        const judged = judgePoints(held, theory, side, side);
        expect(inside.map((after) => judged[after]!.reason.kind)).toEqual(inside.map(() => "one-phrase"));
      }
    }
  });

  test("17.3 word by word, some sentence of the first pair breaks a phrase", () => {
    const [pair] = sentencePairs;
    const side = pair!.tree.side;
    const spans = unwrap(phrasesOfTree(unwrap(parseTree(pair!.tree.text)), readSentence(pair!.sentences[side], "en")));
    const free = unwrap(readPair(pair!));
    const request = { matrix: side, target: { measure: "switching", value: 0.6 }, count: 20, seed: 1 } as const;
    const { sentences } = unwrap(generateFromGrammar(free, { theory: "equivalence", ...request }));
    const broken = sentences.map((one) => brokenPhrases(placesOfPhrases(free, { side, spans }, one), languagesOf(one)));
    expect(Math.max(...broken)).toBeGreaterThan(0);
  });

  test("17.3 the lexicon replaces a phrase where it has all its words, else nothing of it", () => {
    const sentence = readSentence("The old dog sees a qwxz house.", "en");
    const replacers = [inflectedReplacer(lexicon, "en", "es")];
    const spans: readonly Span[] = [
      [0, 3],
      [4, 7],
    ];
    const at = (ratio: number, seed: number) =>
      unwrap(generateFromLexicon(sentence, replacers, { ratio, seed, phrases: spans }));
    // Four candidates: the old dog, sees. Half of four are two: only the verb is small enough, or nothing beside the phrase.
    expect(at(1, 1).candidates).toBe(4);
    expect(at(1, 1).sentence.text).toBe("El perro viejo ve a qwxz house.");
    expect(at(0, 1).sentence.text).toBe(sentence.text);
    for (let seed = 0; seed < 8; seed += 1) expect(at(0.5, seed).sentence.text).toBe("The old dog ve a qwxz house.");
    const phraseOnly = { ratio: 1, seed: 1, phrases: [[0, 7] as const] };
    const none = generateFromLexicon(sentence, replacers, phraseOnly);
    expect(none.ok ? "" : none.problem.what).toContain("phrases are kept whole");
  });
});

describe("units in other orders (SPEC 17.4)", () => {
  const sentence = readSentence("“Yesterday”, Ana bought the old red car for her younger brother.", "en");
  const written = sentence.words.map(({ text, before, after }) => ({ text, written: before + text + after }));
  const pieces = piecesOf(written, [
    [3, 4, 5, 6],
    [7, 8, 9, 10],
  ]);

  test("units are phrases and the words outside them; joined, the pieces are the text", () => {
    expect(unitsOf(pieces).map(({ text }) => text)).toEqual([
      "Yesterday",
      "Ana",
      "bought",
      "the old red car",
      "for her younger brother",
    ]);
    expect(textOf(pieces)).toBe(sentence.text);
  });

  test("reversed keeps each unit as it reads and signs in their places", () => {
    expect(textOf(reversed(pieces))).toBe("“for her younger brother”, the old red car bought Ana Yesterday.");
  });

  test("any text and phrases: a permutation keeps the multiset of units, reversing twice restores the text", () => {
    const word = fc.stringMatching(/^[a-zäş]{1,6}$/);
    const phrase = fc.tuple(fc.nat(9), fc.nat(9));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 10 }), phrase, fc.integer(), (texts, ends, seed) => {
        const words = texts.map((text, at) => ({
          text,
          written: `${at === 2 ? "(" : ""}${text}${at === 4 ? ", " : " "}`,
        }));
        const [from, to] = [Math.min(...ends), Math.min(Math.max(...ends), texts.length - 1)];
        const places = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
        const cut = piecesOf(words, places.length < 2 ? [] : [places]);
        const units = (of: typeof cut) => unitsOf(of).map(({ text }) => text);
        expect(textOf(cut)).toBe(words.map(({ written }) => written).join(""));
        expect(units(permuted(cut, seededRandom(seed))).toSorted()).toEqual(units(cut).toSorted());
        expect(textOf(reversed(reversed(cut)))).toBe(textOf(cut));
        expect(units(reversed(cut))).toEqual(units(cut).toReversed());
      }),
      { numRuns: 200 },
    );
  });
});

function languagesOf({ words }: SwitchedSentence) {
  return words.map(({ language }) => language);
}
