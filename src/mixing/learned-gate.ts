import { dot } from "../vectors";
import { deferralLoss, sigmoid } from "./mixers/deferral";

/** s = σ(weights · z + bias) on the base's logits z [V]: when the assistant is called. */
export interface LearnedGate {
  readonly weights: Float32Array;
  readonly bias: number;
  /** Chosen on texts that the gate has not learnt from. */
  readonly threshold: number;
}

/** A token of a text: what the base's last state is like before it, and how likely both models find it. */
export interface GateExample {
  /** [D] */
  readonly features: Float32Array;
  /** Nats. */
  readonly base: number;
  readonly assistant: number;
  /** Of the base's distribution, nats. */
  readonly entropy: number;
}

/** Opens as σ(weights · features + bias). */
interface LinearGate {
  readonly weights: Float64Array;
  readonly bias: number;
}

const steps = 200;
const decay = 1e-3;
/** Below it a probability makes no difference and its logarithm could not be taken. */
const floor = 1e-30;

/**
 * Learns when to call from the marginal likelihood of `train` (Co-LLM, Shen et al. 2024, arXiv 2403.03870): which model wrote a token is
 * never told. Gradient steps on standardised features with momentum, those kept that are best on `validation`.
 */
export function learnGate(train: readonly GateExample[], validation: readonly GateExample[]): LinearGate {
  const width = train[0]!.features.length;
  const { mean, spread } = momentsOf(train);
  const scaled = train.map(({ features }) =>
    Float64Array.from(features, (value, d) => (value - mean[d]!) / spread[d]!),
  );
  const weights = new Float64Array(width);
  const velocity = new Float64Array(width);
  let [bias, drift] = [0, 0];
  const unscaled = (): LinearGate => {
    const own = weights.map((weight, d) => weight / spread[d]!);
    return { weights: own, bias: bias - dot(own, mean) };
  };
  let best = { gate: unscaled(), loss: marginalLoss(unscaled(), validation) };
  const rate = 4 / (width + 1);
  for (let step = 1; step <= steps; step++) {
    const gradient = weights.map((weight) => decay * weight);
    let slope = 0;
    for (const [i, example] of train.entries()) {
      const error = lossAt(example, dot(weights, scaled[i]!) + bias).gradient / train.length;
      slope += error;
      for (let d = 0; d < width; d++) gradient[d]! += error * scaled[i]![d]!;
    }
    drift = 0.9 * drift - rate * slope;
    bias += drift;
    for (let d = 0; d < width; d++) {
      velocity[d] = 0.9 * velocity[d]! - rate * gradient[d]!;
      weights[d]! += velocity[d]!;
    }
    if (step % 10 !== 0) continue;
    const loss = marginalLoss(unscaled(), validation);
    if (loss < best.loss) best = { gate: unscaled(), loss };
  }
  return best.gate;
}

/** The probability of calling before each token. */
export function gatesOf({ weights, bias }: LinearGate, examples: readonly GateExample[]): readonly number[] {
  return examples.map(({ features }) => sigmoid(dot(weights, features) + bias));
}

/** The threshold above which calling costs least in nats a token, of those midway between the gates. */
export function chosenThreshold(gates: readonly number[], examples: readonly GateExample[]): number {
  const order = gates.map((_, i) => i).toSorted((a, b) => gates[b]! - gates[a]!);
  let cost = examples.reduce((sum, { base }) => sum - base, 0);
  let best = { cost, threshold: 1 };
  for (const [called, i] of order.entries()) {
    cost += examples[i]!.base - examples[i]!.assistant;
    const next = order[called + 1];
    const threshold = next === undefined ? -1 : (gates[i]! + gates[next]!) / 2;
    if (cost < best.cost && (next === undefined || gates[i]! > gates[next]!)) best = { cost, threshold };
  }
  return best.threshold;
}

/** What a rule costs on texts that chose nothing, and the share of tokens at which it calls. */
export interface GateScore {
  readonly rule: string;
  /** Nats a token. */
  readonly nats: number;
  readonly calls: number;
}

/** The learned gate beside each model alone and beside two rules that call as often: by entropy, and at random. */
export function scoresOf(
  gates: readonly number[],
  threshold: number,
  examples: readonly GateExample[],
): readonly GateScore[] {
  const called = gates.map((gate) => gate > threshold);
  const calls = called.filter(Boolean).length;
  const unsure = new Set(
    examples
      .map((_, i) => i)
      .toSorted((a, b) => examples[b]!.entropy - examples[a]!.entropy)
      .slice(0, calls),
  );
  const nats = (calling: (i: number) => number) =>
    examples.reduce((sum, { base, assistant }, i) => sum - base - calling(i) * (assistant - base), 0) / examples.length;
  const share = calls / examples.length;
  return [
    { rule: "base alone", nats: nats(() => 0), calls: 0 },
    { rule: "assistant alone", nats: nats(() => 1), calls: 1 },
    { rule: "called by the learned gate", nats: nats((i) => Number(called[i])), calls: share },
    { rule: "called as often, by entropy", nats: nats((i) => Number(unsure.has(i))), calls: share },
    { rule: "called as often, at random", nats: nats(() => share), calls: share },
  ];
}

function marginalLoss({ weights, bias }: LinearGate, examples: readonly GateExample[]): number {
  return examples.reduce((sum, example) => sum + lossAt(example, dot(weights, example.features) + bias).loss, 0);
}

function lossAt({ base, assistant }: GateExample, d: number) {
  return deferralLoss(Math.max(floor, Math.exp(base)), Math.max(floor, Math.exp(assistant)), d);
}

function momentsOf(examples: readonly GateExample[]) {
  const count = examples.length;
  const mean = new Float64Array(examples[0]!.features.length);
  for (const { features } of examples) for (let d = 0; d < mean.length; d++) mean[d]! += features[d]! / count;
  const spread = new Float64Array(mean.length);
  for (const { features } of examples) {
    for (let d = 0; d < mean.length; d++) spread[d]! += (features[d]! - mean[d]!) ** 2 / count;
  }
  return { mean, spread: spread.map((variance) => Math.sqrt(variance) || 1) };
}
