import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metrics } from ".";
import { combineCorpusCmi, corpusCmi } from "./cmi-2016";
import { spanLengths } from "./counts";
import { switchingFraction } from "./i-index";
import { mIndexOf } from "./m-index";
import type { TaggedWord } from "./metric";
import { symcom, symcomByTag } from "./symcom";

/** `univ` and `ne` (named entity) are of no language. */
function tags(text: string): readonly TaggedWord[] {
  return text.split(" ").map((tag) => ({ language: /^(?:univ|ne)$/i.test(tag) ? null : tag }));
}

function measured(text: string): Record<string, number | undefined> {
  return Object.fromEntries(metrics.map((metric) => [metric.id, metric.measure(tags(text))]));
}

describe("measures on worked rows (SPEC 7.1, 7.2)", () => {
  // Of each row: CMI, M, LE, I, spans, B population, B sample, SE, memory.
  const rows: readonly (readonly [string, number, number, number, number, string, number, number, number, number?])[] =
    [
      // 5 EN, 6 HI: 1 - 6/11; p = 5/11, 6/11; P = 3 of 10 places; spans 2 4 3 2.
      [
        "EN EN HI HI UNIV UNIV HI HI EN EN EN HI HI",
        45.454545,
        0.983607,
        0.99403,
        0.3,
        "2,4,3,2",
        -0.536675,
        -0.483509,
        1.5,
        -0.5,
      ],
      // 2 en, 4 hi: 1 - 4/6; P = 1 of 5 places.
      ["en en hi hi hi hi univ univ ne univ ne univ", 33.333333, 0.8, 0.918296, 0.2, "2,4", -0.5, -0.359246, 1],
      ["z e z e", 50, 1, 1, 1, "1,1,1,1", -1, -1, 0],
      ["z z z e", 25, 0.6, 0.811278, 0.333333, "3,1", -0.333333, -0.171573, 1],
      ["a a b b a a b b", 50, 1, 1, 0.428571, "2,2,2,2", -1, -1, 0],
      ["a b c a b c", 66.666667, 1, 1.584963, 1, "1,1,1,1,1,1", -1, -1, 0],
    ];
  test.each(rows.map((row) => [row[0], row] as const))("%s", (text, row) => {
    const [, cmi, m, entropy, i, spans, population, sample, spanEntropy, memory] = row;
    expect(spanLengths(tags(text)).join(",")).toBe(spans);
    const found = measured(text);
    expect(found["cmi"]).toBeCloseTo(cmi, 6);
    expect(found["m-index"]).toBeCloseTo(m, 6);
    expect(found["language-entropy"]).toBeCloseTo(entropy, 6);
    expect(found["i-index"]).toBeCloseTo(i, 6);
    expect(found["burstiness"]).toBeCloseTo(population, 6);
    expect(found["burstiness-sample"]).toBeCloseTo(sample, 6);
    expect(found["span-entropy"]).toBeCloseTo(spanEntropy, 6);
    if (memory === undefined) expect(found["memory"]).toBeUndefined();
    else expect(found["memory"]).toBeCloseTo(memory, 6);
  });

  test("en en hi hi hi en univ: CMI 50, M 1, I 2/5, entropy 1, spans 2 3 1", () => {
    const found = measured("en en hi hi hi en univ");
    expect(found).toMatchObject({ cmi: 50, "m-index": 1, "i-index": 0.4, "language-entropy": 1 });
    // mean 2, squares 0 + 1 + 1: population sqrt(2/3) = 0.816497, sample sqrt(2/2) = 1.
    expect(found["burstiness"]).toBeCloseTo((0.8164966 - 2) / (0.8164966 + 2), 6);
    expect(found["burstiness-sample"]).toBeCloseTo((1 - 2) / (1 + 2), 6);
  });

  test("7.3 one language", () => {
    const found = measured("en en en");
    expect(found).toMatchObject({
      cmi: 0,
      "cmi-2016": 0,
      "m-index": 0,
      "i-index": 0,
      "language-entropy": 0,
      "span-entropy": 0,
    });
    expect(found["burstiness"]).toBeUndefined();
    expect(found["memory"]).toBeUndefined();
  });

  test("no words at all", () => {
    const found = Object.fromEntries(metrics.map((metric) => [metric.id, metric.measure([])]));
    expect(found).toMatchObject({ cmi: 0, "cmi-2016": 0, "m-index": 0, "i-index": 0, "language-entropy": 0 });
  });

  test("M-index and language entropy of counts", () => {
    expect(mIndexOf([500, 500])).toBe(1);
    expect(mIndexOf([500, 1])).toBeCloseTo(0.004, 6);
    expect(mIndexOf([5, 10])).toBeCloseTo(0.8, 6);
    expect(
      metrics.find(({ id }) => id === "language-entropy")!.measure([...repeat("a", 500), ...repeat("b", 1)]),
    ).toBeCloseTo(0.0208, 4);
  });
});

describe("CMI of 2014 and 2016", () => {
  test("ten words: half and half 50, all different 90", () => {
    expect(measured("a a a a a b b b b b")["cmi"]).toBe(50);
    expect(measured("a b c d e f g h i j")["cmi"]).toBe(90);
  });

  test("AABB and ABAB: 50 both by equation 1, 37.5 and 62.5 by equation 11", () => {
    // (4 - 2 + 1) / 8 and (4 - 2 + 3) / 8
    expect(measured("a a b b")).toMatchObject({ cmi: 50, "cmi-2016": 37.5 });
    expect(measured("a b a b")).toMatchObject({ cmi: 50, "cmi-2016": 62.5 });
  });

  test.each([
    // mean C_u, share of mixed utterances, corpus index of Table 1, all in percent, printed with two decimals
    ["DU-TR", 4.11, 12.46, 14.5],
    ["EN-HI", 1.87, 22.07, 20.26],
    ["EN-ES", 4.91, 20.48, 21.97],
    ["EN-ZH", 4.19, 32.23, 31.06],
    ["EN-NE", 7.98, 49.29, 49.06],
    ["ARB-ARZ", 3.77, 15.94, 17.06],
  ])("corpus index of %s", (_, mean, mixed, corpus) => {
    expect(Math.abs(combineCorpusCmi(mean, mixed) - corpus)).toBeLessThan(0.015);
  });

  test("corpus of aabb, bbba, aa: means 37.5 and 25 and 0, two mixed of three, main language a b a", () => {
    // C_u: (4-2+1)/8 = .375, (4-3+1)/8 = .25, 0. Mean 20.8333. Changes of main language: a->b, b->a: 2/3, half of it 33.3333.
    const corpus = [tags("a a b b"), tags("b b b a"), tags("a a")];
    expect(corpusCmi(corpus)).toBeCloseTo((37.5 + 25) / 3 + 100 / 3 + (5 / 6) * (200 / 3), 9);
    // I-indices 1/3, 1/3, 0
    expect(switchingFraction(corpus)).toBeCloseTo(2 / 9, 9);
  });
});

describe("SyMCoM", () => {
  test("two nouns and a verb of one language, a noun and two verbs of the other", () => {
    const words: readonly TaggedWord[] = [
      { language: "en", tag: "NOUN" },
      { language: "en", tag: "NOUN" },
      { language: "hi", tag: "NOUN" },
      { language: "hi", tag: "VERB" },
      { language: "hi", tag: "VERB" },
      { language: "en", tag: "VERB" },
      { language: "hi", tag: "ADP" },
    ];
    // NOUN (2-1)/3, VERB (1-2)/3, ADP (0-1)/1
    expect([...symcomByTag(words)].map(([tag, { value }]) => [tag, value])).toEqual([
      ["NOUN", 1 / 3],
      ["VERB", -1 / 3],
      ["ADP", -1],
    ]);
    // (1/3 * 3 + 1/3 * 3 + 1 * 1) / 7
    expect(symcom.measure(words)).toBeCloseTo(3 / 7, 12);
    expect(symcom.measure(tags("en hi"))).toBeUndefined();
  });
});

test("any tagging: each measure is undefined or within its range", () => {
  const word = fc.record({
    language: fc.constantFrom("a", "b", "c", null),
    tag: fc.constantFrom("NOUN" as const, "VERB" as const),
  });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      for (const metric of metrics) {
        const value = metric.measure(words);
        if (value === undefined) continue;
        expect(value).toBeGreaterThanOrEqual(metric.range[0] - 1e-9);
        expect(value).toBeLessThanOrEqual(metric.range[1] + 1e-9);
      }
    }),
  );
});

function repeat(language: string, times: number): readonly TaggedWord[] {
  return Array.from({ length: times }, () => ({ language }));
}
