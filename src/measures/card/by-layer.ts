import { cosines, type Similarities } from "../alignment/similarity";
import type { Facet, NumberTerms } from "./card-measure";
import type { CardItems } from "./items";
import type { Materials, Needs } from "./needs";
import type { Pooling } from "../alignment/pooling";
import { sum } from "../../vectors";

/** Parallel texts of a measure: sentence i of every language says the same. */
export interface ParallelTexts {
  readonly set: string;
  readonly texts: Readonly<Record<string, readonly string[]>>;
}

export function parallelTexts({ parallel }: CardItems): ParallelTexts {
  return { set: "parallel sentences", texts: parallel };
}

/** The texts of the pivot and of every language, to be read once. */
export function embeddingNeeds({ languages, pivot }: CardItems, { texts }: ParallelTexts): Partial<Needs> {
  return { embedded: [pivot, ...languages].flatMap((language) => texts[language] ?? []) };
}

/**
 * A number an item and layer, from the similarities [i][j] of pivot sentence i to sentence j of a language: the main facet
 * is the mean over layers; the best layer and each layer are facets. `true` and `false` are verdicts on items, which their
 * mean over layers is not. The pivot has no facets: it is itself.
 */
export function facetsByLayer(
  items: CardItems,
  { set, texts }: ParallelTexts,
  materials: Materials,
  pooling: Pooling,
  judge: (similarities: Similarities) => readonly (number | boolean)[],
  name = "",
  terms: NumberTerms = {},
): readonly Facet[] {
  const anchors = texts[items.pivot] ?? [];
  return items.languages.flatMap((language): readonly Facet[] => {
    if (language === items.pivot) return [];
    const own = texts[language] ?? [];
    const common = { language, set: `${set} ${language}`, items: own, ...terms };
    const fault = pairingFault(anchors, own);
    if (fault !== null) return [{ ...common, facet: name, parts: own.map(() => [0, 0] as const), note: fault }];
    const first = anchors.map((text) => materials.embedded(text)[pooling]);
    const second = own.map((text) => materials.embedded(text)[pooling]);
    const judged = first[0]!.map((_, layer) =>
      judge(
        cosines(
          first.map((vectors) => vectors[layer]!),
          second.map((vectors) => vectors[layer]!),
        ),
      ),
    );
    const layers = judged.map((values) => values.map(Number));
    const ofLayer = { ...common, verdict: judged.flat().every((value) => typeof value === "boolean") };
    const mean = own.map((_, i) => layers.reduce((sum, values) => sum + values[i]!, 0) / layers.length);
    const sums = layers.map(sum);
    const best = sums.indexOf(Math.max(...sums));
    const prefix = name === "" ? "" : `${name}, `;
    return [
      { ...common, facet: name, parts: mean.map((value) => [value, 1] as const) },
      {
        ...ofLayer,
        facet: `${prefix}best layer`,
        parts: layers[best]!.map((value) => [value, 1] as const),
        note: `Layer ${best}, chosen on these same items.`,
      },
      ...layers.map((values, layer) => ({
        ...ofLayer,
        facet: `${prefix}layer ${layer}`,
        parts: values.map((value) => [value, 1] as const),
      })),
    ];
  });
}

/** The mean over layers alone, for what stands beside a measure's main number. */
export function meanOverLayers(...given: Parameters<typeof facetsByLayer>): readonly Facet[] {
  const name = given[5] ?? "";
  return facetsByLayer(...given).filter(({ facet }) => facet === name);
}

function pairingFault(anchors: readonly string[], own: readonly string[]): string | null {
  if (own.length === 0) return "There are no sentences in this language.";
  if (own.length !== anchors.length) return `${own.length} lines do not pair with ${anchors.length} of the pivot.`;
  return own.length === 1 ? "One pair: nothing to tell it apart from." : null;
}
