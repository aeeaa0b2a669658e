import { identify } from "../../../codeswitch/identify";
import type { CardItems } from "../items";

/** The languages among which what a model wrote is told apart. */
export function candidatesOf({ pivot, languages }: CardItems): readonly string[] {
  return [...new Set([pivot, ...languages])];
}

/** Sentences of a language that the identifier is tried on. */
const tried = 10;

/**
 * Why a language of the card cannot be told from the others, in a sentence; null where it can: half or more of its first
 * parallel sentences are identified as it. `loadIdentifier` must have finished.
 */
export function whyNotTold(items: CardItems, language: string): string | null {
  const candidates = candidatesOf(items);
  if (candidates.length < 2) return "One language: there is none to tell it from.";
  const own = (items.parallel[language] ?? []).slice(0, tried);
  const told = own.filter((text) => identify(text, candidates).language === language);
  if (2 * told.length >= own.length) return null;
  return `The identifier does not know this language: it recognises ${told.length} of ${own.length} sentences.`;
}
