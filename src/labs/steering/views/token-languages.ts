import { sum } from "../../../vectors";

/** Ids of each language's texts, and the scripts that belong to one language alone. */
export interface LanguageIds {
  readonly language: string;
  readonly ids: readonly number[];
}

/**
 * How much of each token [V] belongs to each language: P(language | token) under equal priors, from how often the token
 * comes in that language's texts. A token that comes in none belongs to none.
 */
export function tokenLanguages(texts: readonly LanguageIds[], vocabulary: number): readonly Float32Array[] {
  const rates = texts.map(({ ids }) => {
    const own = new Float32Array(vocabulary);
    for (const id of ids) own[id]! += 1 / ids.length;
    return own;
  });
  return rates.map((own) =>
    own.map((rate, id) => {
      const all = rates.reduce((sum, other) => sum + other[id]!, 0);
      return all === 0 ? 0 : rate / all;
    }),
  );
}

/** The index of the greatest mass where it is more than half of all masses; null where none is, or all are next to nothing. */
export function leading(masses: readonly number[]): number | null {
  const total = sum(masses);
  const best = masses.indexOf(Math.max(...masses));
  return total > 0.05 && masses[best]! > total / 2 ? best : null;
}
