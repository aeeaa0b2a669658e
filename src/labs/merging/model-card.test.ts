import { expect, test } from "vitest";
import { averageRecipe } from "../../merging/layer-map";
import { modelCard } from "./model-card";
import { emptyResult, type MergingResult } from "./result";

const recipe = averageRecipe("de", "hi");
const model = { checkpoint: "", backend: "wasm", opening: 0 };

test("a card without measures tells models, formula and recipe, and nothing of measures", () => {
  const card = modelCard(recipe, emptyResult);
  expect(card).toContain("base_model:\n- de\n- hi\n");
  expect(card).toContain("merge_method: linear");
  expect(card).not.toContain("Measures");
});

test("measures stand with their intervals, the merge beside its parents: (8 + 12) / (4 + 6) = 2 bits per byte, 1 of 2 right", () => {
  const result: MergingResult = {
    ...emptyResult,
    models: [
      { role: "a", name: "de", ...model },
      { role: "merge", name: "", ...model },
    ],
    scores: (["a", "merge"] as const).map((role) => ({ role, language: "en", bits: [8, 12], bytes: [4, 6] })),
    skills: [
      {
        role: "merge",
        readings: [
          {
            measure: "arithmetic",
            language: "de",
            facet: "",
            value: 0.5,
            low: 0,
            high: 1,
            interval: "percentile",
            n: 2,
            set: "",
            numerators: [1, 0],
            denominators: 1,
          },
          {
            measure: "adherence",
            language: "de",
            facet: "",
            value: 1,
            low: null,
            high: null,
            interval: null,
            n: 1,
            set: "",
            numerators: [1, 0],
            denominators: [1, 0],
          },
        ],
      },
    ],
  };
  const card = modelCard(recipe, result);
  expect(card).toContain("| | de | the merge |");
  expect(card).toContain("| Bits per byte, en | 2.000 (2.000–2.000) | 2.000 (2.000–2.000) |");
  expect(card).toContain("| Arithmetic, de (2 items) | – | 0.50 (0.00–1.00) |");
  expect(card).toContain("| CoCo-CoLa ratio, de (2 items) | – | 1.00, n = 1 |");
  expect(card).toContain("CoCo-CoLa ratio, acc_L / (acc_L + acc_en)");
  expect(card).toContain("BCa bootstraps of tasks");
  expect(card).not.toContain("the share that is right");
});
