import { expect, test } from "vitest";
import { labIds } from "../../experiments/experiment";
import { telling } from "./telling";

const modules = import.meta.glob<{ readonly presets: readonly { readonly id: string }[] }>("../../labs/*/presets.ts", {
  eager: true,
});

test.each(labIds)("the start page asks three questions that %s has", (lab) => {
  const known = modules[`../../labs/${lab}/presets.ts`]!.presets.map(({ id }) => id);
  expect(telling[lab].filter((id) => known.includes(id))).toHaveLength(3);
});
