import { expect, test } from "vitest";
import { showFixed, showNumber, showP, showSigned } from "./show-fixed";

test("a p-value is never zero", () => {
  expect([0.00006, 0.001, 0.0312, 1].map(showP)).toEqual(["< 0.001", "0.001", "0.031", "1.000"]);
  expect([null, undefined].map(showP)).toEqual(["–", "–"]);
});

test("thousands are set apart, digits after the point are not", () => {
  expect([999, 1000, 8192, 8_388_608, -1024.5].map((value) => showNumber(value))).toEqual([
    "999",
    "1,000",
    "8,192",
    "8,388,608",
    "−1,024.5",
  ]);
  expect([8192, 0.123_456, -12_345.678].map((value) => showFixed(value, 4))).toEqual([
    "8,192.0000",
    "0.1235",
    "−12,345.6780",
  ]);
  expect([showNumber(0.000_01), showNumber(1e21)]).toEqual(["0.00001", "1e+21"]);
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
