/** Added to a vote, it makes a tie positive and moves no other: the smallest f32 is 1.4e-45. */
export const tieBreak = 1e-60;

/** The sign is that of the weighted sum, and what agrees is averaged by weight. */
export function electByWeight(deltas: readonly Float32Array[], weights: readonly number[], normalize: boolean) {
  return elect(deltas, weights, weights, normalize);
}

/** The sign is that of the sum without the weights, so that magnitudes alone vote, and what agrees is averaged by number. */
export function electUnweighted(deltas: readonly Float32Array[], weights: readonly number[], normalize: boolean) {
  return elect(deltas, weights, Array<number>(weights.length).fill(1), normalize);
}

/**
 * The entries that agree with the elected sign, averaged by `votes` or summed. Written into the first difference. Votes are
 * added in f32, as PyTorch does: 0.1 + 0.2 - 0.3 is a tie there. Comparisons are made numbers, as no processor foresees signs.
 */
function elect(
  deltas: readonly Float32Array[],
  weights: readonly number[],
  votes: readonly number[],
  normalize: boolean,
): Float32Array {
  const merged = deltas[0]!;
  const count = deltas.length;
  if (count === 2) return electOfTwo(deltas[0]!, deltas[1]!, weights, votes, normalize);
  for (let i = 0; i < merged.length; i++) {
    let vote = 0;
    for (let j = 0; j < count; j++) vote = Math.fround(vote + Math.fround(votes[j]! * deltas[j]![i]!));
    vote += tieBreak;
    let sum = 0;
    let divisor = 0;
    for (let j = 0; j < count; j++) {
      const value = deltas[j]![i]!;
      const agrees = Number(votes[j]! * value * vote > 0);
      sum += agrees * weights[j]! * value;
      divisor += agrees * votes[j]!;
    }
    merged[i] = normalize && divisor !== 0 ? sum / divisor : sum;
  }
  return merged;
}

/** The same for two, as most merges have: written out it is four times as fast. */
function electOfTwo(
  a: Float32Array,
  b: Float32Array,
  [weightA = 0, weightB = 0]: readonly number[],
  [votesA = 0, votesB = 0]: readonly number[],
  normalize: boolean,
): Float32Array {
  const [divideA, divideB] = normalize ? [votesA, votesB] : [0, 0];
  for (let i = 0; i < a.length; i++) {
    const x = a[i]!;
    const y = b[i]!;
    const voteA = votesA * x;
    const voteB = votesB * y;
    const vote = Math.fround(Math.fround(voteA) + Math.fround(voteB)) + tieBreak;
    const agreesA = Number(voteA * vote > 0);
    const agreesB = Number(voteB * vote > 0);
    const divisor = agreesA * divideA + agreesB * divideB;
    a[i] = (agreesA * weightA * x + agreesB * weightB * y) / (divisor + Number(divisor === 0));
  }
  return a;
}
