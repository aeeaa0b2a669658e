import { expect, test } from "vitest";
import { showP } from "./show-fixed";

test("a p-value is never zero", () => {
  expect([0.00006, 0.001, 0.0312, 1].map(showP)).toEqual(["< 0.001", "0.001", "0.031", "1.000"]);
  expect([null, undefined].map(showP)).toEqual(["–", "–"]);
});
