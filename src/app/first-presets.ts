import type { LabId } from "../experiments/experiment";

/** The preset that a lab opens on: its recording is fetched along with the lab's code. */
export const firstPresets: Readonly<Record<LabId, string>> = {
  tokenizers: "why-hindi",
  codeswitching: "where-may-it-switch",
  merging: "two-languages",
  steering: "english-to-german",
  measures: "what-was-forgotten",
};
