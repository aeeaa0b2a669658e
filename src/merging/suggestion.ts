/** A remedy for an unknown word: the nearest known one where it is near, else the whole list. */
export function suggestion(word: string, known: readonly string[]): string {
  const all = known.length === 0 ? "None is known here; remove it." : `Known here: ${known.join(", ")}.`;
  const nearest = known
    .map((candidate) => ({ candidate, edits: editDistance(word.slice(0, 64).toLowerCase(), candidate.toLowerCase()) }))
    .toSorted((a, b) => a.edits - b.edits)[0];
  if (nearest === undefined || nearest.edits > Math.max(2, Math.floor(nearest.candidate.length / 3))) return all;
  return `Did you mean “${nearest.candidate}”? ${all}`;
}

/** Edits that turn one word into the other: insert, delete, replace, swap of neighbours (optimal string alignment). */
export function editDistance(from: string, to: string): number {
  const rows: number[][] = Array.from({ length: from.length + 1 }, (_, i) =>
    Array.from({ length: to.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= from.length; i++) {
    for (let j = 1; j <= to.length; j++) {
      const replaced = rows[i - 1]![j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      const best = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, replaced);
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      rows[i]![j] = swapped ? Math.min(best, rows[i - 2]![j - 2]! + 1) : best;
    }
  }
  return rows[from.length]![to.length]!;
}
