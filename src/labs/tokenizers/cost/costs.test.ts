import { expect, it } from "vitest";
import { costsOf, lorenz } from "./costs";

it("a language of 2.5 times the tokens: 2.5 of the price, 8192 / 2.5 of the context, 6.25 of attention", () => {
  const tokenizer = { languages: { hi: { "parity-micro": 2.5 }, en: { "parity-micro": 1 }, zh: {} } };
  expect(costsOf(["hi", "zh", "en"], tokenizer, { price: 2, context: 8192 })).toEqual([
    { language: "en", times: 1, price: 2, context: 8192, attention: 1 },
    { language: "hi", times: 2.5, price: 5, context: 3276.8, attention: 6.25 },
    { language: "zh", times: null, price: null, context: null, attention: null },
  ]);
});

it("Lorenz of 1, 1, 2: the cheapest third has a quarter, two thirds a half", () => {
  expect(lorenz([2, 1, null, 1])).toEqual([
    { x: 0, y: 0 },
    { x: 1 / 3, y: 0.25 },
    { x: 2 / 3, y: 0.5 },
    { x: 1, y: 1 },
  ]);
});
