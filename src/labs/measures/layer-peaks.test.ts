import { expect, test } from "vitest";
import type { Reading } from "../../measures/card/reading";
import { peaks } from "./layer-peaks";

/** A layer's number with an interval of 0.1 to both sides. */
function layer(value: number | null): Reading {
  const [low, high] = value === null ? [null, null] : [value - 0.1, value + 0.1];
  const rest = { interval: null, n: 1, set: "", numerators: [], denominators: 1 as const };
  return { measure: "mexa", language: "", facet: "", value, low, high, ...rest };
}

test("the highest layers of each language, and where the intervals are too wide to tell them from the lowest", () => {
  const show = (value: number) => value.toFixed(1);
  const german = { language: "de", byLayer: [0.1, 0.5, 0.9].map(layer) };
  const hindi = { language: "hi", byLayer: [0.1, 0.2, 0.2].map(layer) };
  expect(peaks([german], show)).toBe("Highest: German after 2 (0.9).");
  expect(peaks([german, hindi], show)).toBe(
    "Highest: German after 2 (0.9), Hindi after 1 and 2 (0.2). In Hindi the intervals of the highest layer and of the lowest overlap.",
  );
  expect(peaks([hindi], show)).toContain("In every language the intervals");
  expect(peaks([{ language: "tr", byLayer: [layer(null), layer(1)] }], show)).toBe("");
});
