import { describe, expect, it } from "vitest";
import { labIds } from "./experiment";
import { openLink, parseHash } from "./link";

interface FossilFile {
  readonly version: number;
  readonly lab: string;
  /** When the links were made, from which presets. */
  readonly made: string;
  readonly fossils: readonly { readonly from: string; readonly hash: string; readonly document: unknown }[];
}

/**
 * Links as they went out, with the experiment that each one meant. They are kept for ever: a file is never changed, a new
 * format adds a file. If one fails, a default or a schema has changed without a new version and a migration.
 */
const files = import.meta.glob<FossilFile>("./fossils/*.json", { eager: true, import: "default" });

describe.each(Object.entries(files))("old links of %s", (_file, { lab, version, fossils }) => {
  it.each(fossils.map(({ from, hash, document }) => [from, hash, document] as const))(
    "%s opens as what it meant (6)",
    async (_from, hash, document) => {
      const route = parseHash(hash);
      if (!route.ok || route.value.page !== "lab" || !route.value.link) throw new Error(`${hash} is no link`);
      expect(route.value.lab).toBe(lab);
      expect(route.value.link.version).toBe(version);
      // What the link says is kept; settings that came later stand beside it with the defaults that mean what was done before.
      expect(await openLink(route.value.lab, route.value.link)).toMatchObject({
        ok: true,
        value: { experiment: { lab, document } },
      });
    },
  );
});

it("has fossils of every lab", () => {
  expect(new Set(Object.values(files).map(({ lab }) => lab))).toEqual(new Set(labIds));
});
