import { describe, expect, test } from "vitest";
import { sentencePairs } from "../pairs";
import { judgePoints } from "../points";
import { readPair } from "../read-pair";
import { explain, type ReasonKind } from "../reasons";
import type { Side } from "../sentence";
import { unwrap } from "../../result";
import { pairOf, shipped } from "../testing";
import { theoryIds, type TheoryId } from ".";

/** Refused points as `left|right kind`, in the order of one sentence. */
function refusals(id: string, theory: TheoryId, side: Side = 0): readonly string[] {
  const pair = shipped(id);
  const words = pair.sentences[side].words;
  return judgePoints(pair, theory, side, side)
    .filter((point) => !point.legal)
    .map((point) => `${words[point.after]!.text}|${words[point.after + 1]!.text} ${point.reason.kind}`);
}

describe("constraints (SPEC 4)", () => {
  test("4.1 adjectives after the noun: no switch between an adjective and its noun, but before both", () => {
    expect(refusals("red-car", "equivalence")).toEqual(["red|car order-differs", "younger|brother order-differs"]);
    expect(refusals("red-car", "equivalence", 1)).toEqual(["coche|rojo order-differs", "hermano|menor order-differs"]);
  });

  test("4.1 the reason names the words that break the order", () => {
    const pair = shipped("red-car");
    const point = judgePoints(pair, "equivalence", 0, 0).find(({ after }) => after === 5)!;
    expect(explain(point.reason, ["English", "Spanish"])).toBe(
      "“red” stands before “car” in English, but “rojo” after “coche” in Spanish (inside NP).",
    );
  });

  test("4.1 a verb at the end: it cannot be parted from its objects by a switch", () => {
    expect(refusals("verb-last", "equivalence")).toEqual(["reads|the order-differs", "newspaper|every order-differs"]);
    expect(refusals("verb-last", "equivalence", 1)).toEqual([
      "Morgen|die order-differs",
      "Zeitung|liest order-differs",
    ]);
  });

  test("4.1 English and Hindi: everything inside the verb phrase is refused but its noun phrase", () => {
    expect(refusals("letter-in-the-garden", "equivalence")).toEqual([
      "reads|a order-differs",
      "letter|in order-differs",
      "in|the order-differs",
      "the|garden unaligned",
    ]);
  });

  test("4.2 without a tree the links that cross are named", () => {
    const pair = pairOf("the white house", "la casa blanca", "0-0 1-2 2-1");
    const [first, second] = judgePoints(pair, "linear", 0, 0);
    expect(first).toMatchObject({ legal: true, reason: { kind: "no-crossing-link" } });
    expect(second!.legal).toBe(false);
    expect(explain(second!.reason, ["English", "Spanish"])).toBe("The links white–blanca and house–casa cross.");
  });

  test("4.3 functional heads: determiner, complementiser, auxiliary; not a preposition, not a subject", () => {
    expect(refusals("verb-last", "functional-head")).toEqual([
      "that|my functional-head",
      "my|sister functional-head",
      "reads|the order-differs",
      "the|newspaper functional-head",
      "newspaper|every order-differs",
      "every|morning functional-head",
    ]);
    expect(refusals("verb-second", "functional-head")).toContain("will|visit functional-head");
    expect(refusals("verb-second", "functional-head")).not.toContain("we|will functional-head");
    expect(refusals("mango", "functional-head")).not.toContain("sister|had functional-head");
  });

  test("4.3 whatever stands between a head and its complement, no place there is free", () => {
    expect(refusals("last-train", "functional-head")).toEqual(
      expect.arrayContaining(["had|already order-differs", "already|left functional-head"]),
    );
    expect(refusals("verb-second", "functional-head", 1)).toEqual(
      expect.arrayContaining(["werden|wir order-differs", "wir|mit functional-head"]),
    );
    const rows = [
      ["She will not read", "(S (PRON She) (AUX will) (PART not) (VERB read))", ["will|not", "not|read"]],
      ["It could have been", "(S (PRON It) (AUX could) (AUX have) (AUX been))", ["could|have", "have|been"]],
      ["all the dogs", "(NP (DET all) (DET the) (NOUN dogs))", ["all|the", "the|dogs"]],
      ["Will she read", "(S (AUX Will) (PRON she) (VERB read))", ["Will|she", "she|read"]],
    ] as const;
    for (const [text, tree, refused] of rows) {
      const words = text.split(" ");
      const pair = pairOf(text, text, words.map((_, index) => `${index}-${index}`).join(" "), tree);
      const found = judgePoints(pair, "functional-head", 0, 0).filter(({ legal }) => !legal);
      expect(found.map(({ after }) => `${words[after]}|${words[after + 1]}`)).toEqual(refused);
    }
  });

  test("4.3 Hindi puts the auxiliary last, but negation and complementiser first", () => {
    const pair = unwrap(
      readPair({
        languages: ["hi", "en"],
        sentences: ["ki Ram nahin aya hai", "that Ram not come has"],
        alignment: "0-0 1-1 2-2 3-3 4-4",
        tree: { side: 0, text: "(S (SCONJ ki) (PROPN Ram) (PART nahin) (VERB aya) (AUX hai))" },
      }),
    );
    const free = judgePoints(pair, "functional-head", 0, 0).map(({ legal }) => legal);
    expect(free).toEqual([false, true, false, false]);
  });

  test("4.4 matrix language: content words and islands", () => {
    const pair = shipped("verb-second");
    const kinds = judgePoints(pair, "matrix-language", 1, 1).map(({ after, legal, reason }) => [
      pair.sentences[1].words[after]!.text,
      legal,
      reason.kind,
    ]);
    expect(kinds.slice(0, 5)).toEqual([
      ["Morgen", true, "content-word"],
      ["werden", false, "system-morpheme"],
      ["wir", true, "embedded-island"],
      ["mit", true, "embedded-island"],
      ["unseren", true, "content-word"],
    ]);
  });

  test("4.5 a clitic that stands as a word stays with its host", () => {
    const pair = pairOf("the dog 's bed", "la cama del perro", "0-0 1-3 2-2 3-1");
    const point = judgePoints(pair, "linear", 0, 0)[1]!;
    expect(point.reason).toMatchObject({ kind: "bound-morpheme", word: { text: "s" }, host: { text: "dog" } });
    const straight = pairOf("we 'll go", "vamos a ir", "0-0 1-1 2-2");
    expect(judgePoints(straight, "linear", 0, 0).map(({ legal }) => legal)).toEqual([false, true]);
    expect(judgePoints(straight, "linear", 0, 0, false).map(({ legal }) => legal)).toEqual([true, true]);
    const quoted = pairOf("the 'old' dog", "el viejo perro", "0-0 1-1 2-2");
    expect(judgePoints(quoted, "linear", 0, 0).every(({ legal }) => legal)).toBe(true);
  });

  test("4.6 every shipped pair, theory and side: n - 1 verdicts, each explained in a sentence", () => {
    const kinds = new Set<ReasonKind>();
    for (const written of sentencePairs) {
      for (const theory of theoryIds) {
        const read = readPair(written, theory);
        if (!read.ok) throw new Error(`${written.id}: ${read.problem.what}`);
        for (const side of [0, 1] as const) {
          const points = judgePoints(read.value, theory, side, side);
          expect(points).toHaveLength(read.value.sentences[side].words.length - 1);
          for (const { reason } of points) {
            kinds.add(reason.kind);
            expect(explain(reason, ["A", "B"])).toMatch(/\S.*\.$/u);
          }
        }
      }
    }
    expect(kinds).toEqual(
      new Set<ReasonKind>([
        "same-order",
        "no-crossing-link",
        "crossing-link",
        "content-word",
        "embedded-island",
        "order-differs",
        "one-unit",
        "unaligned",
        "apart",
        "functional-head",
        "system-morpheme",
      ]),
    );
  });
});
