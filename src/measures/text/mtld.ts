/**
 * Measure of textual lexical diversity (McCarthy and Jarvis 2010): words a stretch in which the share of different words
 * stays above 0.72, a remainder counting by how far it has fallen; the mean of reading forwards and backwards. Null where
 * no word repeats, so that nothing falls, and for no words.
 */
export function mtld(words: readonly string[], threshold = 0.72): number | null {
  const factors = [stretches(words, threshold), stretches(words.toReversed(), threshold)];
  if (factors.some((count) => count === 0)) return null;
  return factors.reduce((sum, count) => sum + words.length / count, 0) / 2;
}

function stretches(words: readonly string[], threshold: number): number {
  let count = 0;
  let length = 0;
  let share = 1;
  const seen = new Set<string>();
  for (const word of words) {
    length += 1;
    seen.add(word);
    share = seen.size / length;
    if (share <= threshold) {
      count += 1;
      length = 0;
      share = 1;
      seen.clear();
    }
  }
  return count + (1 - share) / (1 - threshold);
}
