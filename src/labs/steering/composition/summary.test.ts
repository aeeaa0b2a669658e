import { expect, test } from "vitest";
import type { ComposedRow, CompositionResult } from "./result";
import { summaryOf } from "./summary";

const row = (places: readonly number[] | null, ...strengths: (readonly number[])[]): ComposedRow => ({
  strategy: "dynamic",
  text: "",
  language: null,
  pieces: strengths.map((one) => ({ text: "a", strengths: one })),
  bitsPerByte: places && 2,
  places,
});

test("each property has a mean strength of its own: (1 + 0.5 + 0) / 3, and 0", () => {
  const rows = [row([0.5, 1], [1, 0], [0.5, 0]), row([1, 0], [0, 0]), row(null)];
  const result = { properties: [{}, {}], texts: rows.map((one) => ({ prompt: "", rows: [one] })) };
  expect(summaryOf(result as unknown as CompositionResult, "dynamic")).toEqual({
    strategy: "dynamic",
    strengths: [0.5, 0],
    places: [0.75, 0.5],
    bitsPerByte: 2,
  });
});
