import type { LabId } from "../experiments/experiment";
import type { Lab } from "../labs/lab";

/** A document of any lab: plain JSON, checked by that lab's schema. */
export type AnyDocument = Readonly<Record<string, unknown>>;
export type AnyLab = Lab<AnyDocument, unknown>;

/** What is known of a lab before its code is here. */
export interface LabEntry {
  readonly id: LabId;
  readonly title: string;
  /** One line under the title. */
  readonly tagline: string;
  /** Fetches its code. The import gives a lab of its own document; the frame knows documents as plain JSON. */
  readonly load: () => Promise<{ readonly default: unknown }>;
}

/** The labs in the order of the masthead. A new lab is an entry here, a line of `first-presets.ts` and one of `index.html`. */
export const labEntries: readonly LabEntry[] = [
  {
    id: "tokenizers",
    title: "Tokenizers",
    tagline: "See where vocabularies cut a text, and what a language pays for it.",
    load: () => import("../labs/tokenizers/index"),
  },
  {
    id: "codeswitching",
    title: "Code-switching",
    tagline: "Where may a sentence change its language, and what comes out when it does?",
    load: () => import("../labs/codeswitching/index"),
  },
  {
    id: "merging",
    title: "Merging",
    tagline: "Join two models layer by layer, without training, and see which languages survive.",
    load: () => import("../labs/merging/index"),
  },
  {
    id: "steering",
    title: "Steering",
    tagline: "Push the residual stream from one language to another while the model writes.",
    load: () => import("../labs/steering/index"),
  },
  {
    id: "measures",
    title: "Scorecard",
    tagline: "What did it do to each language? One card for checkpoints, merges, steering and quantised weights.",
    load: () => import("../labs/measures/index"),
  },
];

/** The entry of a lab. Throws where the build lacks it. */
export function labEntry(id: LabId): LabEntry {
  const entry = labEntries.find((candidate) => candidate.id === id);
  if (!entry) throw new Error(`The lab "${id}" is not part of this build.`);
  return entry;
}

/** A lab's code, fetched when the lab is first opened. */
export async function loadLab(id: LabId): Promise<AnyLab> {
  return (await labEntry(id).load()).default as AnyLab;
}
