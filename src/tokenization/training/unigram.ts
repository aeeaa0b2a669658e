import { seedPieces, type WordLattice } from "./unigram-seeds";
import { alphabetOf, metaspaceWords } from "./pre-tokens";
import { expectedCounts, lossesWithout } from "./unigram-model";
import { metaspace, tokenizerFiles } from "./tokenizer-file";
import { checkTraining, type Trainer } from "./trainer";
import { sum } from "../../vectors";

const unknown = "<unk>";
const seedsPerRow = 30;
const roundsBeforePruning = 2;
const keptInPruning = 0.75;
/** Pruning stops a little above the size, and the least likely pieces are cut by probability. */
const slack = 1.1;
const leastExpectedCount = 0.5;

/**
 * A unigram language model over pieces: begin with all frequent substrings, fit their probabilities by EM, drop the quarter whose
 * loss costs the likelihood least, and again until the size is reached. Single characters always stay.
 */
export const unigram: Trainer = {
  name: "unigram",
  title: "Unigram language model",
  reference: "Kudo 2018, arXiv 1804.10959; as in SentencePiece",
  *train(text, { vocabularySize, specialTokens }) {
    const words = metaspaceWords(text);
    const special = [...specialTokens, ...(specialTokens.includes(unknown) ? [] : [unknown])];
    const alphabet = alphabetOf(words);
    checkTraining(words, special.length + alphabet.length, vocabularySize);
    const wanted = vocabularySize - special.length;
    const lattice = seedPieces(words, alphabet, Math.max(10_000, seedsPerRow * wanted));
    const scores = yield* fit(lattice, wanted);
    const rest = Array.from(scores.keys())
      .filter((piece) => piece >= alphabet.length && scores[piece]! > Number.NEGATIVE_INFINITY)
      .sort((a, b) => scores[b]! - scores[a]! || a - b)
      .slice(0, wanted - alphabet.length);
    // Characters that EM found no use for are the least likely pieces, each a little less than the one before.
    const lowest = scores.reduce((low, score) => (score > Number.NEGATIVE_INFINITY && score < low ? score : low), 0);
    let unused = 0;
    const pieces = [...alphabet.keys(), ...rest].map((piece): readonly [string, number] => {
      const score = scores[piece]!;
      return [lattice.pieces[piece]!, score > Number.NEGATIVE_INFINITY ? score : lowest - ++unused * 1e-4];
    });
    pieces.sort((a, b) => b[1] - a[1]);
    return tokenizerFiles({
      specialTokens: special,
      preTokenizer: metaspace,
      decoder: metaspace,
      model: {
        type: "Unigram",
        unk_id: special.indexOf(unknown),
        vocab: [...special.map((token) => [token, 0] as const), ...pieces],
        byte_fallback: false,
      },
    });
  },
};

/** Log probabilities by piece; -Infinity for those that were dropped. */
function* fit(lattice: WordLattice, wanted: number) {
  const { pieces, characters, frequencies } = lattice;
  const start = Math.log(sum(frequencies));
  let scores: Float64Array = frequencies.map((frequency) => Math.log(frequency) - start);
  let alive = pieces.length;
  const total = Math.log(Math.max(alive / wanted, 1)) + 1;
  const target = Math.max(Math.ceil(wanted * slack), characters);
  for (;;) {
    for (let round = 0; round < roundsBeforePruning; round++) {
      yield { done: total - 1 - Math.log(Math.max(alive / wanted, 1)), total };
      scores = maximise(expectedCounts(lattice, scores), characters);
    }
    alive = scores.filter((score) => score > Number.NEGATIVE_INFINITY).length;
    if (alive <= target) return scores;
    const losses = lossesWithout(lattice, scores);
    const droppable = [...losses.keys()]
      .filter((piece) => piece >= characters && scores[piece]! > Number.NEGATIVE_INFINITY)
      .sort((a, b) => losses[b]! - losses[a]! || a - b);
    const kept = Math.max(target, Math.floor(alive * keptInPruning)) - (alive - droppable.length);
    for (const piece of droppable.slice(Math.max(0, kept))) scores[piece] = Number.NEGATIVE_INFINITY;
  }
}

/** The M step with SentencePiece's sparse prior: exp(digamma(count)) in place of the count; pieces below half an occurrence go. */
function maximise(counts: Float64Array, characters: number): Float64Array {
  const kept = counts.map((count, piece) => (count >= leastExpectedCount || piece < characters ? count : 0));
  const total = digamma(sum(kept));
  return kept.map((count) => (count > 0 ? digamma(count) - total : Number.NEGATIVE_INFINITY));
}

/** d/dx ln Γ(x), by recurrence and the asymptotic series; error below 1e-9 for x > 0. */
function digamma(x: number): number {
  let value = 0;
  let at = x;
  for (; at < 7; at += 1) value -= 1 / at;
  const inverse = 1 / (at * at);
  return (
    value + Math.log(at) - 0.5 / at - inverse * (1 / 12 - inverse * (1 / 120 - inverse * (1 / 252 - inverse / 240)))
  );
}
