import { describe, expect, test } from "vitest";
import { seededRandom } from "../../../random";
import { rowTimes } from "../../vectors/procrustes";
import { applyHypernetwork, fitHypernetwork } from "./hypernetwork";
import { propagate, propagationModes } from "./propagation";
import { alignDonor } from "./sava";
import { rowAt, type Table } from "./tables";

const width = 4;

function drawn(rows: number, seed: number): Table {
  const random = seededRandom(seed);
  return { width, values: Float32Array.from({ length: rows * width }, () => random() - 0.5) };
}

function times(table: Table, matrix: Float32Array): Table {
  const rows = Array.from({ length: table.values.length / width }, (_, row) => [
    ...rowTimes(rowAt(table, row), matrix, width),
  ]);
  return { width, values: Float32Array.from(rows.flat()) };
}

const close = (values: Iterable<number>, digits = 4) => [...values].map((value) => expect.closeTo(value, digits));

describe("the closed-form hypernetwork", () => {
  // e_t = e_l + e_r for tokens 40 to 399, each merged of two of the first 40.
  const table = drawn(400, 1);
  const merges = new Map<number, readonly [number, number]>();
  for (let id = 40; id < 400; id++) {
    const two = [id % 40, (id * 7 + 3) % 40] as const;
    merges.set(id, two);
    for (let i = 0; i < width; i++) {
      table.values[id * width + i] = table.values[two[0] * width + i]! + table.values[two[1] * width + i]!;
    }
  }
  const network = fitHypernetwork(table, merges, 1e-10);

  test("13.1 where e_t = e_l + e_r it finds W₁ = W₂ = I and b = 0, and the held-out rows", () => {
    const unit = (i: number) => Float32Array.from({ length: width }, (_, j) => (i === j ? 1 : 0));
    const zero = new Float32Array(width);
    expect([...network.predict(zero, zero)]).toEqual(close(zero));
    for (let i = 0; i < width; i++) {
      expect([...network.predict(unit(i), zero)]).toEqual(close(unit(i)));
      expect([...network.predict(zero, unit(i))]).toEqual(close(unit(i)));
    }
    expect(network.heldOut.cosine).toBeCloseTo(1, 5);
    expect(network.heldOut.merges).toBe(36);
  });

  test("13.2 a target equal to the source gives its table exactly; new merges are predicted through new ones", () => {
    const same = new Map(Array.from({ length: 400 }, (_, id) => [id, id]));
    expect(applyHypernetwork(network, table, { shared: same, merges, otherwise: drawn(400, 2) })).toEqual(table.values);
    const shared = new Map([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
    const made = applyHypernetwork(network, table, {
      shared,
      merges: new Map([
        [3, [0, 1]],
        [4, [3, 2]],
      ]),
      otherwise: drawn(6, 2),
    });
    const sum = Array.from({ length: width }, (_, i) =>
      [0, 1, 2].reduce((total, row) => total + table.values[row * width + i]!, 0),
    );
    expect([...made.subarray(4 * width, 5 * width)]).toEqual(close(sum));
    expect(made.subarray(5 * width)).toEqual(rowAt(drawn(6, 2), 5));
  });

  test("13.2 without merges it is refused", () => {
    expect(() => fitHypernetwork(table, new Map(), 0)).toThrow(/0 merges/);
  });
});

const angle = 0.9;
const rotation = Float32Array.from(
  [
    [Math.cos(angle), Math.sin(angle), 0, 0],
    [-Math.sin(angle), Math.cos(angle), 0, 0],
    [0, 0, Math.cos(0.3), Math.sin(0.3)],
    [0, 0, -Math.sin(0.3), Math.cos(0.3)],
  ].flat(),
);

describe("SAVA", () => {
  const base = drawn(60, 4);
  const donor = times(base, rotation);
  const shared = new Map(Array.from({ length: 40 }, (_, id) => [id, id]));

  test("13.3 a donor that is the base rotated: Procrustes gives held-out cosine 1 and the base's rows", () => {
    const { values, heldOutCosine, anchors } = alignDonor(base, donor, shared, { map: "procrustes", scaled: false });
    expect(heldOutCosine).toBeCloseTo(1, 5);
    expect(anchors).toBe(36);
    expect([...values]).toEqual(close(base.values));
  });

  test("13.4 rows of shared tokens are the base's, bit for bit, with every map; scaled maps come near the rest", () => {
    for (const map of ["procrustes", "least-squares"] as const) {
      const { values, heldOutCosine } = alignDonor(base, donor, shared, { map });
      expect(values.subarray(0, 40 * width)).toEqual(base.values.subarray(0, 40 * width));
      expect(heldOutCosine).toBeGreaterThan(0.9);
    }
    expect(() => alignDonor(base, donor, new Map([[0, 0]]), { map: "procrustes" })).toThrow(/share 1 tokens/);
  });
});

describe("learned embedding propagation", () => {
  const base = drawn(50, 5);
  const matrix = Float32Array.from({ length: width * width }, (_, i) => (i % (width + 1) === 0 ? 1.5 : 0.1 * (i % 3)));
  const tuned = times(base, matrix);
  const made = { width, values: Float32Array.from([...base.values.subarray(0, 40), ...drawn(30, 6).values]) };
  const madeOfTuned = times(made, matrix);
  const shared = new Map(Array.from({ length: 10 }, (_, id) => [id, id]));

  test("13.5 where the fine-tune is the base times M, overlap and conversion both give D = M without residual", () => {
    for (const mode of ["overlap", "conversion"] as const) {
      const { values, residual, distance } = propagate(mode, { base, tuned, made, madeOfTuned }, shared);
      expect(residual).toBeCloseTo(0, 4);
      expect(distance).toBeCloseTo(
        Math.sqrt(matrix.reduce((sum, value, i) => sum + (value - (i % 5 === 0 ? 1 : 0)) ** 2, 0)),
        3,
      );
      expect([...values]).toEqual(close(madeOfTuned.values, 3));
    }
    const swapped = propagate("swap", { base, tuned, made, madeOfTuned }, shared);
    expect(swapped.values.subarray(10 * width)).toEqual(made.values.subarray(10 * width));
    expect(swapped.values.subarray(0, 10 * width)).toEqual(tuned.values.subarray(0, 10 * width));
  });

  test("13.5 without rows to fit D on, all tokens shared or none, it is left out", () => {
    const all = new Map(Array.from({ length: 50 }, (_, id) => [id, id]));
    const same = { base, tuned, made: base, madeOfTuned: tuned };
    expect(propagate("conversion", same, all)).toEqual({ values: tuned.values, residual: null, distance: null });
    expect(propagate("overlap", { base, tuned, made, madeOfTuned }, new Map())).toEqual({
      values: made.values,
      residual: null,
      distance: null,
    });
  });

  test("13.6 a fine-tune that is the base: D is the identity, all modes agree", () => {
    for (const mode of propagationModes) {
      const { values, distance } = propagate(mode, { base, tuned: base, made, madeOfTuned: made }, shared);
      expect([...values]).toEqual(close(made.values, 4));
      if (distance !== null) expect(distance).toBeCloseTo(0, 3);
    }
  });
});
