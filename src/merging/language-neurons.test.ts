import { expect, test } from "vitest";
import { activationEntropy, languageNeurons } from "./language-neurons";

test("entropy of (.9, .05, .05) is .394398 nats, of even shares ln 3", () => {
  expect(activationEntropy([0.9, 0.05, 0.05])).toBeCloseTo(0.394398, 6);
  expect(activationEntropy([0.2, 0.2, 0.2])).toBeCloseTo(Math.log(3), 9);
  expect(activationEntropy([0, 0])).toBe(Number.POSITIVE_INFINITY);
});

test("a neuron that one language alone activates is that language's", () => {
  const quiet = Array.from({ length: 50 }, () => 0.1);
  const loud = quiet.map((value, i) => (i === 7 ? 0.9 : i === 9 ? 0.8 : value));
  const both = quiet.map((value, i) => (i === 9 ? 0.8 : value));
  expect(languageNeurons([[loud], [both]], 0, 0.02)).toEqual([[7]]);
  expect(languageNeurons([[loud], [both]], 1, 0.02)).toEqual([[]]);
});

test("of the thirty probabilities .01 to .30 the 29th is the bar, as round(28.5) is 29: .30 alone is above it", () => {
  const [one, other] = [1, 16].map((from) => Array.from({ length: 15 }, (_, i) => (from + i) / 100));
  expect(languageNeurons([[one!], [other!]], 1, 1)).toEqual([[14]]);
});
