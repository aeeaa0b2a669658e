import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dequantise, quantise } from "./bits";
import { bitsOfGroup, packDelta, packedBytes, unpackDelta } from "./pack";

const mlp = "model.layers.0.mlp.up_proj.weight";
const exact = { beta: 1, keep: 1, bits: 32 };

function randomMatrix(rows: number, columns: number): Float32Array {
  return Float32Array.from({ length: rows * columns }, (_, i) => Math.sin(i * 7.13 + 1) + 0.3 * Math.cos(i * i));
}

describe("whole numbers of few bits", () => {
  test("1, -.5, 0 at 3 bits: steps of 1/3, so 3, -2 (or -1), 0", () => {
    const { scale, codes } = quantise([1, -0.5, 0], 3);
    expect(scale).toBeCloseTo(1 / 3, 6);
    expect(codes.length).toBe(2);
    expect([...dequantise(quantise([1, -1, 0], 2), 3)]).toEqual([1, -1, 0]);
  });

  test("the error is at most half a step, for 2 to 16 bits", () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 2, max: 16 }),
        (values, bits) => {
          const packed = quantise(values, bits);
          const back = dequantise(packed, values.length);
          for (const [i, value] of values.entries()) {
            expect(Math.abs(back[i]! - value)).toBeLessThanOrEqual(packed.scale * 0.5 * (1 + 1e-5) + 1e-30);
          }
        },
      ),
    );
  });

  test("the ladder of 8 is 8, 4, 3, 2; from 16 on there is none", () => {
    expect([0, 1, 2, 3].map((group) => bitsOfGroup(8, group))).toEqual([8, 4, 3, 2]);
    expect([0, 3].map((group) => bitsOfGroup(16, group))).toEqual([16, 16]);
  });
});

describe("packs", () => {
  test("a difference of rank 1 is exact with one direction, and small", () => {
    const [left, right] = [randomMatrix(12, 1), randomMatrix(1, 20)];
    const delta = Float32Array.from({ length: 240 }, (_, i) => left[Math.floor(i / 20)]! * right[i % 20]!);
    const packed = packDelta(delta, mlp, [12, 20], { ...exact, beta: 0.999 });
    expect(packed.kind === "low-rank" && packed.vectors.length).toBe(1);
    expect(packedBytes(packed)).toBe(4 + (12 + 20) * 4 + 8);
    for (const [i, value] of unpackDelta(packed).entries()) expect(value).toBeCloseTo(delta[i]!, 5);
  });

  test("all directions at 32 bits are the difference; fewer bits are smaller and worse", () => {
    const delta = randomMatrix(12, 16);
    const errors = [32, 8, 4].map((bits) => {
      const packed = packDelta(delta, mlp, [12, 16], { ...exact, bits });
      const back = unpackDelta(packed);
      return { bytes: packedBytes(packed), error: Math.hypot(...delta.map((value, i) => value - back[i]!)) };
    });
    expect(errors[0]!.error).toBeLessThan(1e-4);
    expect(errors[1]!.bytes).toBeLessThan(errors[0]!.bytes);
    expect(errors[2]!.bytes).toBeLessThan(errors[1]!.bytes);
    expect(errors[2]!.error).toBeGreaterThan(errors[1]!.error);
  });

  test("embeddings keep their largest values, vectors are whole", () => {
    const delta = new Float32Array([0.1, -3, 0.2, 2]);
    const packed = packDelta(delta, "model.embed_tokens.weight", [2, 2], { ...exact, keep: 0.5 });
    expect([...unpackDelta(packed)]).toEqual([0, -3, 0, 2]);
    expect(packedBytes(packed)).toBe(2 * 8);
    expect(unpackDelta(packDelta(delta, "model.norm.weight", [4], exact))).toEqual(delta);
  });
});
