/** A number with a fixed count of digits and a real minus sign; `–` for what was not computed. */
export function showFixed(value: number | null | undefined, digits = 2): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  return value.toFixed(digits).replace("-", "−");
}
