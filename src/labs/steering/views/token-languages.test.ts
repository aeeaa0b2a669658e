import { expect, test } from "vitest";
import { leading, tokenLanguages } from "./token-languages";

test("a token in half of one text and a quarter of the other belongs to them two to one", () => {
  const [a, b] = tokenLanguages(
    [
      { language: "a", ids: [0, 1] },
      { language: "b", ids: [0, 2, 2, 2] },
    ],
    4,
  );
  expect(a![0]).toBeCloseTo(2 / 3, 6);
  expect(b![0]).toBeCloseTo(1 / 3, 6);
  expect([a![1], b![1], a![2], b![2], a![3], b![3]]).toEqual([1, 0, 0, 1, 0, 0]);
});

test("a language leads with more than half of what belongs to any", () => {
  expect(leading([0.1, 0.3, 0.1])).toBe(1);
  expect(leading([0.2, 0.3, 0.1])).toBeNull();
  expect(leading([0.01, 0.02, 0])).toBeNull();
});
