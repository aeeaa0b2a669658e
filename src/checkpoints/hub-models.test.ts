import { expect, test } from "vitest";
import { heldBytes, hubModels } from "./hub-models";
import { parseReference } from "./reference";

test.each(hubModels)("$reference is a reference, and its sizes agree with each other", (model) => {
  expect(parseReference(model.reference)).toMatchObject({ ok: true, value: { kind: "hub" } });
  const perParameter = model.downloadBytes / model.parameters;
  // Published in 16 bits, or in 32 with the causal masks of GPT-2 beside the weights.
  expect(Math.min(Math.abs(perParameter - 2), Math.abs(perParameter - 4.4))).toBeLessThan(0.1);
  expect(model.tableParameters).toBeLessThan(model.parameters);
  const { f32, q8, q4 } = heldBytes(model);
  expect(q4).toBeLessThan(q8);
  expect(q8).toBeLessThan(f32 / 3);
});

test("models are listed once, in order of size", () => {
  const references = hubModels.map(({ reference }) => reference);
  expect(new Set(references).size).toBe(references.length);
  const sizes = hubModels.map(({ parameters }) => parameters);
  expect(sizes.toSorted((a, b) => a - b)).toEqual(sizes);
});
