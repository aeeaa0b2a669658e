import type { Document } from "../../experiments/documents/steering";

/** From what to what each trait steers. */
export const traitEnds = {
  mood: ["sad", "happy"],
  tense: ["past", "future"],
  address: ["familiar", "polite"],
} as const satisfies Record<Document["trait"], readonly [string, string]>;

/** What both sets differ in where it is not their language: a trait, or what texts of one's own do; null between languages. */
export function contrastOf({
  trait,
  source,
  target,
}: {
  readonly trait?: Document["trait"];
  readonly source: string;
  readonly target: string;
}): readonly [string, string] | null {
  if (trait !== undefined) return traitEnds[trait];
  return source === target ? ["the first set", "the second"] : null;
}

/** The language of the prompts; undefined beside stories, whose language need not be theirs. */
export function promptLanguageOf({
  trait,
  source,
}: {
  readonly trait?: Document["trait"];
  readonly source: string;
}): string | undefined {
  return trait === undefined ? source : undefined;
}

/** The languages that the stories are told in. */
export const storyLanguages = ["en", "de", "es", "hi", "tr"] as const;
