import { describe, expect, test } from "vitest";
import golden from "../golden/text.golden.json";
import { bleu, tokens13a } from "./bleu";
import { chrf, corpusChrf } from "./chrf";
import { mtld } from "./mtld";
import { rougeL } from "./rouge-l";
import { selfSimilarities } from "./self-similarity";

const pairs = golden.pairs.map(({ text, reference }) => [text, reference] as const);

describe("chrF and BLEU", () => {
  test.each(golden.pairs)("10.1 “$text” scores as in sacrebleu", ({ text, reference, ...expected }) => {
    expect(chrf(text, reference)).toBeCloseTo(expected.chrf, 8);
    expect(chrf(text, reference, { words: 2 })).toBeCloseTo(expected.chrfpp, 8);
    expect(bleu([[text, reference]], { effective: true })).toBeCloseTo(expected.bleu, 8);
  });

  test("10.1 so does the corpus", () => {
    expect(corpusChrf(pairs)).toBeCloseTo(golden.corpus.chrf, 8);
    expect(corpusChrf(pairs, { words: 2 })).toBeCloseTo(golden.corpus.chrfpp, 8);
    expect(bleu(pairs)).toBeCloseTo(golden.corpus.bleu, 8);
  });

  test.each(golden.tokens)("10.1 the tokens of “$text” are sacrebleu's", ({ text, tokens }) =>
    expect(tokens13a(text)).toEqual(tokens),
  );

  test("10.1 the card's numbers: 55.77, 38.89, 53.73", () => {
    expect(chrf("the cat", "the cat sat")).toBeCloseTo(55.77, 2);
    expect(chrf("abc", "abd")).toBeCloseTo(38.89, 2);
    expect(bleu([["the cat sat on the mat", "the cat sat on a mat"]])).toBeCloseTo(53.73, 2);
  });

  test("10.2 nothing against nothing is 0, not NaN; an empty corpus too", () => {
    expect([chrf("", ""), bleu([["", ""]]), bleu([]), corpusChrf([])]).toEqual([0, 0, 0, 0]);
  });
});

describe("ROUGE-L", () => {
  test("10.3 “police killed the gunman” / “police kill the gunman” (Lin 2004): 3 of 4 words each way, F1 = 0.75", () =>
    expect(rougeL("police killed the gunman".split(" "), "police kill the gunman".split(" "))).toBe(0.75));
  test("10.3 an empty side scores 0", () => expect(rougeL([], ["a"])).toBe(0));
});

describe("diversity", () => {
  test("10.4 MTLD of a a b b c c d: at “a a” the share is 1/2, so stretches of two; by hand forwards 3 factors and d", () => {
    // Forwards: aa | bb | cc | d, 3 whole stretches and a remainder at share 1, which counts 0: 7 / 3. Backwards: d, c, c
    // fall to 2/3 <= .72, so dcc | bb | aa: 3 stretches as well. Mean 7 / 3.
    expect(mtld(["a", "a", "b", "b", "c", "c", "d"])).toBeCloseTo(7 / 3, 12);
  });

  test("10.4 a remainder counts by how far it has fallen: a b c a has share 3/4 at the end, (1 - .75) / (1 - .72)", () => {
    expect(mtld(["a", "b", "c", "a"])).toBeCloseTo(4 / (0.25 / 0.28), 12);
  });

  test("10.4 not defined where no word repeats, and for no words", () => {
    expect(mtld(["a", "b", "c"])).toBeNull();
    expect(mtld([])).toBeNull();
  });

  test("10.5 a model that always writes the same has self-similarity 100; one text has none", () => {
    for (const value of selfSimilarities(["one day", "one day"])) expect(value).toBeCloseTo(100, 9);
    expect(selfSimilarities(["one day"])).toEqual([null]);
  });

  test("10.5 empty texts are left out: of two that are equal and two empty, 100 each and none", () => {
    const [first, nothing, second, space] = selfSimilarities(["one day", "", "one day", " \n"]);
    expect([first, second]).toEqual([expect.closeTo(100, 9), expect.closeTo(100, 9)]);
    expect([nothing, space]).toEqual([null, null]);
    expect(selfSimilarities(["", "", "one day"])).toEqual([null, null, null]);
  });
});
