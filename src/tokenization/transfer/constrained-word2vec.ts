import { type Random, seededRandom } from "../../random";
import { dot } from "../../vectors";

interface ConstrainedSetting {
  /** Ids of the target vocabulary, a list a sentence. */
  readonly sentences: readonly (readonly number[])[];
  /** The vector of a token that stays as it is; of others undefined. */
  readonly frozen: (id: number) => Float32Array | undefined;
  /** Of what a new token may be made; of one width with the frozen ones, and of a length about one. */
  readonly candidates: readonly Float32Array[];
  /** Where a new token begins: one weight a candidate, positive. */
  readonly start: (id: number) => readonly number[];
  readonly epochs: number;
  readonly seed: number;
}

interface Constrained {
  /** Of each new token that the sentences have: a weight a candidate, none negative, one in all. */
  readonly weights: ReadonlyMap<number, Float64Array>;
  /** Of each epoch: the mean loss of a context with its negative ones, in nats. */
  readonly losses: readonly number[];
}

const window = 4;
const contextsAnEpoch = 16;
const negatives = 5;
const contextRate = 0.1;
const weightRate = 0.5;

/**
 * Skip-gram with negative sampling in which a new token's vector is v = Σ pᵢ · candidateᵢ with p = softmax(a), so that it stays in
 * their convex hull (Mundra et al. 2024, Constrained Word2Vec, arXiv 2407.05841). With g the gradient of the loss by v, that by the
 * weights is candidateᵢ · g, and a is stepped by it: the exponentiated gradient (Kivinen and Warmuth 1997).
 */
export function constrainedWord2vec(setting: ConstrainedSetting): Constrained {
  const { sentences, frozen, candidates, start, epochs, seed } = setting;
  const width = candidates[0]!.length;
  const random = seededRandom(seed);
  const contexts = contextsOf(sentences);
  const places = sentences.flat();
  const outputs = new Map([...contexts.keys()].map((id) => [id, new Float64Array(width)]));
  const logits = new Map<number, Float64Array>();
  for (const id of contexts.keys()) if (!frozen(id)) logits.set(id, Float64Array.from(start(id), Math.log));
  const losses: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    let [loss, seen] = [0, 0];
    for (const [id, near] of contexts) {
      const own = logits.get(id);
      const vector = own ? mean(candidates, softmax(own)) : Float64Array.from(frozen(id)!);
      const gradient = new Float64Array(width);
      for (let sample = 0; sample < Math.min(contextsAnEpoch, near.length); sample++) {
        loss += step(vector, outputs.get(pick(near, random))!, 1, gradient);
        for (let other = 0; other < negatives; other++) {
          // Words stand among all places as often as they occur: the unigram distribution.
          const output = outputs.get(pick(places, random));
          if (output) loss += step(vector, output, 0, gradient);
        }
        seen += 1;
      }
      if (own) for (const [at, candidate] of candidates.entries()) own[at]! -= weightRate * dot(candidate, gradient);
    }
    losses.push(loss / seen);
  }
  return { weights: new Map([...logits].map(([id, own]) => [id, softmax(own)])), losses };
}

/** One pair: adds to the gradient by the vector, moves the context's vector, gives the loss. */
function step(vector: Float64Array, output: Float64Array, truth: 0 | 1, gradient: Float64Array): number {
  const product = dot(vector, output);
  const error = 1 / (1 + Math.exp(-product)) - truth;
  for (let i = 0; i < vector.length; i++) {
    gradient[i]! += error * output[i]!;
    output[i]! -= contextRate * error * vector[i]!;
  }
  return Math.log1p(Math.exp(truth === 1 ? -product : product));
}

/** Of each token the tokens at most `window` places away, as often as they are there. */
function contextsOf(sentences: readonly (readonly number[])[]): ReadonlyMap<number, number[]> {
  const contexts = new Map<number, number[]>();
  for (const ids of sentences) {
    for (const [at, id] of ids.entries()) {
      const near = [...ids.slice(Math.max(0, at - window), at), ...ids.slice(at + 1, at + 1 + window)];
      if (near.length === 0) continue;
      const known = contexts.get(id);
      if (known) known.push(...near);
      else contexts.set(id, near);
    }
  }
  return contexts;
}

function softmax(logits: Float64Array): Float64Array {
  const most = logits.reduce((high, value) => Math.max(high, value), -Infinity);
  const powers = logits.map((value) => Math.exp(value - most));
  const sum = powers.reduce((total, value) => total + value, 0);
  return powers.map((value) => value / sum);
}

function mean(vectors: readonly Float32Array[], weights: Float64Array): Float64Array {
  const sum = new Float64Array(vectors[0]!.length);
  for (const [at, vector] of vectors.entries())
    for (let i = 0; i < sum.length; i++) sum[i]! += weights[at]! * vector[i]!;
  return sum;
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)]!;
}
