import { expect, test } from "vitest";
import { openLink, parseHash } from "../experiments/link";
import { hashOfSystem, systemGroups, systems } from "./systems";

interface PresetFile {
  readonly presets: readonly { readonly id: string }[];
}
const presetFiles = import.meta.glob<PresetFile>("../labs/*/presets.ts", { eager: true });

test("146 systems, each once, of the six groups", () => {
  expect(new Set(systems.map(({ id }) => id)).size).toBe(146);
  expect(systems.every(({ id }) => (id[0] ?? "") in systemGroups)).toBe(true);
});

test("papers stand with their whole titles", () => {
  expect(systems.filter(({ paper }) => /\.\.\.|…/.test(paper)).map(({ id }) => id)).toEqual([]);
});

test("what is done says what and opens; what is not says what is missing and opens nothing", () => {
  for (const { id, done, does, leaves, opens } of systems) {
    expect([id, does !== "", opens !== ""]).toEqual([id, done !== "no", done !== "no"]);
    if (done === "no") expect([id, leaves !== ""]).toEqual([id, true]);
  }
});

test("every link opens: the preset is there, the settings are ones that the lab can have", async () => {
  for (const system of systems) {
    const hash = hashOfSystem(system);
    if (hash === null) continue;
    const route = parseHash(hash);
    if (!route.ok || route.value.page !== "lab") throw new Error(`${system.id} opens nothing`);
    const { lab, preset, link } = route.value;
    const { presets } = presetFiles[`../labs/${lab}/presets.ts`]!;
    if (preset)
      expect(
        presets.some(({ id }) => id === preset),
        `${system.id}: ${lab} has no preset ${preset}`,
      ).toBe(true);
    if (link) expect(await openLink(lab, link), system.id).toMatchObject({ ok: true });
  }
});
