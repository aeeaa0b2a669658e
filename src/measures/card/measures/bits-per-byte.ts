import type { CardMeasure } from "../card-measure";
import type { CardItems } from "../items";

/** Domains of held-out texts by name; the first is the main one. */
const domains: readonly (readonly [name: string, texts: (items: CardItems, language: string) => readonly string[]])[] =
  [
    ["", ({ parallel }, language) => parallel[language] ?? []],
    ["grammar sentences", ({ minimalPairs }, language) => (minimalPairs[language] ?? []).map(({ good }) => good)],
    ["word problems", ({ problems }, language) => (problems[language] ?? []).map(({ question }) => question)],
  ];

export const bitsPerByteOfCard: CardMeasure = {
  id: "bits-per-byte",
  name: "Bits per byte",
  family: "modelling",
  unit: "bits/byte",
  better: "lower",
  digits: 3,
  formula: "sum of -log2 p(token) / sum of UTF-8 bytes",
  convention:
    "The main number is on everyday sentences, the facets on other kinds of texts. Texts are weighed by their bytes. Comparable between tokenizers; across scripts compare changes, as a byte of Devanagari says less than one of Latin.",
  source: "Gao et al. 2020, The Pile (arXiv 2101.00027), section 3.1",
  chance: "8 for a uniform byte model",
  needs: (items) => ({ scored: items.languages.flatMap((code) => domains.flatMap(([, texts]) => texts(items, code))) }),
  facets: (items, materials) =>
    items.languages.flatMap((language) =>
      domains.flatMap(([facet, textsOf]) => {
        const texts = textsOf(items, language);
        if (texts.length === 0 && facet !== "") return [];
        const parts = texts.map((text) => {
          const { bits, bytes } = materials.scored(text).total;
          return [bits, bytes] as const;
        });
        return [{ language, facet, set: `${facet || "everyday sentences"} ${language}`, items: texts, parts }];
      }),
    ),
};
