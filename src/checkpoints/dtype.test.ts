import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromFloat32, toFloat32, toHalves } from "./dtype";

const halvesOf = (...values: number[]) => [...toHalves(new Float32Array(values))];

describe("F16", () => {
  test("rounds to nearest, ties to even, and overflows to infinity", () => {
    // 1 = 0x3c00; 2^-11 above it is a tie with the next half 1 + 2^-10 and goes to the even one.
    expect(halvesOf(1, 1 + 2 ** -11, 1 + 3 * 2 ** -11)).toEqual([0x3c00, 0x3c00, 0x3c02]);
    expect(halvesOf(65504, 65519.99, 65520, Number.POSITIVE_INFINITY)).toEqual([0x7bff, 0x7bff, 0x7c00, 0x7c00]);
    expect(halvesOf(-2, -0)).toEqual([0xc000, 0x8000]);
  });

  test("keeps subnormals: 2^-24 is the smallest, half of it rounds to zero", () => {
    expect(halvesOf(2 ** -24, 2 ** -25, 1.5 * 2 ** -24, 2 ** -14 - 2 ** -24)).toEqual([1, 0, 2, 0x3ff]);
  });

  test("every finite half survives the way to f32 and back", () => {
    const all = Uint16Array.from({ length: 65536 }, (_, bits) => bits).filter((bits) => (bits & 0x7c00) !== 0x7c00);
    const values = toFloat32({ type: "F16", bytes: new Uint8Array(all.buffer) });
    expect(toHalves(values)).toEqual(all);
  });

  test("NaN stays NaN", () => {
    const bytes = fromFloat32(new Float32Array([Number.NaN]), "F16");
    expect(toFloat32({ type: "F16", bytes })[0]).toBeNaN();
  });
});

describe("BF16", () => {
  test("rounds to nearest, ties to even", () => {
    // bf16 has 7 fraction bits: 1 + 2^-8 is a tie and goes to 1, 1 + 3 * 2^-8 to 1 + 2^-6.
    const bytes = fromFloat32(new Float32Array([1 + 2 ** -8, 1 + 3 * 2 ** -8, Number.NaN]), "BF16");
    expect([...toFloat32({ type: "BF16", bytes })]).toEqual([1, 1 + 2 ** -6, Number.NaN]);
  });

  test("is within 2^-8 of the value", () => {
    fc.assert(
      fc.property(fc.float({ min: Math.fround(1e-30), max: Math.fround(1e30), noNaN: true }), (value) => {
        const back = toFloat32({ type: "BF16", bytes: fromFloat32(new Float32Array([value]), "BF16") })[0]!;
        return Math.abs(back - value) <= Math.abs(value) * 2 ** -8;
      }),
    );
  });
});

test("unaligned bytes are read as well", () => {
  const bytes = new Uint8Array([9, ...new Uint8Array(new Float32Array([3.5]).buffer)]).subarray(1);
  expect([...toFloat32({ type: "F32", bytes })]).toEqual([3.5]);
});
