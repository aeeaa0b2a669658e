import type { LabId } from "../experiments/experiment";
import type { Lab } from "../labs/lab";

/** A document of any lab: plain JSON, checked by that lab's schema. */
export type AnyDocument = Readonly<Record<string, unknown>>;
export type AnyLab = Lab<AnyDocument, unknown>;

/** A lab before its code is here. */
export interface LabEntry {
  readonly id: LabId;
  readonly title: string;
}

export const labEntries: readonly LabEntry[] = [
  { id: "tokenizers", title: "Tokenizers" },
  { id: "codeswitching", title: "Code-switching" },
  { id: "merging", title: "Merging" },
  { id: "steering", title: "Steering" },
];

const modules = import.meta.glob<{ readonly default: AnyLab }>("../labs/*/index.ts");

/** A lab's code, fetched when the lab is first opened. */
export async function loadLab(id: LabId): Promise<AnyLab> {
  const load = modules[`../labs/${id}/index.ts`];
  if (!load) throw new Error(`The lab "${id}" is not part of this build.`);
  return (await load()).default;
}
