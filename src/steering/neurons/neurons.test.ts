import { describe, expect, test } from "vitest";
import { seededRandom } from "../../random";
import { unwrap } from "../../result";
import { editNeurons } from "./edit-neurons";
import { activationEntropy, byLayer, jaccard, languageNeurons, randomNeurons } from "./lape";

describe("activation-probability entropy", () => {
  test("9.1 of (.9, .05, .05): -.9 ln .9 - 2 x .05 ln .05 = .0948 + .2996 = .3944 nats", () => {
    expect(activationEntropy([0.9, 0.05, 0.05])).toBeCloseTo(0.394398, 5);
  });

  test("9.1 of three equal shares ln 3 = 1.0986, of one active language 0, of none not a number", () => {
    expect(activationEntropy([0.4, 0.4, 0.4])).toBeCloseTo(1.098612, 5);
    expect(activationEntropy([0.7, 0, 0])).toBe(0);
    expect(activationEntropy([0, 0])).toBeNaN();
  });
});

/** 40 neurons: 3 is German's, 7 is Hindi's, 9 is everyone's, the rest are rarely active. */
const shares = ["en", "de", "hi"].map((language) => {
  const row = new Float32Array(40).fill(0.1);
  row[9] = 0.9;
  if (language === "de") row[3] = 0.8;
  if (language === "hi") row[7] = 0.7;
  return row;
});

describe("language neurons", () => {
  test("9.2 two of forty (5 %): of the five shares above .1 the lowest entropies are of 3 and 7; a third is 9, everyone's", () => {
    const { sets, bar } = unwrap(languageNeurons(shares, 0.05));
    expect(bar).toBeCloseTo(0.1, 6);
    expect(sets).toEqual([[], [3], [7]]);
    expect(unwrap(languageNeurons(shares, 0.075)).sets).toEqual([[9], [3, 9], [7, 9]]);
  });

  test("9.2 of sixty shares the 57th is the bar, .9: at it is not above it", () => {
    const { sets, bar } = unwrap(
      languageNeurons(
        shares.map((row) => row.slice(0, 20)),
        0.5,
      ),
    );
    expect(bar).toBeCloseTo(0.9, 6);
    expect(sets).toEqual([[], [], []]);
  });

  test("8 one language alone is refused", () => {
    expect(languageNeurons(shares.slice(0, 1), 0.01)).toMatchObject({ ok: false, problem: { code: "input-invalid" } });
  });

  test("9.3 overlap of {1, 2, 3} and {3, 4} is 1/4, of a set with itself 1", () => {
    expect(jaccard([1, 2, 3], [3, 4])).toBe(0.25);
    expect(jaccard([1, 2], [1, 2])).toBe(1);
    expect(jaccard([], [])).toBe(1);
  });

  test("9.4 the control has as many in every layer, and none of the set", () => {
    const set = [0, 1, 9, 12, 13];
    const control = randomNeurons(set, 2, 10, seededRandom(5));
    expect(byLayer(control, 2, 10)).toEqual([3, 2]);
    expect(jaccard(control, set)).toBe(0);
    expect(randomNeurons(set, 2, 10, seededRandom(5))).toEqual(control);
  });
});

describe("editing neurons", () => {
  test("9.5 off is gain 0, set is gain 0 with the mean as bias; other neurons and layers are left alone", () => {
    expect(editNeurons([1, 5], 4, { kind: "scale", factor: 0 })).toEqual([
      { kind: "neurons", layer: 0, gain: Float32Array.of(1, 0, 1, 1), bias: new Float32Array(4) },
      { kind: "neurons", layer: 1, gain: Float32Array.of(1, 0, 1, 1), bias: new Float32Array(4) },
    ]);
    expect(editNeurons([2], 4, { kind: "set", values: Float32Array.of(9, 9, 0.5, 9) })).toEqual([
      { kind: "neurons", layer: 0, gain: Float32Array.of(1, 1, 0, 1), bias: Float32Array.of(0, 0, 0.5, 0) },
    ]);
  });

  test("9.5 no neurons are no intervention", () => {
    expect(editNeurons([], 4, { kind: "scale", factor: 0 })).toEqual([]);
  });
});
