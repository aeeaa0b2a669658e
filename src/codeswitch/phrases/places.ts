import type { BilingualTree, SidePhrases } from "../bilingual";
import type { SwitchedSentence } from "../sentence";
import type { Span } from "./span";

/** Where the words of a pair's phrases, or what stands for them, came to stand in a sentence made of it. */
export function placesOfPhrases(
  pair: BilingualTree,
  { side, spans }: SidePhrases,
  { words }: Pick<SwitchedSentence, "words">,
): readonly (readonly number[])[] {
  const units = words.map(({ source }) => (source === undefined ? -1 : pair.unitOf[source.side][source.index]!));
  return spans.map(([start, end]) => {
    const held = new Set(pair.unitOf[side].slice(start, end));
    return units.flatMap((unit, place) => (held.has(unit) ? [place] : []));
  });
}

/** The same where words of one sentence were replaced. */
export function placesOfReplaced(
  spans: readonly Span[],
  { words }: Pick<SwitchedSentence, "words">,
): readonly (readonly number[])[] {
  return spans.map(([start, end]) =>
    words.flatMap(({ source, aligned }, place) => {
      const indexes = source === undefined ? aligned : [source.index];
      return indexes.some((index) => index >= start && index < end) ? [place] : [];
    }),
  );
}
