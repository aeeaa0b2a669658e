import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeMethods } from "./index";
import { linear } from "./linear";
import type { MergeParameters } from "./method";
import { passthrough } from "./passthrough";
import { slerp } from "./slerp";

const place = { name: "model.layers.0.mlp.up_proj.weight", shape: [1, 1] };

const f32 = (...values: number[]) => new Float32Array(values);
const weights = (values: readonly number[], normalize = true): MergeParameters => ({
  tensor: { normalize },
  sources: values.map((weight) => ({ weight })),
});
const at = (t: number): MergeParameters => ({ tensor: { t }, sources: [{}, {}] });

function expectClose(got: Float32Array, want: readonly number[], digits = 5): void {
  expect(got.length).toBe(want.length);
  for (const [i, value] of want.entries()) expect(got[i]).toBeCloseTo(value, digits);
}

const values = fc.float({ min: -100, max: 100, noNaN: true });
const pairs = fc
  .integer({ min: 1, max: 20 })
  .chain((length) => fc.tuple(...[0, 1].map(() => fc.array(values, { minLength: length, maxLength: length }))))
  .map((both) => both.map((list) => f32(...list)));

describe("the registry", () => {
  test("lists every method under its own name, with a reference, a formula and a meaning for every parameter", () => {
    for (const [name, method] of Object.entries(mergeMethods)) {
      expect(method.name).toBe(name);
      expect(method.reference.length).toBeGreaterThan(5);
      expect(method.formula).toContain("θ");
      for (const rule of Object.values(method.parameters)) expect(rule.meaning.length).toBeGreaterThan(5);
    }
  });
});

describe("linear", () => {
  test("is the weighted average: (3 * 1 + 1 * 5) / 4 = 2", () => {
    expectClose(linear.merge([f32(1, 0), f32(5, 8)], weights([3, 1]), place), [2, 2]);
  });

  test("without normalize it is the plain sum: 3 * 1 + 1 * 5 = 8; weights 1, 1, -1 make a chat vector", () => {
    expectClose(linear.merge([f32(1), f32(5)], weights([3, 1], false), place), [8]);
    // SYSTEMS M2 with lambda 0.5: continual 2 + 0.5 * (chat 3 - base 1) = 3
    expectClose(linear.merge([f32(2), f32(3), f32(1)], weights([1, 0.5, -0.5], false), place), [3]);
  });

  test("weights that sum to zero are refused, and only where they divide", () => {
    expect(linear.objectToParameters?.(weights([1, -1]))?.what).toContain("1, -1 sum to zero");
    expect(linear.objectToParameters?.(weights([0.1, 0.2, -0.3]))?.what).toContain("sum to zero");
    expect(linear.objectToParameters?.(weights([0, 0]))).toBeDefined();
    expect(linear.objectToParameters?.(weights([1, -1], false))).toBeUndefined();
  });

  test("one weight that is not zero borrows; a lone weight of 2 without normalize computes", () => {
    expect(linear.borrows(weights([0, 3]))).toBe(true);
    expect(linear.uses(weights([0, 3]))).toEqual([false, true]);
    expect(linear.borrows(weights([0, 2], false))).toBe(false);
    expect(linear.borrows(weights([1, 1]))).toBe(false);
  });

  test("an average of a tensor with itself is that tensor, whatever the weights", () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), ([a], p, q) => {
        expectClose(linear.merge([a!, a!], weights([p, q]), place), [...a!], 4);
      }),
    );
  });
});

describe("slerp", () => {
  test.each([
    // 90 degrees: sin 45 / sin 90 = .707107 of each
    [0.5, [1, 0], [0, 1], [Math.SQRT1_2, Math.SQRT1_2]],
    // sin 67.5 = .923880 of the first, sin 22.5 = .382683 of (0, 2)
    [0.25, [1, 0], [0, 2], [0.92388, 0.765367]],
    [0.5, [3, 0, 0], [0, 4, 0], [2.12132, 2.828427, 0]],
    [0.3, [1, 2, 3, 4], [4, 3, 2, 1], [2.084812, 2.49491, 2.905007, 3.315104]],
    // one line: the chord, 0.7 * (1, 2) + 0.3 * (2, 4)
    [0.3, [1, 2], [2, 4], [1.3, 2.6]],
    // sin 60 / sin 90, sin 30 / sin 90
    [1 / 3, [1, 0], [0, 1], [0.866025, 0.5]],
  ])("t = %d between %j and %j", (t, a, b, want) => {
    expectClose(slerp.merge([f32(...a), f32(...b)], at(t), place), want);
  });

  test("a zero tensor has no direction: the chord, not 0.7071 of the other", () => {
    expectClose(slerp.merge([f32(0, 0), f32(1, 1)], at(0.5), place), [0.5, 0.5]);
    expect(slerp.objectToTensors?.([f32(0, 0), f32(1, 1)], at(0.5))).toBeUndefined();
  });

  test("opposite tensors are refused inside, not at the ends", () => {
    const opposite = [f32(1, 2), f32(-2, -4)];
    expect(slerp.objectToTensors?.(opposite, at(0.5))?.what).toContain("opposite directions (cosine -1.00000)");
    expect(slerp.objectToTensors?.(opposite, at(1))).toBeUndefined();
    expect(slerp.objectToTensors?.([f32(1, 2), f32(2, 1)], at(0.5))).toBeUndefined();
  });

  test("the ends are the two tensors", () => {
    expect(slerp.borrows(at(0))).toBe(true);
    expect(slerp.uses(at(0))).toEqual([true, false]);
    expect(slerp.uses(at(1))).toEqual([false, true]);
    expect(slerp.borrows(at(0.5))).toBe(false);
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        expectClose(slerp.merge([a!, b!], at(0), place), [...a!], 3);
        expectClose(slerp.merge([a!, b!], at(1), place), [...b!], 3);
      }),
    );
  });

  test("between tensors of equal length the length stays, where the average is shorter", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (angle, t) => {
          const [a, b] = [f32(1, 0), f32(Math.cos(angle), Math.sin(angle))];
          expect(Math.hypot(...slerp.merge([a, b], at(t), place))).toBeCloseTo(1, 3);
          expect(Math.hypot(...linear.merge([a, b], weights([1, 1]), place))).toBeLessThan(1);
        },
      ),
    );
  });
});

describe("passthrough", () => {
  test("copies, or scales", () => {
    expect(passthrough.borrows({ tensor: {}, sources: [{ scale: 1 }] })).toBe(true);
    expect(passthrough.borrows({ tensor: {}, sources: [{ scale: 0.5 }] })).toBe(false);
    expectClose(passthrough.merge([f32(2, -4)], { tensor: {}, sources: [{ scale: 0.5 }] }, place), [1, -2]);
  });
});
