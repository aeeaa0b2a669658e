import { sum } from "../../vectors";

/** Two sentences as words, source and target. */
export type WordPair = readonly [source: readonly string[], target: readonly string[]];

export interface Ibm1Options {
  readonly iterations: number;
  /**
   * How strongly words are drawn to the same relative place: the prior of source word i for target word j is proportional
   * to exp(-tension · |i/m - j/n|), as in fast_align (Dyer et al. 2013). 0 is IBM Model 1 as it was published.
   */
  readonly tension: number;
  /** The share of the null word, which stands for no source word. */
  readonly nullShare: number;
  /** Weight that a word pair starts with, at least 0; 1 where nothing is known. EM starts from it. */
  readonly start?: (source: string, target: string) => number;
  /** Added to t when aligning, times `start`: words that never stood together are linked by their place. 0 where absent. */
  readonly unseen?: number;
}

export interface Ibm1 {
  /** t(target | source); `null` is the null word. 0 for words that never stood in one sentence pair. */
  translation(source: string | null, target: string): number;
  /** Nats of the corpus before each iteration, and after the last. Never falls. */
  readonly logLikelihoods: readonly number[];
  /** The likeliest source index of each target word; -1 for the null word. */
  align(pair: WordPair): readonly number[];
}

const nullWord = "\u0000";

/**
 * IBM Model 1 (Brown et al. 1993) by expectation maximisation over sentence pairs, with a fixed diagonal prior if wanted.
 * The prior does not change in training, so the likelihood of the corpus never falls.
 */
export function trainIbm1(pairs: readonly WordPair[], options: Ibm1Options): Ibm1 {
  let table = startTable(pairs, options.start ?? (() => 1));
  const logLikelihoods: number[] = [];
  for (let round = 0; round < options.iterations; round += 1) {
    const counts: Table = new Map();
    logLikelihoods.push(expect(pairs, table, options, counts));
    table = normalised(counts);
  }
  logLikelihoods.push(expect(pairs, table, options, undefined));
  const lookUp = (source: string, target: string): number => table.get(source)?.get(target) ?? 0;
  const { unseen = 0, start = () => 1 } = options;
  return {
    translation: (source, target) => lookUp(source ?? nullWord, target),
    logLikelihoods,
    align(pair) {
      const [source, target] = pair;
      return target.map((word, place) => {
        const prior = priorOf(place, source.length, target.length, options);
        let best = -1;
        let most = prior[source.length]! * (lookUp(nullWord, word) + unseen);
        for (const [index, other] of source.entries()) {
          const value = prior[index]! * (lookUp(other, word) + (unseen === 0 ? 0 : unseen * start(other, word)));
          if (value > most) [best, most] = [index, value];
        }
        return best;
      });
    },
  };
}

type Table = Map<string, Map<string, number>>;

/** Equal probabilities over all target words, raised where `start` knows better. */
function startTable(pairs: readonly WordPair[], start: (source: string, target: string) => number): Table {
  const vocabulary = new Set(pairs.flatMap(([, target]) => target)).size;
  const table: Table = new Map();
  for (const [source, target] of pairs) {
    for (const word of [nullWord, ...source]) {
      for (const other of target) set(table, word, other, word === nullWord ? 1 : start(word, other));
    }
  }
  for (const row of table.values()) {
    const total = [...row.values()].reduce((sum, weight) => sum + weight - 1, vocabulary);
    for (const [word, weight] of row) row.set(word, weight / total);
  }
  return table;
}

/** Adds expected counts (where wanted) and returns the log-likelihood under the table. */
function expect(pairs: readonly WordPair[], table: Table, options: Ibm1Options, counts: Table | undefined): number {
  let logLikelihood = 0;
  for (const [source, target] of pairs) {
    const words = [...source, nullWord];
    for (const [place, word] of target.entries()) {
      const prior = priorOf(place, source.length, target.length, options);
      const shares = words.map((other, index) => prior[index]! * (table.get(other)?.get(word) ?? 0));
      const total = sum(shares);
      logLikelihood += Math.log(total);
      if (counts === undefined || total === 0) continue;
      for (const [index, other] of words.entries()) {
        set(counts, other, word, (counts.get(other)?.get(word) ?? 0) + shares[index]! / total);
      }
    }
  }
  return logLikelihood;
}

/** The prior over source places and, last, the null word. */
function priorOf(place: number, sources: number, targets: number, options: Ibm1Options): readonly number[] {
  const weights = Array.from({ length: sources }, (_, index) =>
    Math.exp(-options.tension * Math.abs((index + 0.5) / sources - (place + 0.5) / targets)),
  );
  const total = sum(weights);
  const share = sources === 0 ? 1 : options.nullShare;
  return [...weights.map((weight) => ((1 - share) * weight) / total), share];
}

function set(table: Table, source: string, target: string, value: number): void {
  const row = table.get(source) ?? new Map<string, number>();
  row.set(target, value);
  table.set(source, row);
}

function normalised(table: Table): Table {
  for (const row of table.values()) {
    const total = sum([...row.values()]);
    if (total > 0) for (const [word, value] of row) row.set(word, value / total);
  }
  return table;
}
