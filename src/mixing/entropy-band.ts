import { mean } from "../vectors";

/** The band in which the entropy of human text lies, step by step. */
export interface EntropyBand {
  /** In nats, at step t, `width` standard deviations around the mean. Beyond the texts it was made from, as at their last step. */
  bounds(t: number, width: number): { readonly lower: number; readonly upper: number };
}

/**
 * The band of a model on human texts. `entropies` [texts][steps] are nats under teacher forcing; texts may differ in length.
 * A step is averaged with its neighbours up to `smoothing` steps away.
 */
export function entropyBand(entropies: readonly (readonly number[])[], smoothing = 2): EntropyBand {
  const steps = Math.max(1, ...entropies.map(({ length }) => length));
  const levels = Array.from({ length: steps }, (_, t) => {
    const near = entropies.flatMap((text) => text.slice(Math.max(0, t - smoothing), t + smoothing + 1));
    const centre = mean(near);
    return { centre, deviation: Math.sqrt(mean(near.map((value) => (value - centre) ** 2))) };
  });
  return {
    bounds(t, width) {
      const { centre, deviation } = levels[Math.min(t, steps - 1)]!;
      return { lower: centre - width * deviation, upper: centre + width * deviation };
    },
  };
}

/** Share of steps above and below the band. */
export function violationsOf(
  entropies: readonly number[],
  band: EntropyBand,
  width: number,
): { readonly above: number; readonly below: number } {
  const outside = (test: (entropy: number, t: number) => boolean) => entropies.filter(test).length / entropies.length;
  return {
    above: outside((entropy, t) => entropy > band.bounds(t, width).upper),
    below: outside((entropy, t) => entropy < band.bounds(t, width).lower),
  };
}
