import type { LanguageCode } from "../language";

/** A phrase of a sentence: its words from the first up to, not including, `end`; at least two. */
export type Span = readonly [start: number, end: number];

/** True for the place after a word where a phrase would be cut. */
export function isInside(after: number, [start, end]: Span): boolean {
  return start <= after && after + 1 < end;
}

/** Spans that overlap become one; in the order of the sentence. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const apart: [number, number][] = [];
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = apart.at(-1);
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else apart.push([start, end]);
  }
  return apart;
}

/**
 * How many phrases hold words of more than one language. `languages` are the words'; those of no language, such as numbers, count
 * for none. A phrase is given by its words' places, which need not be neighbours once a sentence is mixed.
 */
export function brokenPhrases(
  phrases: readonly (readonly number[])[],
  languages: readonly (LanguageCode | null)[],
): number {
  return phrases.filter((places) => {
    const spoken = places.map((place) => languages[place]).filter((language) => language !== null);
    return new Set(spoken).size > 1;
  }).length;
}
