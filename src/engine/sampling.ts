import type { Random } from "../random";
import { argmax } from "../vectors";

/** How the next token is drawn from logits. The defaults of `neutralSampling` change nothing and pick the greatest. */
export interface Sampling {
  /** 0 is greedy. */
  readonly temperature: number;
  /** Keep the k most probable; 0 keeps all. */
  readonly topK: number;
  /** Keep the smallest set whose probability reaches p (Holtzman et al. 2020); 1 keeps all. */
  readonly topP: number;
  /** Drop tokens less probable than minP times the most probable one (Nguyen et al. 2025); 0 keeps all. */
  readonly minP: number;
  /** 1 is none. Divides positive and multiplies negative logits of tokens seen so far (Keskar et al. 2019). */
  readonly repetitionPenalty: number;
}

export const neutralSampling: Sampling = { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 };

/** What is wrong with sampling settings; undefined when they can be used. */
export function findSamplingFault(
  sampling: Partial<Sampling> & { readonly maxNewTokens?: number },
): string | undefined {
  const { temperature = 0, topK = 0, topP = 1, minP = 0, repetitionPenalty = 1, maxNewTokens = 0 } = sampling;
  if (!(temperature >= 0 && temperature < 1e6)) return `The temperature is ${temperature}; it must be 0 or greater.`;
  if (!(Number.isInteger(topK) && topK >= 0)) return `Top-k is ${topK}; it must be a whole number, 0 for all.`;
  if (!(topP > 0 && topP <= 1)) return `Top-p is ${topP}; it must be above 0 and at most 1.`;
  if (!(minP >= 0 && minP <= 1)) return `Min-p is ${minP}; it must lie between 0 and 1.`;
  if (!(repetitionPenalty > 0 && repetitionPenalty < 1e6)) {
    return `The repetition penalty is ${repetitionPenalty}; it must be above 0.`;
  }
  if (!(Number.isInteger(maxNewTokens) && maxNewTokens >= 0)) {
    return `The number of new tokens is ${maxNewTokens}; it must be a whole number.`;
  }
  return undefined;
}

/**
 * The next token of one row of logits [V]: penalty, then temperature, top-k, top-p, min-p in that order, as
 * transformers does. Greedy ties go to the lowest id. `seen` are the ids of prompt and generation so far.
 */
export function sampleToken(
  logits: Float32Array,
  sampling: Sampling,
  seen: ReadonlySet<number>,
  random: Random,
): number {
  const scores = penalised(logits, sampling.repetitionPenalty, seen);
  if (sampling.temperature === 0) return argmax(scores);
  const { ids, probabilities } = candidates(scores, sampling);
  const count = Math.min(nucleus(probabilities, sampling.topP), aboveFloor(probabilities, sampling.minP));
  let mass = 0;
  for (let i = 0; i < count; i++) mass += probabilities[i]!;
  let left = random() * mass;
  for (let i = 0; i < count; i++) {
    left -= probabilities[i]!;
    if (left < 0) return ids[i]!;
  }
  return ids[count - 1]!;
}

function penalised(logits: Float32Array, penalty: number, seen: ReadonlySet<number>): Float32Array {
  if (penalty === 1) return logits;
  const scores = logits.slice();
  for (const id of seen) {
    const score = scores[id];
    if (score !== undefined) scores[id] = score > 0 ? score / penalty : score * penalty;
  }
  return scores;
}

interface Candidates {
  readonly ids: Uint32Array;
  /** After temperature and top-k. */
  readonly probabilities: Float64Array;
}

/** Rounding must not decide what is left out before it is looked at. */
const slack = 1e-5;

/**
 * Top-k tokens with their probabilities; falling, ties by rising id, where a filter needs the order. Tokens that top-p or
 * min-p would drop in any case are left out before the sorting, which is what costs with a large vocabulary.
 */
function candidates(scores: Float32Array, { temperature, topK, topP, minP }: Sampling): Candidates {
  const limit = topK > 0 ? Math.min(topK, scores.length) : scores.length;
  const kth = limit < scores.length ? scores.slice().sort()[scores.length - limit]! : Number.NEGATIVE_INFINITY;
  const top = scores[argmax(scores)]!;
  const weight = (score: number): number => Math.exp((score - top) / temperature);
  let above = 0;
  let sum = 0;
  for (const score of scores) {
    if (score <= kth) continue;
    above++;
    sum += weight(score);
  }
  // Of those that tie with the k-th, as many as there is room for.
  if (above < limit) sum += (limit - above) * weight(kth);

  // Less probable tokens have less than 1 - p of the mass, all together.
  const outsideNucleus = topP < 1 ? ((1 - topP) / limit) * sum : 0;
  const least = Math.max(outsideNucleus, minP) * (1 - slack);
  const found: number[] = [];
  for (const [id, score] of scores.entries()) if (score >= kth && weight(score) >= least) found.push(id);
  const ids = Uint32Array.from(found);
  if (limit < scores.length || topP < 1 || minP > 0) ids.sort((a, b) => scores[b]! - scores[a]! || a - b);
  const kept = ids.subarray(0, limit);
  return { ids: kept, probabilities: Float64Array.from(kept, (id) => weight(scores[id]!) / sum) };
}

/** How many of the falling probabilities reach the mass p together; at least one. */
function nucleus(probabilities: Float64Array, p: number): number {
  if (p >= 1) return probabilities.length;
  let mass = 0;
  for (let i = 0; i < probabilities.length; i++) {
    mass += probabilities[i]!;
    if (mass >= p) return i + 1;
  }
  return probabilities.length;
}

function aboveFloor(probabilities: Float64Array, minP: number): number {
  const floor = minP * probabilities[0]!;
  let count = 1;
  while (count < probabilities.length && probabilities[count]! >= floor) count++;
  return count;
}
