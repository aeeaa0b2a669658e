import { denominatorOf, type Reading } from "../../measures/card/reading";
import { showFixed } from "../../ui/show-fixed";

/** A number with its interval, of a task or of anything else. */
export type Measured = Pick<Reading, "value" | "low" | "high"> & Partial<Reading>;

/** `0.56 (0.42–0.70)`, and the items that count where some do not; a dash where there is no number. */
export function readingText(reading: Measured | undefined, digits = 2): string {
  if (!reading) return "–";
  const { value, low, high, n, numerators } = reading;
  if (value === null) return "–";
  const interval = low === null || high === null ? "" : ` (${showFixed(low, digits)}–${showFixed(high, digits)})`;
  const some = n !== undefined && numerators !== undefined && n < numerators.length;
  return `${showFixed(value, digits)}${interval}${some ? `, n = ${n}` : ""}`;
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
