import { expect, test } from "vitest";
import { parseNumber } from "./parse-number";

test("commas separate thousands where the range has them, else they are decimal signs", () => {
  expect(parseNumber("1,000", 8192)).toBe(1000);
  expect(parseNumber("131,072", 131_072)).toBe(131_072);
  expect(parseNumber("−1,234,567.5", 1e7)).toBe(-1_234_567.5);
  expect(parseNumber("1,000", 2)).toBe(1);
  expect(parseNumber("0,125", 8192)).toBe(0.125);
  expect(parseNumber(" 1,5 ", 8192)).toBe(1.5);
});

test("what is no number is null", () => {
  for (const text of ["", "one", "1,2,3", "1,000,00"]) expect(parseNumber(text, 8192)).toBeNull();
});
