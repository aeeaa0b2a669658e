import { absoluteSum } from "../arithmetic/vectors";
import { keepRanks } from "../arithmetic/ranks";
import { densityRule, type Delta, deltaMethod, keepsNothing, maskRule, rescaleRule } from "./delta";
import { numberOf } from "./method";

const reference = "Yadav et al. 2023, arXiv 2306.01708";

/** Trim, elect a sign by weight, average what agrees. */
export const ties = deltaMethod({
  name: "ties",
  title: "TIES (trim, elect signs by weight)",
  reference: `${reference}; election as in mergekit (arXiv 2403.13257)`,
  formula:
    "keep the largest density · N of |δᵢ|;  s = sign(Σ wᵢδᵢ), + at 0;  θ = θ₀ + λ Σ_{sign wᵢδᵢ = s} wᵢδᵢ / Σ_{sign wᵢδᵢ = s} wᵢ",
  variant: "mergekit",
  parameters: { density: densityRule, rescale: rescaleRule(false), int8_mask: maskRule },
  normalize: true,
  thin: trim,
  join: electByWeight,
  object: keepsNothing,
});

/** As the paper has it: all models count alike in the election, and agreeing entries are averaged by their number. */
export const tiesPaper = deltaMethod({
  name: "ties_paper",
  title: "TIES (as in the paper: one vote a model)",
  reference,
  formula:
    "keep the largest density · N of |δᵢ|;  s = sign(Σ δᵢ);  θ = θ₀ + λ · mean of the wᵢδᵢ with sign s;  0 where none has it",
  variant: "paper",
  parameters: { density: densityRule },
  normalize: true,
  thin: trim,
  join: electOneVoteEach,
  object: keepsNothing,
});

function trim({ values, own, shared }: Delta): void {
  const whole = shared["rescale"] === true ? absoluteSum(values) : 0;
  keepRanks(values, 0, Math.floor(numberOf(own, "density") * values.length));
  if (shared["rescale"] === true) scaleTo(values, whole);
}

/** Scales values so that their absolute values sum to `whole`; values that are all zero stay so. */
export function scaleTo(values: Float32Array, whole: number): void {
  const kept = absoluteSum(values);
  if (kept === 0) return;
  for (let i = 0; i < values.length; i++) values[i] = (values[i]! * whole) / kept;
}

/** The sign is elected by weight, and what agrees is averaged by weight. */
export function electByWeight(deltas: readonly Float32Array[], weights: readonly number[], normalize: boolean) {
  return elect(deltas, weights, weights, normalize);
}

/** Each model has one vote, and what agrees is averaged by number. */
function electOneVoteEach(deltas: readonly Float32Array[], weights: readonly number[], normalize: boolean) {
  return elect(deltas, weights, Array<number>(weights.length).fill(1), normalize);
}

/** Added to a vote, it makes a tie positive and moves no other: the smallest f32 is 1.4e-45. */
export const tieBreak = 1e-60;

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
