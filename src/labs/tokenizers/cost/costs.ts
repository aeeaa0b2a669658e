import type { TokenizerResult } from "../result";
import { sum } from "../../../vectors";

/** What the content of a million tokens of the reference costs in a language. */
export interface LanguageCost {
  readonly language: string;
  /** Tokens over the reference's. */
  readonly times: number | null;
  readonly price: number | null;
  /** The reference's tokens whose content fits the context. */
  readonly context: number | null;
  /** Work of attention over the reference's: the square. */
  readonly attention: number | null;
}

/** The cheapest language first. */
export function costsOf(
  languages: readonly string[],
  tokenizer: Pick<TokenizerResult, "languages">,
  { price, context }: { readonly price: number; readonly context: number },
): readonly LanguageCost[] {
  const costs = languages.map((language): LanguageCost => {
    const times = tokenizer.languages[language]?.["parity-micro"] ?? null;
    if (times === null) return { language, times, price: null, context: null, attention: null };
    return { language, times, price: price * times, context: context / times, attention: times * times };
  });
  return costs.toSorted((a, b) => (a.times ?? Infinity) - (b.times ?? Infinity));
}

/** Points (k / n, share of the sum that the k smallest values have), from (0, 0) to (1, 1) (Lorenz 1905). */
export function lorenz(values: readonly (number | null)[]): readonly { readonly x: number; readonly y: number }[] {
  const known = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  const total = sum(known);
  let before = 0;
  const points = known.map((value, i) => ({ x: (i + 1) / known.length, y: (before += value) / total }));
  return [{ x: 0, y: 0 }, ...points];
}
