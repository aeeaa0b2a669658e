import type { CardMeasure } from "../../measures/card/card-measure";
import type { Reading } from "../../measures/card/reading";
import type { BarSeries } from "../../ui/Bars";
import { languageOf } from "../../ui/languages";
import type { Pattern } from "../../ui/patterns";
import { showFixed } from "../../ui/Table";
import type { MeasuredVariant } from "./result";

/** A language by name; `all` for numbers that are about none. */
export function languageName(code: string): string {
  return code === "all" ? "all languages" : languageOf(code).name;
}

/** Which way is better, behind a comma; nothing where a measure takes no side. */
export const betterIs = { higher: ", higher is better", lower: ", lower is better", neither: "" } as const;

/** `1.52 (1.40 to 1.66)`, or a dash. */
export function showReading({ value, low, high }: Reading, { digits }: CardMeasure): string {
  const own = showFixed(value, digits);
  return low === null || high === null ? own : `${own} (${showFixed(low, digits)} to ${showFixed(high, digits)})`;
}

export function showSigned(value: number, digits: number): string {
  const shown = showFixed(value, digits);
  return value > 0 && Number(value.toFixed(digits)) !== 0 ? `+${shown}` : shown;
}

/** A p-value in words that do not overstate it. */
export function showP(p: number): string {
  return p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(3)}`;
}

const looks: readonly (readonly [colour: string, pattern: Pattern, dash: string])[] = [
  ["var(--origin-a)", "solid", "none"],
  ["var(--origin-b)", "diagonal", "6 3"],
  ["var(--origin-c)", "dots", "2 3"],
  ["var(--origin-d)", "cross", "8 3 2 3"],
  ["var(--below)", "solid", "1 3"],
  ["var(--above)", "diagonal", "10 4"],
  ["var(--ink)", "dots", "12 3 2 3 2 3"],
  ["var(--ink)", "cross", "4 4"],
];

/** How a variant is drawn: colour with pattern or dashes; controls are open. */
export function lookOf(variants: readonly MeasuredVariant[], variant: MeasuredVariant): BarSeries & { dash: string } {
  const place = variants.filter(({ control }) => !control).indexOf(variant);
  if (variant.control) {
    return { id: variant.id, label: variant.title, colour: "var(--rule-strong)", pattern: "open", dash: "3 3" };
  }
  const [colour, pattern, dash] = looks[place % looks.length]!;
  return { id: variant.id, label: variant.title, colour, pattern, dash };
}
