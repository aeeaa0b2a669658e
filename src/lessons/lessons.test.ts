import { safeParse } from "valibot";
import { describe, expect, test } from "vitest";
import { documentModule } from "../experiments/documents";
import { lessons } from ".";

interface PresetFile {
  readonly presets: readonly { readonly id: string; readonly settings: object }[];
}
const presetFiles = import.meta.glob<PresetFile>("../labs/*/presets.ts", { eager: true });

test("there are six lessons with names of their own", () => {
  expect(new Set(lessons.map(({ id }) => id)).size).toBe(6);
});

test("what was found is tested against the recordings beside every lesson", () => {
  const tested = Object.keys(import.meta.glob("./*.test.ts"));
  expect(tested).toEqual(expect.arrayContaining(lessons.map(({ id }) => `./${id}.test.ts`)));
});

describe.each(lessons.map((entry) => [entry.id, entry] as const))("%s", (id, entry) => {
  test("has three to five steps, each on a preset that is there, with settings that its lab can have", async () => {
    const { lesson } = await entry.load();
    expect(lesson.id).toBe(id);
    expect(lesson.steps.length).toBeGreaterThanOrEqual(3);
    expect(lesson.steps.length).toBeLessThanOrEqual(5);
    for (const { lab, preset: presetId, settings, choices, title } of lesson.steps) {
      const preset = presetFiles[`../labs/${lab}/presets.ts`]!.presets.find((candidate) => candidate.id === presetId);
      expect(preset, `${title}: ${lab} has no preset ${presetId}`).toBeDefined();
      const { schema, defaults } = await documentModule(lab);
      expect(safeParse(schema, { ...(defaults as object), ...preset!.settings, ...settings }).success, title).toBe(
        true,
      );
      expect(choices.length).toBeGreaterThanOrEqual(2);
    }
  });
});
