import { sum } from "../vectors";

/**
 * LAPE (Tang et al. 2024, arXiv 2402.16438): Shannon entropy in nats of a neuron's probabilities of being active, taken over the
 * languages as shares. 0 where one language has it all.
 */
export function activationEntropy(probabilities: readonly number[]): number {
  const total = sum(probabilities);
  if (total === 0) return Number.POSITIVE_INFINITY;
  return probabilities.reduce((sum, value) => (value > 0 ? sum - (value / total) * Math.log(value / total) : sum), 0);
}

/**
 * The neurons of one language by layer: of those that some language activates above the 95th percentile of all probabilities, the
 * `share` of lowest entropy over all layers, where `target` is above that bar. `active[language][layer]` holds probabilities.
 */
export function languageNeurons(
  active: readonly (readonly ArrayLike<number>[])[],
  target: number,
  share: number,
): readonly (readonly number[])[] {
  const all: number[] = [];
  for (const layers of active) for (const layer of layers) for (let i = 0; i < layer.length; i++) all.push(layer[i]!);
  // As in the authors' code and in `steering/neurons/lape.ts`: the value of rank round(0.95 n), from 1.
  const bar = all.toSorted((a, b) => a - b)[Math.max(0, Math.round(0.95 * all.length) - 1)] ?? 0;
  const candidates: { layer: number; neuron: number; entropy: number; own: boolean }[] = [];
  let count = 0;
  for (const [layer, own] of (active[target] ?? []).entries()) {
    count += own.length;
    for (let neuron = 0; neuron < own.length; neuron++) {
      const probabilities = active.map((layers) => layers[layer]![neuron]!);
      if (!probabilities.some((value) => value > bar)) continue;
      candidates.push({ layer, neuron, entropy: activationEntropy(probabilities), own: own[neuron]! > bar });
    }
  }
  const chosen = candidates.toSorted((a, b) => a.entropy - b.entropy).slice(0, Math.max(1, Math.round(share * count)));
  return (active[target] ?? []).map((_, layer) =>
    chosen.filter((entry) => entry.layer === layer && entry.own).map(({ neuron }) => neuron),
  );
}
