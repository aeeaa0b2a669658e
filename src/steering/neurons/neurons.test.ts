import { describe, expect, test } from "vitest";
import { seededRandom } from "../../random";
import { unwrap } from "../../result";
import { adjusted, adjustNeurons, forgettingNeurons, logDensity } from "./adjust";
import { editNeurons } from "./edit-neurons";
import { activationEntropy, byLayer, jaccard, languageNeurons, randomNeurons } from "./lape";
import { isInside, keyCube } from "./key-space";
import { otherNeurons, specialisedNeurons } from "./specialisation";

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

  test("9.2 of sixty shares the 57th is the bar, .8: German's neuron 3 is at it, not above it; 9 is above it everywhere", () => {
    const { sets, bar } = unwrap(
      languageNeurons(
        shares.map((row) => row.slice(0, 20)),
        0.5,
      ),
    );
    expect(bar).toBeCloseTo(0.8, 6);
    expect(sets).toEqual([[9], [9], [9]]);
  });

  test("9.2 of the twenty shares .01 to .20 the 19th is the bar, .19: one neuron is above it", () => {
    const twenty = [1, 11].map((from) => Float32Array.from({ length: 10 }, (_, i) => (from + i) / 100));
    const { sets, bar } = unwrap(languageNeurons(twenty, 1));
    expect(bar).toBeCloseTo(0.19, 6);
    expect(sets).toEqual([[], [9]]);
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

  test("9.5 added is gain 1 with the value as bias; to add 0 is to change nothing", () => {
    const added = (value: number) => editNeurons([2], 4, { kind: "add", values: Float32Array.of(9, 9, value, 9) });
    expect(added(0.5)).toEqual([
      { kind: "neurons", layer: 0, gain: Float32Array.of(1, 1, 1, 1), bias: Float32Array.of(0, 0, 0.5, 0) },
    ]);
    expect(added(0)).toMatchObject([{ gain: Float32Array.of(1, 1, 1, 1), bias: new Float32Array(4) }]);
  });

  test("9.5 no neurons are no intervention", () => {
    expect(editNeurons([], 4, { kind: "scale", factor: 0 })).toEqual([]);
  });
});

describe("specialised neurons", () => {
  test("9.6 counts (5, 3, 1, 1): 0.8 of 10 is held by the first two, all of it by all that are ever active", () => {
    expect(specialisedNeurons([5, 3, 1, 1], 4, 0.8)).toEqual([0, 1]);
    expect(specialisedNeurons([5, 3, 1, 1], 4, 1)).toEqual([0, 1, 2, 3]);
    expect(specialisedNeurons([5, 0, 1, 1], 4, 1)).toEqual([0, 2, 3]);
  });

  test("9.6 each layer by itself; the others are the rest", () => {
    const set = specialisedNeurons([1, 9, 0, 2, 2, 6], 3, 0.6);
    expect(set).toEqual([1, 5]);
    expect(otherNeurons(set, 6)).toEqual([0, 2, 3, 4]);
  });
});

describe("neuron adjust", () => {
  const [forget, retain] = [
    { mean: 2, deviation: 1 },
    { mean: 0, deviation: 0.5 },
  ];

  test("9.7 x = 3 is likelier under N(2, 1) than under N(0, 0.5) and becomes 0 - 0.5 (3 - 2) / 1 = -0.5; x = 0 stays", () => {
    expect(logDensity(3, forget)).toBeCloseTo(-0.5 - 0.9189, 4);
    expect(adjusted(3, forget, retain)).toBeCloseTo(-0.5, 12);
    expect(adjusted(0, forget, retain)).toBe(0);
  });

  test("9.7 as an intervention it does the same: x = 3 becomes -0.5, x = 0 stays, and so does a neuron that is not chosen", () => {
    const [gates] = adjustNeurons(
      [5],
      4,
      () => forget,
      () => retain,
    );
    expect(gates!.layer).toBe(1);
    const { ratio, slope, offset } = gates!;
    const made = (x: number, at: number) => {
      const [a, b, c] = ratio.map((term) => term[at]!);
      return a! * x * x + b! * x + c! > 0 ? slope[at]! * x + offset[at]! : x;
    };
    for (const x of [-3, -1, 0, 0.5, 0.9, 1, 3]) expect(made(x, 1)).toBeCloseTo(adjusted(x, forget, retain), 6);
    expect(made(3, 2)).toBe(3);
    expect(
      adjustNeurons(
        [],
        4,
        () => forget,
        () => retain,
      ),
    ).toEqual([]);
  });

  test("9.7 chosen are those whose mean rises most; none of none", () => {
    const [german, others] = [Float32Array.of(1, 5, 2, 0), Float32Array.of(0, 1, 3, -3)]; // rises 1, 4, -1, 3
    expect(forgettingNeurons(german, others, 0.5)).toEqual([1, 3]);
    expect(forgettingNeurons(german, others, 0)).toEqual([]);
  });
});

describe("key space", () => {
  const keys = [Float32Array.of(0, 5), Float32Array.of(2, 5), Float32Array.of(4, 5)];

  test("9.8 the unscaled cube holds every point it was made from, and no further", () => {
    const cube = keyCube(keys);
    expect(keys.every((key) => isInside(cube, key))).toBe(true);
    expect(Array.from(cube.halfWidths)).toEqual([2, 0]); // mean 2, sd sqrt(8 / 3), k = 2 / sd
    expect(isInside(cube, Float32Array.of(4.1, 5))).toBe(false);
    expect(isInside(cube, Float32Array.of(2, 5.1))).toBe(false);
  });

  test("9.8 twice as wide it holds 5.9 and not 6.1", () => {
    const cube = keyCube(keys, 2);
    expect(isInside(cube, Float32Array.of(5.9, 5))).toBe(true);
    expect(isInside(cube, Float32Array.of(6.1, 5))).toBe(false);
  });
});
