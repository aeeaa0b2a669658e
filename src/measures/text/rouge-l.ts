/**
 * ROUGE-L (Lin 2004): F1 of the longest common subsequence of two lists of words, 0 to 1. 0 where a side is empty.
 */
export function rougeL(text: readonly string[], reference: readonly string[]): number {
  if (text.length === 0 || reference.length === 0) return 0;
  let row = new Uint32Array(reference.length + 1);
  for (const word of text) {
    const next = new Uint32Array(reference.length + 1);
    for (const [j, other] of reference.entries()) {
      next[j + 1] = word === other ? row[j]! + 1 : Math.max(next[j]!, row[j + 1]!);
    }
    row = next;
  }
  const common = row[reference.length]!;
  return (2 * common) / (text.length + reference.length);
}
