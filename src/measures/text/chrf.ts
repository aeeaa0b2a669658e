import { sum } from "../../vectors";

/** Matches, n-grams of the text and n-grams of the reference, one triple an order. */
export type NgramCounts = readonly (readonly [matches: number, text: number, reference: number])[];

export interface ChrfOptions {
  /** Longest character n-gram; 6. */
  readonly characters?: number;
  /** Longest word n-gram: 0 is chrF, 2 is chrF++. */
  readonly words?: number;
  /** Recall weighs beta squared times as much as precision; 2. */
  readonly beta?: number;
}

/** chrF of one text against one reference (Popovic 2015, 2017), 0 to 100; equal to sacrebleu 2's sentence score. */
export function chrf(text: string, reference: string, options: ChrfOptions = {}): number {
  return chrfOfCounts(chrfCounts(text, reference, options), options);
}

/** chrF of a corpus: counts are summed over the sentences first. */
export function corpusChrf(
  pairs: readonly (readonly [text: string, reference: string])[],
  options: ChrfOptions = {},
): number {
  const all = pairs.map(([text, reference]) => chrfCounts(text, reference, options));
  const orders = (options.characters ?? 6) + (options.words ?? 0);
  const summed = Array.from({ length: orders }, (_, order) =>
    all.reduce<readonly [number, number, number]>(
      ([m, t, r], counts) => [m + counts[order]![0], t + counts[order]![1], r + counts[order]![2]],
      [0, 0, 0],
    ),
  );
  return chrfOfCounts(summed, options);
}

/** Counts of character n-grams without white space, then of word n-grams. */
function chrfCounts(text: string, reference: string, { characters = 6, words = 0 }: ChrfOptions): NgramCounts {
  const letters = [text, reference].map((side) => Array.from(side.replace(/\s+/gu, "")));
  const parts = [text, reference].map(wordsAndPunctuation);
  const counts = ([ours, theirs]: readonly (readonly string[])[], n: number) => {
    const [matches, own, others] = matchesOf(ngrams(ours!, n), ngrams(theirs!, n));
    return [matches, others === 0 ? 0 : own, others] as const;
  };
  return [
    ...Array.from({ length: characters }, (_, n) => counts(letters, n + 1)),
    ...Array.from({ length: words }, (_, n) => counts(parts, n + 1)),
  ];
}

/** F over precision and recall that are averaged over the orders that both sides have. */
function chrfOfCounts(counts: NgramCounts, { beta = 2 }: ChrfOptions): number {
  let [precision, recall, orders] = [0, 0, 0];
  for (const [matches, text, reference] of counts) {
    if (text === 0 || reference === 0) continue;
    precision += matches / text;
    recall += matches / reference;
    orders += 1;
  }
  if (orders === 0 || precision + recall === 0) return 0;
  precision /= orders;
  recall /= orders;
  return (100 * (1 + beta ** 2) * precision * recall) / (beta ** 2 * precision + recall);
}

const punctuation = new Set("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");

/** Words by white space, one sign of ASCII punctuation at the end, else at the beginning, being a word of its own. */
function wordsAndPunctuation(text: string): readonly string[] {
  return text
    .split(/\s+/u)
    .filter((word) => word !== "")
    .flatMap((word) => {
      const letters = Array.from(word);
      if (letters.length === 1) return [word];
      if (punctuation.has(letters.at(-1)!)) return [letters.slice(0, -1).join(""), letters.at(-1)!];
      if (punctuation.has(letters[0]!)) return [letters[0]!, letters.slice(1).join("")];
      return [word];
    });
}

/** How often each n-gram stands in a sequence. */
export function ngrams(parts: readonly string[], n: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let start = 0; start + n <= parts.length; start += 1) {
    const gram = parts.slice(start, start + n).join("\u0000");
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

/** Common n-grams, each as often as on the side that has it less; and how many each side has. */
export function matchesOf(
  text: ReadonlyMap<string, number>,
  reference: ReadonlyMap<string, number>,
): readonly [matches: number, text: number, reference: number] {
  let matches = 0;
  for (const [gram, count] of text) matches += Math.min(count, reference.get(gram) ?? 0);
  return [matches, total(text), total(reference)];
}

function total(counts: ReadonlyMap<string, number>): number {
  return sum([...counts.values()]);
}
