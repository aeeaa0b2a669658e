import { sum } from "../../../vectors";
import { embeddingNeeds, parallelTexts } from "../by-layer";
import type { CardMeasure, Facet } from "../card-measure";

/** How well a layer tells languages apart: what late layers are said to do, and middle ones not. */
export const separability: CardMeasure = {
  id: "separability",
  name: "Separability of languages",
  family: "alignment",
  unit: "ratio",
  better: "neither",
  digits: 2,
  formula: "Σᵢ |mean of the language − mean of all|² / Σᵢ |state of sentence i − mean of the language|²",
  convention:
    "Variance between languages over variance within one, on parallel sentences, so that topics do not tell languages apart; a sentence is the mean of its tokens' residual states. Each layer is divided by its own spread before layers are added up; each layer is a facet. The sentences of a language are one item: the distance between means is of all of them at once, so there is no interval and no test. Means of few sentences lie apart by chance: clouds that share their centre do not give 0.",
  source:
    "Zheng et al. 2024, Mixture of Language Family Experts (arXiv 2410.10626): late layers diverge by language; the ratio is Fisher's (1936)",
  chance: "up to (1 − 1/L) / (n − 1) for L languages of n sentences whose clouds share their centre",
  needs: (items) => embeddingNeeds(items, parallelTexts(items)),
  facets: (items, materials) => {
    const { set, texts } = parallelTexts(items);
    const languages = items.languages.filter((language) => (texts[language] ?? []).length > 0);
    const states = languages.map((language) => texts[language]!.map((text) => materials.embedded(text).mean));
    const layers = states[0]?.[0]?.length ?? 0;
    const byLayer = Array.from({ length: layers }, (_, layer) =>
      spreads(states.map((sentences) => sentences.map((vectors) => vectors[layer]!))),
    );
    return languages.flatMap((language, index): readonly Facet[] => {
      const own = texts[language]!;
      const common = { language, set: `${set} ${language}, joined`, items: [own.join(" | ")] };
      const facetOf = (facet: string, from: readonly Spreads[]): Facet => {
        const between = sum(from.map((one) => one.between[index]!));
        const within = sum(from.map((one) => one.within[index]!));
        const measured = languages.length > 1 && within > 0;
        return {
          ...common,
          facet,
          parts: [measured ? [between, within] : [0, 0]],
          note: measured
            ? `${own.length} sentences as one item: resampling them would move the means that they are measured from.`
            : languages.length < 2
              ? "One language: there is none to tell it from."
              : "The sentences of this language all lie in one place: there is no spread within it.",
        };
      };
      return [facetOf("", byLayer), ...byLayer.map((one, layer) => facetOf(`layer ${layer}`, [one]))];
    });
  },
};

interface Spreads {
  /** By language: squared distance of its mean from the mean of all, for each of its sentences. */
  readonly between: readonly number[];
  /** By language: squared distances of its sentences from its mean. */
  readonly within: readonly number[];
}

/** Both summed over sentences, in percent of the mean squared distance of all states [language][sentence][D] from their mean. */
function spreads(states: readonly (readonly Float32Array[])[]): Spreads {
  const all = states.flat();
  const centre = meanOf(all);
  const total = sum(all.map((state) => squaredDistance(state, centre))) / all.length;
  const scale = total > 0 ? 100 / total : 0;
  const means = states.map(meanOf);
  return {
    between: means.map((mean, i) => scale * states[i]!.length * squaredDistance(mean, centre)),
    within: states.map((own, i) => scale * sum(own.map((state) => squaredDistance(state, means[i]!)))),
  };
}

function meanOf(states: readonly Float32Array[]): Float64Array {
  const mean = new Float64Array(states[0]!.length);
  for (const state of states) for (const [d, value] of state.entries()) mean[d]! += value / states.length;
  return mean;
}

function squaredDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let squares = 0;
  for (let d = 0; d < a.length; d += 1) squares += (a[d]! - b[d]!) ** 2;
  return squares;
}
