import { expect, test } from "vitest";
import { showFixed, showP, showSigned } from "./show-fixed";

test("a p-value is never zero", () => {
  expect([0.00006, 0.001, 0.0312, 1].map(showP)).toEqual(["< 0.001", "0.001", "0.031", "1.000"]);
  expect([null, undefined].map(showP)).toEqual(["–", "–"]);
});

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
