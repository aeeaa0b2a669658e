import { expect, test } from "vitest";
import { barPlaces } from "./bar-places";

test("bars begin at 0; an interval from below it or beyond the longest bar is cut", () => {
  const place = barPlaces([0.02, null, Number.NaN], 0.08);
  expect([0, 0.02, -0.05, 0.09].map(place)).toEqual([0, 0.25, 0, 1]);
});

test("with a value below 0 the track begins at it: from -0.4 to 1.2, 0 lies at a quarter", () => {
  const place = barPlaces([-0.4, 1.2], 1.2);
  expect(place(-0.4)).toBe(0);
  expect(place(0)).toBeCloseTo(0.25, 12);
  expect(place(1.2)).toBe(1);
});
