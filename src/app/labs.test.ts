import { expect, test } from "vitest";
import { labIds } from "../experiments/experiment";
import { firstPresets } from "./first-presets";

const modules = import.meta.glob<{ readonly presets: readonly { readonly id: string }[] }>("../labs/*/presets.ts", {
  eager: true,
});

test.each(labIds)("%s opens on its first preset, whose recording comes along with the code", (id) => {
  expect(firstPresets[id]).toBe(modules[`../labs/${id}/presets.ts`]!.presets[0]!.id);
});
