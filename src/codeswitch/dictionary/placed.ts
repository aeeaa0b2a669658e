import type { Word } from "../words";
import type { Replacement } from "./replacer";

/** A word of the sentence that stays, or what was put in, with the signs around it. */
export interface Placed<R extends Replacement> {
  /** Of the word that stays or whose place is taken. */
  readonly index: number;
  readonly text: string;
  readonly replacement?: R;
  readonly before: string;
  readonly after: string;
}

/**
 * The words of a sentence with replacements in their places: of a unit the other words are left out, their signs go to the word before,
 * and a particle follows the word that it stands behind.
 */
export function placed<R extends Replacement>(
  words: readonly Pick<Word, "text" | "before" | "after">[],
  replacements: readonly R[],
): readonly Placed<R>[] {
  const byPlace = new Map(replacements.map((one) => [one.place, one]));
  const left = new Set(replacements.flatMap(({ unit = [], place }) => unit.filter((index) => index !== place)));
  const made: Placed<R>[] = [];
  const lastAfter = (change: (after: string) => string): void => {
    const last = made.pop();
    if (last !== undefined) made.push({ ...last, after: change(last.after) });
  };
  for (const [index, { text, before, after }] of words.entries()) {
    const replacement = byPlace.get(index);
    if (left.has(index)) lastAfter((signs) => signs.trimEnd() + before + after);
    else if (replacement === undefined) made.push({ index, text, before, after });
    else made.push({ index, text: replacement.text, replacement, before, after });
    for (const { particle, ...one } of replacements) {
      if (particle?.after !== index) continue;
      const signs = made.at(-1)!.after;
      lastAfter(() => " ");
      made.push({ index, text: particle.text, replacement: one as R, before: "", after: signs });
    }
  }
  return made;
}
