import { matchesOf, ngrams } from "./chrf";

const orders = 4;

/**
 * BLEU of a corpus with one reference a sentence (Papineni et al. 2002), 0 to 100, with the 13a tokenisation of mteval and
 * exponential smoothing: equal to sacrebleu's `nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp`. One sentence is scored with
 * `effective`, which leaves out orders that it is too short for.
 */
export function bleu(
  pairs: readonly (readonly [text: string, reference: string])[],
  { effective = false }: { readonly effective?: boolean } = {},
): number {
  const counts = Array.from({ length: orders }, () => [0, 0] as [matches: number, text: number]);
  let [textLength, referenceLength] = [0, 0];
  for (const [text, reference] of pairs) {
    const [ours, theirs] = [tokens13a(text), tokens13a(reference)];
    textLength += ours.length;
    referenceLength += theirs.length;
    for (const [order, count] of counts.entries()) {
      const [matches, total] = matchesOf(ngrams(ours, order + 1), ngrams(theirs, order + 1));
      count[0] += matches;
      count[1] += total;
    }
  }
  const used = effective ? counts.filter(([, total]) => total > 0) : counts;
  if (used.length === 0 || counts[0]![0] === 0 || used.some(([, total]) => total === 0)) return 0;
  let smoothing = 1;
  let logPrecision = 0;
  for (const [matches, total] of used) {
    if (matches === 0) smoothing *= 2;
    logPrecision += Math.log(matches === 0 ? 1 / (smoothing * total) : matches / total);
  }
  const brevity = textLength < referenceLength ? Math.exp(1 - referenceLength / textLength) : 1;
  return 100 * brevity * Math.exp(logPrecision / used.length);
}

/** The tokens of mteval-v13a: entities undone, punctuation parted from words, but kept inside numbers. */
export function tokens13a(line: string): readonly string[] {
  const plain = line
    .replaceAll("<skipped>", "")
    .replaceAll("-\n", "")
    .replaceAll("\n", " ")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">");
  return ` ${plain} `
    .replace(/([{-~[-` -&(-+:-@/])/g, " $1 ")
    .replace(/([^0-9])([.,])/g, "$1 $2 ")
    .replace(/([.,])([^0-9])/g, " $1 $2")
    .replace(/([0-9])(-)/g, "$1 $2 ")
    .split(/\s+/u)
    .filter((token) => token !== "");
}
