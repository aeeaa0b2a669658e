import type { Random } from "../../random";
import { fail, ok, type Result } from "../../result";

/** Neurons of a model as numbers layer * F + f, in ascending order. */
export type NeuronSet = readonly number[];

export interface LanguageNeurons {
  /** For each language its neurons; one neuron may belong to several. */
  readonly sets: readonly NeuronSet[];
  /** The share of tokens above which a neuron counts as active in a language. */
  readonly bar: number;
}

const barQuantile = 0.95;

/** Entropy in nats of shares made to sum to 1; NaN where all are 0. */
export function activationEntropy(shares: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < shares.length; i += 1) total += shares[i]!;
  let entropy = 0;
  for (let i = 0; i < shares.length; i += 1) {
    const p = shares[i]! / total;
    if (p > 0) entropy -= p * Math.log(p);
  }
  return total > 0 ? entropy : Number.NaN;
}

/**
 * Language-specific neurons by activation-probability entropy (LAPE, Tang et al. 2024, 2402.16438): those active in some
 * language above the 95th percentile of all shares (that of the authors' code); of these the `kept` share of all neurons with the lowest entropy;
 * each given to every language in which it passes that bar. `shares[language][neuron]` is the share of the language's
 * tokens at which the neuron's gate is positive. A problem where fewer than two languages are given.
 */
export function languageNeurons(shares: readonly Float32Array[], kept: number): Result<LanguageNeurons> {
  if (shares.length < 2) {
    return fail({
      code: "input-invalid",
      what: `Neurons are specific to one language among several, and ${shares.length} ${shares.length === 1 ? "is" : "are"} given.`,
      remedy: "Choose at least two languages.",
      facts: { languages: shares.length },
    });
  }
  const neurons = shares[0]!.length;
  const bar = quantile(shares, barQuantile);
  const ranked = Array.from({ length: neurons }, (_, neuron) => neuron)
    .filter((neuron) => shares.some((language) => language[neuron]! > bar))
    .map((neuron) => ({ neuron, entropy: activationEntropy(shares.map((language) => language[neuron]!)) }))
    .toSorted((a, b) => a.entropy - b.entropy || a.neuron - b.neuron)
    .slice(0, Math.round(kept * neurons))
    .map(({ neuron }) => neuron)
    .toSorted((a, b) => a - b);
  return ok({ sets: shares.map((language) => ranked.filter((neuron) => language[neuron]! > bar)), bar });
}

/** The smallest value that a share q of all values does not exceed, without interpolation: the round(q n)-th of n, from 1. */
function quantile(rows: readonly Float32Array[], q: number): number {
  const all = new Float32Array(rows.reduce((sum, row) => sum + row.length, 0));
  let at = 0;
  for (const row of rows) {
    all.set(row, at);
    at += row.length;
  }
  all.sort();
  return all[Math.max(0, Math.round(q * all.length) - 1)]!;
}

/** |a and b| / |a or b|; 1 for two empty sets. */
export function jaccard(a: NeuronSet, b: NeuronSet): number {
  const other = new Set(b);
  const shared = a.filter((neuron) => other.has(neuron)).length;
  const all = a.length + b.length - shared;
  return all === 0 ? 1 : shared / all;
}

/** How many of the neurons lie in each of L layers of F neurons. */
export function byLayer(neurons: NeuronSet, layers: number, width: number): readonly number[] {
  const counts = Array.from({ length: layers }, () => 0);
  for (const neuron of neurons) counts[Math.floor(neuron / width)]! += 1;
  return counts;
}

/** A control: as many neurons in every layer, drawn among those that are not in the set while there are enough. */
export function randomNeurons(like: NeuronSet, layers: number, width: number, random: Random): NeuronSet {
  const taken = new Set(like);
  return byLayer(like, layers, width).flatMap((count, layer) => {
    const all = Array.from({ length: width }, (_, f) => layer * width + f);
    const free = all.filter((neuron) => !taken.has(neuron));
    const pool = free.length >= count ? free : all;
    for (let drawn = 0; drawn < count; drawn += 1) {
      const other = drawn + Math.floor(random() * (pool.length - drawn));
      [pool[drawn], pool[other]] = [pool[other]!, pool[drawn]!];
    }
    return pool.slice(0, count).toSorted((a, b) => a - b);
  });
}
