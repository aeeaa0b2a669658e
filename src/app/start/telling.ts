import type { LabId } from "../../experiments/experiment";

/** Ids of the presets that the start page asks at once: short questions, each about another thing that the lab does. */
export const telling: Readonly<Record<LabId, readonly string[]>> = {
  tokenizers: ["why-hindi", "half-a-word", "bigger-fairer"],
  codeswitching: ["where-may-it-switch", "old-dogs", "across-the-border"],
  merging: ["keep-both-skills", "which-layers-carry-hindi", "how-many-layers"],
  steering: ["english-to-german", "two-properties", "german-neurons-off"],
  measures: ["what-was-forgotten", "where-languages-meet", "does-steering-hurt"],
};
