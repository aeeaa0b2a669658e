/** A number with a fixed count of digits and a real minus sign, which zero has none of; `–` for what was not computed. */
export function showFixed(value: number | null | undefined, digits = 2): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  const shown = value.toFixed(digits);
  return shown.replace("-", /[1-9]/.test(shown) ? "−" : "");
}

/** The same with a plus sign, too, where it is above zero as shown: for changes. */
export function showSigned(value: number, digits = 2): string {
  const shown = showFixed(value, digits);
  return value > 0 && /[1-9]/.test(shown) ? `+${shown}` : shown;
}

/** A p-value to three digits, which never says that it is zero. */
export function showP(p: number | null | undefined): string {
  return p !== null && p !== undefined && p < 0.001 ? "< 0.001" : showFixed(p, 3);
}
