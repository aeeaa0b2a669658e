import { expect, test } from "vitest";
import { formsOf } from "./expression";
import type { Operation, Takes } from "./pen";

function operation(left: number, sign: Operation["sign"], right: number, takes: Takes): Operation {
  const result = sign === "+" ? left + right : sign === "-" ? left - right : left * right;
  return { left, sign, right, result, takes };
}

test("a chain loses its first operation at each form", () => {
  const chain = [operation(4, "-", 2, "neither"), operation(2, "-", 2, "left"), operation(0, "+", 8, "left")];
  expect(formsOf(chain)).toEqual(["4 - 2 - 2 + 8", "2 - 2 + 8", "0 + 8", "8"]);
});

test("what is subtracted stands in brackets where it is a sum, not where it is a product", () => {
  expect(formsOf([operation(4, "+", 3, "neither"), operation(8, "-", 7, "right")])).toEqual([
    "8 - (4 + 3)",
    "8 - 7",
    "1",
  ]);
  const purse = [operation(8, "+", 9, "neither"), operation(6, "×", 2, "neither"), operation(17, "-", 12, "both")];
  expect(formsOf(purse)).toEqual(["8 + 9 - 6 × 2", "17 - 6 × 2", "17 - 12", "5"]);
});

test("equal numbers are not taken for each other", () => {
  expect(formsOf([operation(5, "+", 3, "neither"), operation(8, "-", 8, "right")])[0]).toBe("8 - (5 + 3)");
});
