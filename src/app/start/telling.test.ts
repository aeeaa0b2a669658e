import { expect, test } from "vitest";
import { labIds } from "../../experiments/experiment";
import { type Telling, telling } from "./telling";

const modules = import.meta.glob<{ readonly presets: readonly Telling[] }>("../../labs/*/presets.ts", { eager: true });

test.each(labIds)("the start page asks three questions that %s has, in the lab's own words", (lab) => {
  expect(telling[lab]).toHaveLength(3);
  const { presets } = modules[`../../labs/${lab}/presets.ts`]!;
  for (const { id, question } of telling[lab])
    expect(presets.find((preset) => preset.id === id)?.question).toBe(question);
});
