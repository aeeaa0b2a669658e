import type { GrammarResult } from "./result";

/** A count of any size: in full up to fifteen digits, else as a power of ten. */
export function showCount(digits: string): string {
  if (digits.length <= 15) return digits.replace(/\B(?=(?:\d{3})+$)/gu, "\u202f");
  return `about ${digits[0]}.${digits[1]} × 10^${digits.length - 1}`;
}

/** The name of what was asked for, as a measure of one sentence. */
export function measureName(measure: GrammarResult["measure"]): string {
  return measure === "cmi" ? "CMI" : "switching rate";
}

/** The measured value of what was asked for, in percent. */
export function measuredPercent(
  measure: GrammarResult["measure"],
  measures: Readonly<Record<string, number | null>>,
): number {
  return measure === "cmi" ? (measures["cmi"] ?? 0) : 100 * (measures["i-index"] ?? 0);
}
