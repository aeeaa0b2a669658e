/** How a number becomes an amount of ink. */
export type ScaleKind = "diverging" | "sequential";

export interface ColourScale {
  readonly kind: ScaleKind;
  /** Diverging: the neutral value. Sequential: unused. */
  readonly baseline: number;
  readonly low: number;
  readonly high: number;
}

/**
 * A scale for the values of a figure. Diverging: neutral at `baseline` (default 0) and as wide on both sides as the
 * farther end, so that equal effects look equal. Sequential: from the smallest value to the largest.
 */
export function colourScale(
  kind: ScaleKind,
  values: Iterable<number | null>,
  options: { readonly baseline?: number | undefined; readonly domain?: readonly [number, number] | undefined } = {},
): ColourScale {
  const baseline = options.baseline ?? 0;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of options.domain ?? values) {
    if (value === null || !Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return { kind, baseline, low: baseline, high: baseline };
  if (kind === "sequential") return { kind, baseline, low, high };
  const reach = Math.max(Math.abs(low - baseline), Math.abs(high - baseline));
  return { kind, baseline, low: baseline - reach, high: baseline + reach };
}

/** Share of full ink in [-1, 1]; negative below the baseline of a diverging scale. */
export function ink(scale: ColourScale, value: number): number {
  const clamped = Math.min(scale.high, Math.max(scale.low, value));
  if (scale.kind === "sequential") {
    return scale.high === scale.low ? 0.5 : (clamped - scale.low) / (scale.high - scale.low);
  }
  const reach = scale.high - scale.baseline;
  return reach === 0 ? 0 : (clamped - scale.baseline) / reach;
}

/** The CSS colours of a cell: what lies under the number, and the number itself. Both follow the theme. */
export function cellColours(
  scale: ColourScale,
  value: number,
): { readonly background: string; readonly color: string } {
  const amount = ink(scale, value);
  const hue = scale.kind === "sequential" ? "var(--amount)" : amount < 0 ? "var(--below)" : "var(--above)";
  const background = `color-mix(in oklab, ${hue} ${Math.round(Math.abs(amount) * 100)}%, var(--paper))`;
  return { background, color: readableOn(background) };
}

/**
 * White on what is darker than luminance 0.179, black on what is lighter: the point where both have the contrast 4.58.
 * Written in CSS, since the background follows the theme.
 */
function readableOn(background: string): string {
  const white = "clamp(0, (0.179 - y) * 10000, 1)";
  return `color(from ${background} xyz-d65 calc(0.9505 * ${white}) calc(${white}) calc(1.089 * ${white}))`;
}
