import type { Alignment } from "../../codeswitch/alignment";

/** Numbers of words: what a translation left out of its source, and what it says that the source does not. */
export interface Unfaithful {
  readonly missed: readonly number[];
  readonly added: readonly number[];
}

/**
 * Words without a link, after the two faults that OVERMISS contrasts (Chen et al. 2023, 2308.12674). Links run from the source to the
 * output. A word that stands on both sides, whatever its case, needs no link, as often as it stands there: so a text is faithful to itself.
 */
export function unfaithfulWords(source: readonly string[], output: readonly string[], links: Alignment): Unfaithful {
  const copied: readonly [Set<number>, Set<number>] = [new Set(), new Set()];
  const free = new Map<string, number[]>();
  for (const [at, word] of output.entries()) free.set(folded(word), [...(free.get(folded(word)) ?? []), at]);
  for (const [at, word] of source.entries()) {
    const same = free.get(folded(word))?.shift();
    if (same === undefined) continue;
    copied[0].add(at);
    copied[1].add(same);
  }
  const linked = [new Set(links.map(({ first }) => first)), new Set(links.map(({ second }) => second))] as const;
  const alone = (words: readonly string[], side: 0 | 1) =>
    Array.from(words.keys()).filter((at) => !linked[side].has(at) && !copied[side].has(at));
  return { missed: alone(source, 0), added: alone(output, 1) };
}

function folded(word: string): string {
  return word.normalize("NFC").toLowerCase();
}
