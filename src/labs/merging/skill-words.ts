import { denominatorOf, type Reading } from "../../measures/card/reading";
import { showFixed } from "../../ui/show-fixed";

/** `0.56 (0.42–0.70)`, and the items that count where some do not; a dash where there is no number. */
export function readingText(reading: Reading | undefined): string {
  if (!reading) return "–";
  const { value, low, high, n, numerators } = reading;
  if (value === null) return "–";
  const interval = low === null || high === null ? "" : ` (${showFixed(low, 2)}–${showFixed(high, 2)})`;
  return `${showFixed(value, 2)}${interval}${n < numerators.length ? `, n = ${n}` : ""}`;
}

/** Why numbers are not there, each reason once. */
export function reasonsOf(readings: readonly Reading[]): readonly string[] {
  return [...new Set(readings.flatMap(({ value, note }) => (value === null && note !== undefined ? [note] : [])))];
}

/** How an item counts: `✓` in full, `1 of 2` in part, `✗` not at all, `–` where it is left out of the share. */
export function markOf(reading: Reading | undefined, item: number): string {
  const numerator = reading?.numerators[item];
  if (!reading || numerator === undefined) return "–";
  const denominator = denominatorOf(reading, item);
  if (denominator === 0) return "–";
  if (numerator === denominator) return "✓";
  return numerator === 0 ? "✗" : `${numerator} of ${denominator}`;
}
