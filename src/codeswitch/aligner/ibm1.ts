import { argmax } from "../../vectors";

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
  /** By target word the probability of each source word and, last, of the null word [targets, sources + 1]. */
  posterior(pair: WordPair): readonly Float64Array[];
  /** The likeliest source index of each target word; -1 for the null word. */
  align(pair: WordPair): readonly number[];
}

const nullWord = "\u0000";

/**
 * IBM Model 1 (Brown et al. 1993) by expectation maximisation over sentence pairs, with a fixed diagonal prior if wanted.
 * The prior does not change in training, so the likelihood of the corpus never falls.
 */
export function trainIbm1(pairs: readonly WordPair[], options: Ibm1Options): Ibm1 {
  const { unseen = 0, start = () => 1 } = options;
  const corpus = code(pairs);
  let table = startTable(corpus, start);
  const logLikelihoods: number[] = [];
  for (let round = 0; round < options.iterations; round += 1) {
    const counts = new Float64Array(table.length);
    logLikelihoods.push(expect(corpus, table, options, counts));
    table = normalised(counts, corpus);
  }
  logLikelihoods.push(expect(corpus, table, options, undefined));
  const { sources, targets, cellOf } = corpus;
  const lookUp = (source: string, target: string): number => {
    const cell = cellOf(sources.get(source), targets.get(target));
    return cell === undefined ? 0 : table[cell]!;
  };
  const model: Ibm1 = {
    translation: (source, target) => lookUp(source ?? nullWord, target),
    logLikelihoods,
    posterior([source, target]) {
      return target.map((word, place) => {
        const row = priorOf(place, source.length, target.length, options);
        let total = 0;
        for (const [index, other] of [...source, nullWord].entries()) {
          row[index]! *=
            lookUp(other, word) + (unseen === 0 ? 0 : unseen * (other === nullWord ? 1 : start(other, word)));
          total += row[index]!;
        }
        return total === 0 ? row : row.map((value) => value / total);
      });
    },
    align(pair) {
      const nothing = pair[0].length;
      return model.posterior(pair).map((row) => {
        const best = argmax(row);
        return best === nothing || row[best]! <= row[nothing]! ? -1 : best;
      });
    },
  };
  return model;
}

/** Sentence pairs in numbers: a cell is a source word, the null word included, and a target word that stood in one pair. */
interface Coded {
  readonly sources: ReadonlyMap<string, number>;
  readonly targets: ReadonlyMap<string, number>;
  /** By cell, its source word and its target word. */
  readonly sourceOf: readonly number[];
  readonly targetOf: readonly number[];
  /** By pair, how many source words, and the cells [targets, sources + 1], the null word last. */
  readonly pairs: readonly { readonly length: number; readonly cells: Int32Array }[];
  readonly cellOf: (source: number | undefined, target: number | undefined) => number | undefined;
}

function code(pairs: readonly WordPair[]): Coded {
  const sources = new Map<string, number>([[nullWord, 0]]);
  const targets = new Map<string, number>();
  const rows: Map<number, number>[] = [];
  const sourceOf: number[] = [];
  const targetOf: number[] = [];
  const coded = pairs.map(([source, target]) => {
    const from = [...source, nullWord].map((word) => numberOf(sources, word));
    const cells = target.flatMap((word) => {
      const to = numberOf(targets, word);
      return from.map((number) => {
        const row = (rows[number] ??= new Map<number, number>());
        const known = row.get(to);
        if (known !== undefined) return known;
        row.set(to, sourceOf.length);
        targetOf.push(to);
        return sourceOf.push(number) - 1;
      });
    });
    return { length: source.length, cells: Int32Array.from(cells) };
  });
  return {
    sources,
    targets,
    sourceOf,
    targetOf,
    pairs: coded,
    cellOf: (source, target) => (source === undefined || target === undefined ? undefined : rows[source]?.get(target)),
  };
}

function numberOf(numbers: Map<string, number>, word: string): number {
  const known = numbers.get(word) ?? numbers.size;
  numbers.set(word, known);
  return known;
}

/** Equal probabilities over all target words, raised where `start` knows better. */
function startTable(corpus: Coded, start: (source: string, target: string) => number): Float64Array {
  const [sources, targets] = [[...corpus.sources.keys()], [...corpus.targets.keys()]];
  const totals = sources.map(() => targets.length);
  const table = Float64Array.from(corpus.sourceOf, (source, cell) => {
    const weight = source === 0 ? 1 : start(sources[source]!, targets[corpus.targetOf[cell]!]!);
    totals[source]! += weight - 1;
    return weight;
  });
  return table.map((weight, cell) => weight / totals[corpus.sourceOf[cell]!]!);
}

/** Adds expected counts (where wanted) and returns the log-likelihood under the table. */
function expect(corpus: Coded, table: Float64Array, options: Ibm1Options, counts: Float64Array | undefined): number {
  let logLikelihood = 0;
  for (const { length, cells } of corpus.pairs) {
    const words = length + 1;
    const targets = cells.length / words;
    for (let place = 0; place < targets; place += 1) {
      const shares = priorOf(place, length, targets, options);
      let total = 0;
      for (let index = 0; index < words; index += 1) {
        shares[index]! *= table[cells[place * words + index]!]!;
        total += shares[index]!;
      }
      logLikelihood += Math.log(total);
      if (counts === undefined || total === 0) continue;
      for (let index = 0; index < words; index += 1) counts[cells[place * words + index]!]! += shares[index]! / total;
    }
  }
  return logLikelihood;
}

/** The prior over source places and, last, the null word. */
function priorOf(place: number, sources: number, targets: number, options: Ibm1Options): Float64Array {
  const weights = new Float64Array(sources + 1);
  let total = 0;
  for (let index = 0; index < sources; index += 1) {
    weights[index] = Math.exp(-options.tension * Math.abs((index + 0.5) / sources - (place + 0.5) / targets));
    total += weights[index]!;
  }
  const share = sources === 0 ? 1 : options.nullShare;
  for (let index = 0; index < sources; index += 1) weights[index]! *= (1 - share) / total;
  weights[sources] = share;
  return weights;
}

function normalised(counts: Float64Array, { sources, sourceOf }: Coded): Float64Array {
  const totals = new Float64Array(sources.size);
  for (const [cell, count] of counts.entries()) totals[sourceOf[cell]!]! += count;
  return counts.map((count, cell) => (totals[sourceOf[cell]!]! > 0 ? count / totals[sourceOf[cell]!]! : count));
}
