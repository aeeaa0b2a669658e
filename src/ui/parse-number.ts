/**
 * A typed number; null for none. A comma is the decimal sign, but where three digits follow each and the range goes to thousands
 * (`most`), it separates these: `1,000` of 8192 is a thousand, of 2 it is one.
 */
export function parseNumber(text: string, most: number): number | null {
  const trimmed = text.trim().replace("−", "-");
  const thousands = most >= 1000 && /^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(trimmed);
  const cleaned = thousands ? trimmed.replaceAll(",", "") : trimmed.replace(",", ".");
  if (cleaned === "") return null;
  const number = Number(cleaned);
  return Number.isFinite(number) ? number : null;
}
