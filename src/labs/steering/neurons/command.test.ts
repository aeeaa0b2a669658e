import { expect, test } from "vitest";
import { defaults, type Document } from "../../../experiments/documents/steering";
import { neuronsCommand } from "./command";

function command(neurons: Partial<Document["neurons"]>, settings: Partial<Document> = {}): string | null {
  return neuronsCommand({
    ...defaults,
    prompts: "Das Haus",
    ...settings,
    neurons: { ...defaults.neurons, ...neurons },
  });
}

test("neurons that are off, and amplified", () => {
  expect(command({})).toBe(
    "python neurons.py --model polyglot-base --texts sentences.json --kept 0.05 --off de --prompt 'Das Haus' --tokens 24",
  );
  expect(command({ operation: "amplify", factor: 3, language: "hi" })).toContain("--off hi --factor 3 ");
});

test("what neurons.py does not do has no command", () => {
  expect(command({ found: "adjust" })).toBeNull();
  expect(command({ operation: "shift" })).toBeNull();
  expect(command({}, { prompts: " " })).toBeNull();
});
