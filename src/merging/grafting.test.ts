import { expect, test } from "vitest";
import { maskOverlap, recoveredShare } from "./grafting";

test("losses 3.0, 2.2, 2.0 recover 80 %; the base none, the fine-tune all", () => {
  expect(recoveredShare(3, 2.2, 2)).toBeCloseTo(0.8, 12);
  expect([recoveredShare(3, 3, 2), recoveredShare(3, 2, 2), recoveredShare(2, 2, 2)]).toEqual([0, 1, null]);
});

test("a mask overlaps wholly with itself, by a third with one that shares one of three places", () => {
  const mask = Uint8Array.from([1, 1, 0, 0]);
  expect(maskOverlap(mask, mask)).toBe(1);
  expect(maskOverlap(mask, Uint8Array.from([0, 1, 1, 0]))).toBeCloseTo(1 / 3, 12);
});
