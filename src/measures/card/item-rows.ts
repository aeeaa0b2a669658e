import { denominatorOf, type Reading } from "./reading";

/**
 * The items behind a number, a row each: what was asked, what the model wrote (null where it only scored), and the item's part: of
 * the items with a denominator, the number is the sum of the numerators over that of the denominators.
 */
export function itemRows(reading: Reading, items: readonly string[], answers: readonly string[] | undefined) {
  const { measure, language, facet, numerators } = reading;
  return items.map((item, i) => ({
    measure,
    language,
    facet,
    item,
    answer: answers?.[i] ?? null,
    numerator: numerators[i] ?? null,
    denominator: denominatorOf(reading, i),
  }));
}
