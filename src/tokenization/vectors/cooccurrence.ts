/** How often each word was seen in each context. */
export interface CooccurrenceCounts {
  readonly words: readonly string[];
  /** Number of contexts. */
  readonly contexts: number;
  readonly cells: readonly { readonly word: number; readonly context: number; readonly count: number }[];
}

/**
 * A context is a sentence with its translations: words that stand in the same sentences come to lie together, whatever their
 * language, and no dictionary is needed (Levy, Søgaard and Goldberg 2017, arXiv 1608.05426). `sentences[i]` are all words of sentence i.
 */
export function sentenceCounts(sentences: readonly (readonly string[])[]): CooccurrenceCounts {
  const counter = new Counter();
  for (const [context, words] of sentences.entries()) for (const word of words) counter.add(word, context);
  return counter.counts(sentences.length);
}

/** A context is a word not more than `window` words away, in one text of one language. */
export function windowCounts(sentences: readonly (readonly string[])[], window: number): CooccurrenceCounts {
  const counter = new Counter();
  for (const words of sentences) {
    for (const [at, word] of words.entries()) {
      for (let near = Math.max(0, at - window); near <= Math.min(words.length - 1, at + window); near++) {
        if (near !== at) counter.add(word, counter.idOf(words[near]!));
      }
    }
  }
  return counter.counts();
}

class Counter {
  readonly #ids = new Map<string, number>();
  readonly #rows: Map<number, number>[] = [];

  idOf(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    this.#rows.push(new Map());
    this.#ids.set(word, this.#rows.length - 1);
    return this.#rows.length - 1;
  }

  add(word: string, context: number): void {
    const row = this.#rows[this.idOf(word)]!;
    row.set(context, (row.get(context) ?? 0) + 1);
  }

  counts(contexts = this.#rows.length): CooccurrenceCounts {
    const cells = this.#rows.flatMap((row, word) => [...row].map(([context, count]) => ({ word, context, count })));
    return { words: [...this.#ids.keys()], contexts, cells };
  }
}
