import type { WordCounts } from "./pre-tokens";
import { PriorityQueue } from "../priority-queue";
import type { TrainingProgress } from "./trainer";

export interface LearntMerges {
  /** Tokens by id: those given first, then one for each merge. */
  readonly tokens: readonly string[];
  /** In the order in which they are applied. */
  readonly merges: readonly (readonly [left: string, right: string])[];
}

/** A pair that waits to be merged, with the words in which it was seen since it was last put in the queue. */
interface Waiting {
  readonly pair: number;
  count: number;
  readonly words: readonly number[];
}

const mergesPerStep = 64;
/** A pair of ids as one number: exact for 2 million ids. */
const idLimit = 2 ** 21;

/**
 * Byte-pair encoding (Sennrich et al. 2016): the most frequent pair of neighbours becomes a token, until there are `size` tokens or no
 * pair is left. Pair counts are kept up to date by the words that a merge changes, found by the pair's occurrences, and ordered by a
 * heap whose outdated entries are put back with their present count when they come up. Order and counts are those of Hugging Face's
 * `tokenizers`: of equal counts the pair of smaller ids, counts of merged pairs left standing, and where two merges make one token,
 * the later of a pair's ranks. Words begin as `symbolsOf` cuts them into tokens of the alphabet, characters unless told otherwise.
 */
export function* learnMerges(
  words: WordCounts,
  alphabet: readonly string[],
  size: number,
  symbolsOf: (word: string) => Iterable<string> = (word) => word,
): Generator<TrainingProgress, LearntMerges> {
  const tokens = [...alphabet];
  const ids = new Map(tokens.map((token, id) => [token, id]));
  const corpus = new Corpus(words, ids, symbolsOf);
  const counts = new Map<number, number>();
  const queue = new PriorityQueue<Waiting>((a, b) => a.count > b.count || (a.count === b.count && a.pair < b.pair));
  const merges = new Map<number, readonly [string, string]>();

  let changed = corpus.pairs(counts);
  for (let steps = 0; ; steps++) {
    for (const [pair, words] of changed) {
      const count = counts.get(pair)!;
      if (count > 0) queue.push({ pair, count, words });
    }
    if (steps % mergesPerStep === 0) yield { done: tokens.length - alphabet.length, total: size - alphabet.length };
    const top = tokens.length < size ? mostFrequent() : undefined;
    if (top === undefined) break;
    const [left, right] = [Math.floor(top.pair / idLimit), top.pair % idLimit];
    const token = tokens[left]! + tokens[right]!;
    const id = ids.get(token) ?? tokens.push(token) - 1;
    ids.set(token, id);
    merges.delete(top.pair);
    merges.set(top.pair, [tokens[left]!, tokens[right]!]);
    changed = new Map();
    for (const word of top.words) corpus.merge(word, left, right, id, counts, changed);
  }
  return { tokens, merges: [...merges.values()] };

  function mostFrequent(): Waiting | undefined {
    for (let top = queue.pop(); top !== undefined; top = queue.pop()) {
      const count = counts.get(top.pair)!;
      if (count === top.count) return count > 0 ? top : undefined;
      top.count = count;
      queue.push(top);
    }
    return undefined;
  }
}

/** The distinct words as ids, one after the other in one array; a merge shortens its words in place. */
class Corpus {
  readonly #symbols: Int32Array;
  readonly #starts: Int32Array;
  readonly #lengths: Int32Array;
  readonly #counts: readonly number[];

  constructor(words: WordCounts, ids: ReadonlyMap<string, number>, symbolsOf: (word: string) => Iterable<string>) {
    const symbols: number[] = [];
    const starts: number[] = [];
    for (const word of words.keys()) {
      starts.push(symbols.length);
      for (const symbol of symbolsOf(word)) symbols.push(ids.get(symbol)!);
    }
    this.#symbols = Int32Array.from(symbols);
    this.#starts = Int32Array.from(starts);
    this.#lengths = Int32Array.from(starts, (start, word) => (starts[word + 1] ?? symbols.length) - start);
    this.#counts = [...words.values()];
  }

  /** Adds the counts of all pairs; returns the words of each. */
  pairs(counts: Map<number, number>): Map<number, number[]> {
    const found = new Map<number, number[]>();
    for (const [word, start] of this.#starts.entries()) {
      const end = start + this.#lengths[word]!;
      for (let at = start; at + 1 < end; at++) {
        const pair = this.#symbols[at]! * idLimit + this.#symbols[at + 1]!;
        this.#change(pair, word, 1, counts, found);
      }
    }
    return found;
  }

  /** Replaces a pair in one word, from left to right. Pairs that come to be are noted in `found` with the word. */
  merge(
    word: number,
    left: number,
    right: number,
    merged: number,
    counts: Map<number, number>,
    found: Map<number, number[]>,
  ): void {
    const symbols = this.#symbols;
    const start = this.#starts[word]!;
    const end = start + this.#lengths[word]!;
    let write = start;
    for (let read = start; read < end; read++) {
      if (symbols[read] !== left || read + 1 >= end || symbols[read + 1] !== right) {
        symbols[write++] = symbols[read]!;
        continue;
      }
      if (write > start) {
        const before = symbols[write - 1]!;
        this.#change(before * idLimit + left, word, -1, counts, found);
        this.#change(before * idLimit + merged, word, 1, counts, found);
      }
      symbols[write++] = merged;
      read++;
      if (read + 1 < end) {
        const after = symbols[read + 1]!;
        this.#change(right * idLimit + after, word, -1, counts, found);
        this.#change(merged * idLimit + after, word, 1, counts, found);
      }
    }
    this.#lengths[word] = write - start;
  }

  #change(pair: number, word: number, by: 1 | -1, counts: Map<number, number>, found: Map<number, number[]>): void {
    counts.set(pair, (counts.get(pair) ?? 0) + by * this.#counts[word]!);
    if (by < 0) return;
    const words = found.get(pair);
    if (words === undefined) found.set(pair, [word]);
    else if (words.at(-1) !== word) words.push(word);
  }
}
