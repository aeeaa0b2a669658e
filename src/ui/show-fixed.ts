/** Digits with a comma before every three from the point on: `8,388,608`, `1,024.5`. */
export function grouped(digits: string): string {
  return digits.replace(/^\d{4,}/u, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/gu, ","));
}

/** A number with a fixed count of digits and a real minus sign, which zero has none of; `–` for what was not computed. */
export function showFixed(value: number | null | undefined, digits = 2): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  const shown = grouped(Math.abs(value).toFixed(digits));
  return value < 0 && /[1-9]/.test(shown) ? `−${shown}` : shown;
}

/** A number with the digits that it has. */
export function showNumber(value: number): string {
  const shown = grouped(String(Math.abs(value)));
  return value < 0 ? `−${shown}` : shown;
}

/** The same as `showFixed` with a plus sign, too, where it is above zero as shown: for changes. */
export function showSigned(value: number, digits = 2): string {
  const shown = showFixed(value, digits);
  return value > 0 && /[1-9]/.test(shown) ? `+${shown}` : shown;
}

/** A p-value to three digits, which never says that it is zero. */
export function showP(p: number | null | undefined): string {
  return p !== null && p !== undefined && p < 0.001 ? "< 0.001" : showFixed(p, 3);
}
