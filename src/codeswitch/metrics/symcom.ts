import type { LanguageCode } from "../language";
import type { UniversalTag } from "../tags";
import type { Metric, TaggedWord } from "./metric";

/** How far each part of speech belongs to one language, weighted by how often it occurs: 0 evenly shared, 1 divided. */
export const symcom: Metric = {
  id: "symcom",
  name: "SyMCoM",
  ends: "0: the languages share each part of speech evenly; 1: each part of speech is in one language.",
  formula: "Σ |SyMCoM_pos| · n_pos / n over tagged words, SyMCoM_pos = (n₁ − n₂) / (n₁ + n₂)",
  reference: "Kodali et al. 2022",
  range: [0, 1],
  measure(words) {
    const tags = symcomByTag(words);
    const size = [...tags.values()].reduce((sum, { size }) => sum + size, 0);
    if (size === 0) return undefined;
    return [...tags.values()].reduce((sum, tag) => sum + (Math.abs(tag.value) * tag.size) / size, 0);
  },
};

/**
 * SyMCoM of each part of speech: 1 when all its words are in the first language of the text, −1 when none is. Words
 * without a tag or a language are left out.
 */
export function symcomByTag(
  words: readonly TaggedWord[],
): ReadonlyMap<UniversalTag, { readonly value: number; readonly size: number }> {
  let first: LanguageCode | undefined;
  const counts = new Map<UniversalTag, [number, number]>();
  for (const { language, tag } of words) {
    if (language === null || tag === undefined) continue;
    first ??= language;
    const pair = counts.get(tag) ?? [0, 0];
    pair[language === first ? 0 : 1] += 1;
    counts.set(tag, pair);
  }
  return new Map(
    [...counts].map(([tag, [one, two]]) => [tag, { value: (one - two) / (one + two), size: one + two }] as const),
  );
}
