/** Lines of JSON (jsonlines.org): the first says what the file is and how to make it again, each of the others is a row. */
export function toJsonl(head: object, rows: readonly object[]): string {
  return [head, ...rows].map((line) => `${JSON.stringify(line)}\n`).join("");
}
