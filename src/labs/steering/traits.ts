import type { Document } from "../../experiments/documents/steering";

/** From what to what each trait steers. */
export const traitEnds = {
  mood: ["sad", "happy"],
  tense: ["past", "future"],
  address: ["familiar", "polite"],
} as const satisfies Record<Document["trait"], readonly [string, string]>;

/** The languages that the stories are told in. */
export const storyLanguages = ["en", "de", "es", "hi", "tr"] as const;
