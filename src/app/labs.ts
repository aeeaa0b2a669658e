import type { LabId } from "../experiments/experiment";
import type { Lab } from "../labs/lab";

/** A document of any lab: plain JSON, checked by that lab's schema. */
export type AnyDocument = Readonly<Record<string, unknown>>;
export type AnyLab = Lab<AnyDocument, unknown>;

/** A lab before its code is here. */
export interface LabEntry {
  readonly id: LabId;
  readonly title: string;
  /** Fetches its code. The import gives a lab of its own document; the frame knows documents as plain JSON. */
  readonly load: () => Promise<{ readonly default: unknown }>;
}

/** The labs in the order of the masthead. A new lab is a line here. */
export const labEntries: readonly LabEntry[] = [
  { id: "tokenizers", title: "Tokenizers", load: () => import("../labs/tokenizers/index") },
  { id: "codeswitching", title: "Code-switching", load: () => import("../labs/codeswitching/index") },
  { id: "merging", title: "Merging", load: () => import("../labs/merging/index") },
  { id: "steering", title: "Steering", load: () => import("../labs/steering/index") },
  { id: "measures", title: "Scorecard", load: () => import("../labs/measures/index") },
];

/** A lab's code, fetched when the lab is first opened. */
export async function loadLab(id: LabId): Promise<AnyLab> {
  const entry = labEntries.find((candidate) => candidate.id === id);
  if (!entry) throw new Error(`The lab "${id}" is not part of this build.`);
  return (await entry.load()).default as AnyLab;
}
