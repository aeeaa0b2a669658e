import type { CardMeasure, Facet, NumberTerms } from "../card-measure";
import type { MinimalPair } from "../items";
import type { Materials } from "../needs";

const chance = "0.5";

export const minimalPairs: CardMeasure = {
  id: "minimal-pairs",
  name: "Minimal pairs",
  family: "modelling",
  unit: "share",
  better: "higher",
  digits: 2,
  formula: "share of pairs with log p(grammatical) > log p(ungrammatical)",
  convention:
    "Whole sentences, as in BLiMP; equal log-probabilities are wrong both ways. Facets: each phenomenon, and “per byte”, where each side is divided by its bytes. 40 pairs a language, written for this project.",
  source: "Warstadt et al. 2020, BLiMP (arXiv 1912.00582)",
  chance,
  verdict: true,
  needs: ({ languages, minimalPairs: pairs }) => ({
    scored: languages.flatMap((language) => (pairs[language] ?? []).flatMap(({ good, bad }) => [good, bad])),
  }),
  facets: ({ languages, minimalPairs: all }, materials) =>
    languages.flatMap((language) => {
      const pairs = all[language] ?? [];
      const set = `minimal pairs ${language}`;
      const phenomena = [...new Set(pairs.map(({ phenomenon }) => phenomenon))];
      const facetOf = (
        facet: string,
        chosen: readonly MinimalPair[],
        right: (pair: MinimalPair) => boolean,
        terms: NumberTerms = { chance },
      ): Facet => ({
        ...terms,
        language,
        facet,
        set: facet === "" || facet === "per byte" ? set : `${set}, ${facet}`,
        items: chosen.map(({ good, bad }) => `${good} / *${bad}`),
        parts: chosen.map((pair) => [Number(right(pair)), 1] as const),
      });
      const prefers = (pair: MinimalPair) => bitsOf(materials, pair.good) < bitsOf(materials, pair.bad);
      const prefersPerByte = (pair: MinimalPair) =>
        bitsOf(materials, pair.good) / bytesOf(pair.good) < bitsOf(materials, pair.bad) / bytesOf(pair.bad);
      return [
        facetOf("", pairs, prefers),
        ...phenomena.map((phenomenon) =>
          facetOf(
            phenomenon,
            pairs.filter((pair) => pair.phenomenon === phenomenon),
            prefers,
          ),
        ),
        facetOf("per byte", pairs, prefersPerByte, {
          chance,
          formula: "share of pairs with log p(grammatical) / its bytes > log p(ungrammatical) / its bytes",
        }),
      ];
    }),
};

function bitsOf(materials: Materials, text: string): number {
  return materials.scored(text).total.bits;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
