import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../random";
import { bitsPerByte, scoreOfPart } from "./bits-per-byte";
import { changedShare, changedTokens } from "./changed-tokens";
import { distinct } from "./distinct-n";
import { divergence, logSumExp } from "./divergence";
import { languageSuccess } from "./language-success";
import { estimate, measureOne } from "./measure";
import { negativeFlips } from "./negative-flips";

describe("bits per byte", () => {
  test("3 four tokens of probability 1/4 over 8 bytes: 4 x 2 bits / 8 bytes = 1", () => {
    const quarter = Math.log(1 / 4);
    const score = scoreOfPart(
      [quarter, quarter, quarter, quarter],
      [
        [0, 2],
        [2, 4],
        [4, 7],
        [7, 8],
      ],
      0,
    );
    expect(score.bits).toBeCloseTo(8, 12);
    expect(measureOne(bitsPerByte, score)).toBeCloseTo(1, 12);
  });

  test("3 a continuation counts its own bytes only: the last two tokens have 2 + 3 bits over 4 bytes", () => {
    const logs = [0.5, 0.25, 0.125].map((p) => Math.log(p));
    const spans = [
      [0, 3],
      [3, 5],
      [5, 7],
    ] as const;
    expect(scoreOfPart(logs, spans, 3)).toEqual({ bits: expect.closeTo(5, 12), bytes: 4 });
  });

  test("3 a token across the border brings its bits and the bytes behind it: 2 + 3 bits over 1 + 2 bytes", () => {
    const logs = [0.5, 0.25, 0.125].map((p) => Math.log(p));
    const spans = [
      [0, 3],
      [3, 5],
      [5, 7],
    ] as const;
    expect(scoreOfPart(logs, spans, 4)).toEqual({ bits: expect.closeTo(5, 12), bytes: 3 });
  });

  test("3 texts are weighed by bytes: (8 + 1) / (2 + 1) = 3, not (4 + 1) / 2", () => {
    const samples = [
      { bits: 8, bytes: 2 },
      { bits: 1, bytes: 1 },
    ];
    expect(estimate(bitsPerByte, samples, seededRandom(1))).toMatchObject({ value: 3, low: 1, high: 4, n: 2 });
  });
});

describe("language success", () => {
  const texts = [
    { text: "das Haus", language: "de", target: "de" },
    { text: "the house", language: "en", target: "de" },
    { text: "1234", language: null, target: "de" },
    { text: "  ", language: null, target: "de" },
  ];

  test("4, 1.1 one of three counted texts is German; the empty one is left out", () => {
    expect(estimate(languageSuccess, texts, seededRandom(1))).toMatchObject({ value: 1 / 3, n: 3 });
  });
});

describe("distinct-n", () => {
  test("5 a b a b a has the bigrams ab ba ab ba: 2 of 4", () => {
    expect(measureOne(distinct(2), ["a", "b", "a", "b", "a"])).toBe(0.5);
  });

  test("5 joined tokens are not confused: (ab, c) and (a, bc) differ", () => {
    expect(measureOne(distinct(2), ["ab", "c", "a", "bc"])).toBe(1);
  });

  test("1.1 a text shorter than n cannot be measured", () => {
    expect(measureOne(distinct(2), ["a"])).toBeNaN();
  });
});

describe("changed tokens", () => {
  test("6 the cat sat / the dog sat: only the middle changed on both sides", () => {
    const changes = changedTokens({ before: ["the", "cat", "sat"], after: ["the", "dog", "sat"] });
    expect(changes).toEqual({ before: [false, true, false], after: [false, true, false] });
  });

  test("6 an insertion moves nothing: a b c / a x b c changes one of four tokens", () => {
    expect(measureOne(changedShare, { before: ["a", "b", "c"], after: ["a", "x", "b", "c"] })).toBe(0.25);
  });

  test("6 what is left on both sides is the same, whatever the texts; equal texts have no changes", () => {
    const tokens = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 });
    fc.assert(
      fc.property(tokens, tokens, (before, after) => {
        const changes = changedTokens({ before, after });
        expect(before.filter((_, i) => !changes.before[i])).toEqual(after.filter((_, i) => !changes.after[i]));
        expect(changedTokens({ before, after: before }).after.some(Boolean)).toBe(false);
      }),
    );
  });
});

describe("negative flips", () => {
  test("7 old 1,1,0,0 and new 1,0,1,0: equal accuracy, one of four flipped to wrong", () => {
    const before = [true, true, false, false];
    const after = [true, false, true, false];
    const items = before.map((value, i) => ({ before: value, after: after[i]! }));
    expect(estimate(negativeFlips, items, seededRandom(1)).value).toBe(0.25);
  });
});

describe("divergence", () => {
  const logits = (probabilities: number[]) => probabilities.map((p) => Math.log(p));

  test("8 KL((.5, .5) || (.9, .1)) = .5 ln(.5/.9) + .5 ln(.5/.1) = .5108 nats", () => {
    expect(measureOne(divergence, { of: logits([0.5, 0.5]), from: logits([0.9, 0.1]) })).toBeCloseTo(0.5108, 4);
  });

  test("8 never negative, zero for equal logits, unmoved by a constant, finite for large logits", () => {
    const row = fc.array(fc.double({ min: -500, max: 500, noNaN: true }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(row, row, fc.double({ min: -100, max: 100, noNaN: true }), (of, from, constant) => {
        const kl = measureOne(divergence, { of, from });
        expect(kl).toBeGreaterThanOrEqual(-1e-9);
        expect(Number.isFinite(kl)).toBe(true);
        expect(measureOne(divergence, { of, from: of.map((x) => x + constant) })).toBeCloseTo(0, 9);
      }),
    );
  });

  test("8 log sum exp of 1000 and 1000 is 1000 + ln 2", () => {
    expect(logSumExp([1000, 1000])).toBeCloseTo(1000 + Math.LN2, 9);
  });
});
