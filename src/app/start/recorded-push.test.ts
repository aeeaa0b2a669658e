import { expect, test } from "vitest";
import { defaults } from "../../experiments/documents/steering";
import { recordedAt } from "./recorded-push";

const push = {
  document: { ...defaults, target: "de" },
  prompt: "The",
  strengths: [0, 0.5, 1],
  examples: ["none", "half", "whole"],
};

test("the nearest strength that was recorded is shown and named; towards another language there is none", () => {
  expect(recordedAt(push, "de", 0.6)).toEqual({ text: "half", how: "Recorded at 0.5" });
  expect(recordedAt(push, "de", 0.1)).toEqual({ text: "none", how: "Recorded without a push" });
  expect(recordedAt(push, "hi", 1)).toEqual({ text: "none", how: "Recorded without a push" });
});
