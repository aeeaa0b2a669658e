import { expect, test } from "vitest";
import { headBias } from "../head/head-vectors";
import { editNeurons } from "./edit-neurons";
import { risingNeurons } from "./rising";
import { greatest, normed, valueVector } from "./value-vectors";

/** W_down [D = 2, F = 3]. */
const down = Float32Array.of(1, 3, 5, 2, 4, 6);
/** W_U [V = 3, D = 2]. */
const head = Float32Array.of(1, 0, 0, 2, 1, 1);

test("14.1 column 1 of ((1 3 5), (2 4 6)) is (3, 4); stored the other way round it is a row", () => {
  expect([...valueVector(down, 2, 1)]).toEqual([3, 4]);
  expect([...valueVector(Float32Array.of(1, 2, 3, 4, 5, 6), 2, 1, true)]).toEqual([3, 4]);
});

test("14.2 its projection is W_U W_down[:, n]: (1 0), (0 2), (1 1) times (3, 4) = 3, 8, 7", () => {
  const logits = headBias(head, valueVector(down, 2, 1));
  expect([...logits]).toEqual([3, 8, 7]);
  expect(greatest(logits, 2)).toEqual([1, 2]);
  expect(greatest(Float32Array.of(1, 1, 0), 2)).toEqual([0, 1]);
});

test("14.3 the root of the mean square of (3, 4) is sqrt(12.5) = 3.5355: (.8485, 1.1314) times the gain (1, 2); less its mean ±1", () => {
  const x = Float32Array.of(3, 4);
  const gain = Float32Array.of(1, 2);
  const rms = normed(x, { kind: "rms", epsilon: 0, gain });
  expect(rms[0]).toBeCloseTo(0.848528, 5);
  expect(rms[1]).toBeCloseTo(2.262742, 5);
  const layer = normed(x, { kind: "layer", epsilon: 0, gain, bias: Float32Array.of(0.5, 0) });
  expect([...layer]).toEqual([-0.5, 2]);
});

test("14.4 a gain of 1 leaves every neuron as it is, a gain of 4 multiplies the chosen one", () => {
  expect(editNeurons([1], 3, { kind: "scale", factor: 1 })).toEqual([
    { kind: "neurons", layer: 0, gain: Float32Array.of(1, 1, 1), bias: new Float32Array(3) },
  ]);
  expect(editNeurons([1], 3, { kind: "scale", factor: 4 })[0]).toMatchObject({ gain: Float32Array.of(1, 4, 1) });
});

test("14.5 from (0, 0) to (1, 3) the variances are 0 and 2: d' = 2 / sqrt(1) = 2; what falls and what is constant is left out", () => {
  const texts = (...rows: readonly (readonly number[])[]) => rows.map((row) => Float32Array.from(row));
  expect(risingNeurons(texts([0, 5, 1, 0], [0, 5, 1, 1]), texts([1, 5, 0, 1], [3, 5, -1, 0]), 9)).toEqual([
    { neuron: 0, dPrime: 2 },
  ]);
});
