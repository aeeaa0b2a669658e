import { expect, test } from "vitest";
import { labEntries } from "./labs";

const modules = import.meta.glob<{ readonly presets: readonly { readonly id: string }[] }>("../labs/*/presets.ts", {
  eager: true,
});

test.each(labEntries)("$id opens on its first preset, whose recording comes along with the code", ({ id, first }) => {
  expect(first).toBe(modules[`../labs/${id}/presets.ts`]!.presets[0]!.id);
});
