import type { WordLattice } from "./unigram-seeds";
import { sum } from "../../vectors";

/** The E step: how often each piece is expected in the words, over all their segmentations (forward-backward, in logarithms). */
export function expectedCounts(lattice: WordLattice, scores: Float64Array): Float64Array {
  const { offsets, edgeStart, edgeEnd, edgePiece, lengths, counts } = lattice;
  const expected = new Float64Array(scores.length);
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const forward = new Float64Array(longest + 1);
  const backward = new Float64Array(longest + 1);
  for (let word = 0; word < lengths.length; word++) {
    const length = lengths[word]!;
    const [first, last] = [offsets[word]!, offsets[word + 1]!];
    forward.fill(Number.NEGATIVE_INFINITY, 0, length + 1);
    backward.fill(Number.NEGATIVE_INFINITY, 0, length + 1);
    forward[0] = 0;
    backward[length] = 0;
    for (let edge = first; edge < last; edge++) {
      const end = edgeEnd[edge]!;
      forward[end] = logAdd(forward[end]!, forward[edgeStart[edge]!]! + scores[edgePiece[edge]!]!);
    }
    for (let edge = last - 1; edge >= first; edge--) {
      const start = edgeStart[edge]!;
      backward[start] = logAdd(backward[start]!, backward[edgeEnd[edge]!]! + scores[edgePiece[edge]!]!);
    }
    const whole = forward[length]!;
    for (let edge = first; edge < last; edge++) {
      const piece = edgePiece[edge]!;
      const log = forward[edgeStart[edge]!]! + scores[piece]! + backward[edgeEnd[edge]!]! - whole;
      if (log > -30) expected[piece]! += counts[word]! * Math.exp(log);
    }
  }
  return expected;
}

function logAdd(a: number, b: number): number {
  if (a === Number.NEGATIVE_INFINITY) return b;
  if (b === Number.NEGATIVE_INFINITY) return a;
  const [most, least] = a > b ? [a, b] : [b, a];
  return least < most - 40 ? most : most + Math.log1p(Math.exp(least - most));
}

/**
 * What the likelihood of the best segmentations loses for each piece if it were spelt by others: its share of the tokens times the
 * logarithm it would lose, as in SentencePiece. Infinity where nothing else spells it.
 */
export function lossesWithout(lattice: WordLattice, scores: Float64Array): Float64Array {
  const used = usedCounts(lattice, scores);
  const total = sum(used);
  const losses = new Float64Array(scores.length);
  for (const [piece, text] of lattice.pieces.entries()) {
    const count = used[piece]!;
    if (scores[piece] === Number.NEGATIVE_INFINITY || count === 0) continue;
    const others = spellingWithout(Array.from(text), piece, lattice.idOf, scores);
    if (others === undefined) {
      losses[piece] = Number.POSITIVE_INFINITY;
      continue;
    }
    const grown = Math.log(total + count * (others.length - 1));
    const spelt = others.reduce((sum, other) => sum + Math.log(used[other]! + count) - grown, 0);
    losses[piece] = (count / total) * (Math.log(count) - Math.log(total) - spelt);
  }
  return losses;
}

/** How often each piece is used in the best segmentations of the words. */
function usedCounts(lattice: WordLattice, scores: Float64Array): Float64Array {
  const { offsets, edgeStart, edgeEnd, edgePiece, lengths, counts } = lattice;
  const used = new Float64Array(scores.length);
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const best = new Float64Array(longest + 1);
  const arriving = new Int32Array(longest + 1);
  for (let word = 0; word < lengths.length; word++) {
    const length = lengths[word]!;
    best.fill(Number.NEGATIVE_INFINITY, 0, length + 1);
    best[0] = 0;
    for (let edge = offsets[word]!; edge < offsets[word + 1]!; edge++) {
      const score = best[edgeStart[edge]!]! + scores[edgePiece[edge]!]!;
      const end = edgeEnd[edge]!;
      if (score > best[end]!) {
        best[end] = score;
        arriving[end] = edge;
      }
    }
    for (let end = length; end > 0; end = edgeStart[arriving[end]!]!)
      used[edgePiece[arriving[end]!]!]! += counts[word]!;
  }
  return used;
}

/** The best segmentation of a piece into others. */
function spellingWithout(
  text: readonly string[],
  piece: number,
  idOf: ReadonlyMap<string, number>,
  scores: Float64Array,
): readonly number[] | undefined {
  const best = [0];
  const arriving: { readonly start: number; readonly id: number }[] = [];
  for (let end = 1; end <= text.length; end++) {
    best[end] = Number.NEGATIVE_INFINITY;
    for (let start = 0; start < end; start++) {
      const id = idOf.get(text.slice(start, end).join(""));
      if (id === undefined || id === piece) continue;
      const score = best[start]! + scores[id]!;
      if (score <= best[end]!) continue;
      best[end] = score;
      arriving[end] = { start, id };
    }
  }
  const spelling: number[] = [];
  for (let end = text.length; end > 0; ) {
    const arrival = arriving[end];
    if (arrival === undefined) return undefined;
    spelling.unshift(arrival.id);
    end = arrival.start;
  }
  return spelling;
}
