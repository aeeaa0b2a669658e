/** One cell of a table as data. */
export type CellValue = string | number | null;

/**
 * RFC 4180 CSV with CRLF lines: fields with a comma, quote or line break are quoted. `header` lines come first, each after
 * `# `. A field that a spreadsheet would take for a formula gets a leading apostrophe; a number with a minus is none.
 */
export function toCsv(
  columns: readonly string[],
  rows: readonly (readonly CellValue[])[],
  header: readonly string[] = [],
): string {
  const lines = [columns, ...rows].map((cells) => cells.map(csvField).join(","));
  return [...header.map((line) => `# ${line.replace(/[\r\n]+/g, " ")}`), ...lines, ""].join("\r\n");
}

function csvField(cell: CellValue): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const formula = /^[-=+@\t\r\n＝＋－＠]/.test(cell) && !/^-\d+(\.\d+)?(e[-+]?\d+)?$/i.test(cell);
  const text = formula ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Hands a text or bytes to the browser as a download. */
export function download(name: string, content: string | Uint8Array<ArrayBuffer> | Blob, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
