import { expect, test } from "vitest";
import { showFixed, showSigned } from "./show-fixed";

test("zero as shown has no sign, nor has what was not computed", () => {
  expect([-0.5, -0.001, 0, null, Number.NaN].map((value) => showFixed(value))).toEqual([
    "−0.50",
    "0.00",
    "0.00",
    "–",
    "–",
  ]);
  expect([-0.5, -0.001, 0.001, 0.5].map((value) => showSigned(value))).toEqual(["−0.50", "0.00", "0.00", "+0.50"]);
  expect([Number.NaN, Infinity].map((value) => showSigned(value))).toEqual(["–", "–"]);
});
