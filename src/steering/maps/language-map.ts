import { explainedShare, fitEmbeddingMap, mapEmbeddings, type EmbeddingMap } from "../../merging/embedding-map";
import { cosines } from "../../measures/alignment/similarity";
import { retrieved } from "../../measures/alignment/retrieval";
import { fail, ok, type Result } from "../../result";
import type { Split } from "../separation";
import { mean } from "../../vectors";

/** Activations of sentences and of their translations at one layer: vector i of both [D] says the same. */
export interface Pairs {
  readonly source: readonly Float32Array[];
  readonly target: readonly Float32Array[];
}

/** The square map W [D,D] from one language to another, applied as h W. */
export type LanguageMap = EmbeddingMap;

/** How near vectors are to those of their translations, which they were not fitted on. */
export interface PairFit {
  /** Mean cosine of a vector and its translation's. */
  readonly cosine: number;
  /** R²: 1 less the squared error over the squared distance of the translations from their mean; below 0 the mean is nearer. */
  readonly explained: number;
  /** Share of vectors that are nearer to their own translation than to any other, by cosine. */
  readonly retrieval: number;
}

/**
 * The W that takes source vectors nearest to their translations: the least |X W - Y|² + λ |W|² (INCLINE, Wang et al. 2024,
 * 2410.12462, with a ridge). `ridge` is λ as a share of the mean square of X's columns; 0 is plain least squares. A problem where
 * the sets are no pairs, a number is not finite, or, without a ridge, the pairs are too few to fix the map.
 */
export function fitLanguageMap({ source, target }: Pairs, ridge: number): Result<LanguageMap> {
  if (source.length !== target.length || source.length === 0) {
    return fail({
      code: "input-invalid",
      what: `A map is fitted on pairs, but there are ${source.length} sentences and ${target.length} translations.`,
      remedy: "Give every sentence its translation, in the same order.",
      facts: { source: source.length, target: target.length },
    });
  }
  if (![...source, ...target].every((vector) => vector.every(Number.isFinite)) || !(ridge >= 0)) {
    return fail({
      code: "intervention-invalid",
      what: "The activations or the ridge are not finite numbers.",
      remedy: "Load the model in f32, and take a ridge of 0 or more.",
    });
  }
  const width = source[0]!.length;
  const x = joined(source);
  const meanSquare = x.reduce((sum, value) => sum + value * value, 0) / width;
  const map = fitEmbeddingMap(x, joined(target), width, width, ridge * meanSquare);
  if (map) return ok(map);
  return fail({
    code: "input-invalid",
    what: `${source.length} pairs do not fix a map of ${width} x ${width} numbers without a ridge.`,
    remedy: `Take a ridge above 0, or more pairs than dimensions (${width}).`,
    facts: { pairs: source.length, width },
  });
}

/** The map that changes nothing. */
export function identityMap(width: number): LanguageMap {
  const values = new Float64Array(width * width);
  for (let d = 0; d < width; d += 1) values[d * width + d] = 1;
  return { from: width, to: width, values };
}

/** How near the mapped source vectors are to their translations. */
export function fitOfPairs(map: LanguageMap, { source, target }: Pairs): PairFit {
  const mapped = mapEmbeddings(map, joined(source));
  const rows = source.map((_, i) => mapped.subarray(i * map.to, (i + 1) * map.to));
  const similarities = cosines(rows, target);
  return {
    cosine: mean(similarities.map((row, i) => row[i]!)),
    explained: explainedShare(joined(target), mapped, map.to),
    retrieval: mean(retrieved(similarities).map(Number)),
  };
}

/** A layer's map, made from the training pairs, with its fit on the held-out ones before and after it. */
export interface LayerMap {
  readonly layer: number;
  readonly map: LanguageMap;
  readonly before: PairFit;
  readonly after: PairFit;
}

/** The map of one layer, judged on pairs that it was not fitted on. */
export function mapLayer(layer: number, pairs: Pairs, { train, heldOut }: Split, ridge: number): Result<LayerMap> {
  const pick = (which: readonly number[]): Pairs => ({
    source: which.map((i) => pairs.source[i]!),
    target: which.map((i) => pairs.target[i]!),
  });
  const map = fitLanguageMap(pick(train), ridge);
  if (!map.ok) return map;
  const judged = pick(heldOut);
  return ok({
    layer,
    map: map.value,
    before: fitOfPairs(identityMap(map.value.from), judged),
    after: fitOfPairs(map.value, judged),
  });
}

function joined(vectors: readonly Float32Array[]): Float32Array {
  const width = vectors[0]?.length ?? 0;
  const all = new Float32Array(vectors.length * width);
  for (const [i, vector] of vectors.entries()) all.set(vector, i * width);
  return all;
}
