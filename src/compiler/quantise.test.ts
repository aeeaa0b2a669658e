import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantise } from "./quantise";
import { dequantise } from "./testing/dequantise";

describe("quantise", () => {
  it("maps the value of largest magnitude to the end of the range: -8 .. 7 in 4 bits", () => {
    const row = Float32Array.from({ length: 32 }, (_, i) => (i === 3 ? -8 : i % 8));
    const { codes, scales } = quantise(row, 1, 32, 4);
    expect([...scales]).toEqual([1]);
    expect(codes[1]! >> 4).toBe(0); // column 3 is the upper half of byte 1: -8 + 8
    expect(codes[0]! & 15).toBe(8); // 0 + 8
    expect(dequantise({ codes, scales }, 1, 32, 4)).toEqual(row);
  });

  it("fills the last block of a row that is no multiple of 32 with zeros", () => {
    const { codes, scales } = quantise(Float32Array.of(2, -1), 1, 2, 8);
    expect(scales).toHaveLength(1);
    expect([...codes.subarray(2)]).toEqual(Array.from({ length: 30 }, () => 128));
  });

  it("gives a block of zeros scale 0", () => {
    expect([...quantise(new Float32Array(64), 2, 32, 4).scales]).toEqual([0, 0]);
  });

  it("errs by at most a step of its block, and 8 bits err less than 4", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 70 }),
        fc.infiniteStream(fc.float({ min: -100, max: 100, noNaN: true })),
        (rows, columns, stream) => {
          const matrix = Float32Array.from({ length: rows * columns }, () => stream.next().value as number);
          const largest = Math.max(...matrix.map(Math.abs));
          for (const [bits, levels] of [
            [4, 8],
            [8, 128],
          ] as const) {
            const restored = dequantise(quantise(matrix, rows, columns, bits), rows, columns, bits);
            for (const [i, value] of restored.entries()) {
              expect(Math.abs(value - matrix[i]!)).toBeLessThanOrEqual((1.3 * largest) / levels + 1e-9);
            }
          }
        },
      ),
    );
  });
});
