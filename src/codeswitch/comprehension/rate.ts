import type { LanguageCode } from "../language";

/** Shares of words in the other language by which sentences are put together, in percent. */
export const rates = [0, 25, 50, 75] as const;
export type Rate = (typeof rates)[number];

/** Percent of the words with a language that are not in `main`; 0 where no word has a language. */
export function mixedPercent(words: readonly { readonly language: LanguageCode | null }[], main: LanguageCode): number {
  const spoken = words.filter(({ language }) => language !== null);
  if (spoken.length === 0) return 0;
  return (100 * spoken.filter(({ language }) => language !== main).length) / spoken.length;
}

/** The bucket of a share in percent: 0 holds unmixed sentences only, any other share goes to the nearest of 25, 50 and 75. */
export function rateOf(percent: number): Rate {
  if (percent === 0) return 0;
  if (percent < 37.5) return 25;
  return percent < 62.5 ? 50 : 75;
}

/** Items by bucket, in their order; every item is in exactly one. */
export function byRate<T>(items: readonly T[], percentOf: (item: T) => number): ReadonlyMap<Rate, readonly T[]> {
  return new Map(rates.map((rate) => [rate, items.filter((item) => rateOf(percentOf(item)) === rate)]));
}
