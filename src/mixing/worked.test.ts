import { describe, expect, it } from "vitest";
import { unwrap } from "../result";
import { mix, resolveParameters, type StepInput } from "./check";
import { logSoftmax } from "./distribution";
import { entropyBand, violationsOf } from "./entropy-band";
import { gradedDifficulty, tokenMissRate } from "./difficulty";
import type { Mixer, MixParameters } from "./mixer";
import { average } from "./mixers/average";
import { classifierFree } from "./mixers/classifier-free";
import { chosenThreshold, type GateExample, gatesOf, learnGate, scoresOf } from "./learned-gate";
import { deferral, deferralLoss } from "./mixers/deferral";
import { learnedDeferral } from "./mixers/learned-deferral";
import { difficultyControl } from "./mixers/difficulty";
import { emulatedFineTuning } from "./mixers/emulated-fine-tuning";
import { entropyAware } from "./mixers/entropy-aware";
import { expertGuidance } from "./mixers/expert-guidance";
import { genericLabels } from "./mixers/generic-labels";
import { logitDifference } from "./mixers/logit-difference";
import { posteriorMixture } from "./mixers/posterior-mixture";
import { weightedFusion } from "./mixers/weighted-fusion";

const of = (...probabilities: number[]) => Float32Array.from(probabilities, Math.log);

function run(mixer: Mixer, input: StepInput, given: Partial<MixParameters> = {}) {
  return unwrap(mix(mixer, input, unwrap(resolveParameters(mixer, input.logits.length, given))));
}

/** The mixture's probabilities. */
function mixed(mixer: Mixer, logits: Float32Array[], shared: MixParameters["shared"] = {}): number[] {
  return Array.from(logSoftmax(run(mixer, { logits }, { shared }).logits), Math.exp);
}

function expectClose(actual: readonly number[], wanted: readonly number[], digits = 4): void {
  expect(actual).toHaveLength(wanted.length);
  for (const [i, value] of actual.entries()) expect(value).toBeCloseTo(wanted[i]!, digits);
}

const tuned = of(0.2, 0.6, 0.2);
const small = of(0.4, 0.4, 0.2);

describe("emulated fine-tuning", () => {
  const large = of(0.5, 0.3, 0.2);
  it.each([
    [1, [0.2778, 0.5, 0.2222]],
    [0.5, [0.3839, 0.3989, 0.2172]],
    [0, [0.5, 0.3, 0.2]],
  ])("β = %s", (beta, wanted) => expectClose(mixed(emulatedFineTuning, [large, tuned, small], { beta }), wanted));

  it("from the small model itself is the tuned one; a second pair adds to the first", () => {
    expectClose(mixed(emulatedFineTuning, [small, tuned, small]), [0.2, 0.6, 0.2]);
    const twice = mixed(emulatedFineTuning, [large, tuned, small, tuned, small], { beta: 0.25, beta2: 0.25 });
    expectClose(twice, [0.3839, 0.3989, 0.2172]);
  });

  it("refuses a tuned model without its base", () => {
    const result = resolveParameters(emulatedFineTuning, 4);
    expect(result).toMatchObject({ ok: false, problem: { code: "input-invalid" } });
  });
});

describe("expert guidance", () => {
  it("γ = η = 0 is the expert; γ = 1 as worked; an expert that is its base stays", () => {
    expectClose(mixed(expertGuidance, [tuned, small, small], { gamma: 0, eta: 0 }), [0.2, 0.6, 0.2]);
    expectClose(mixed(expertGuidance, [tuned, small], { gamma: 1 }), [0.0833, 0.75, 0.1667]);
    expectClose(mixed(expertGuidance, [tuned, tuned], { gamma: 7 }), [0.2, 0.6, 0.2]);
  });

  it("negatives push away, and the mask drops what the expert finds implausible", () => {
    expectClose(mixed(expertGuidance, [tuned, tuned, small], { eta: 1 }), [0.0833, 0.75, 0.1667]);
    expectClose(mixed(expertGuidance, [tuned, small], { gamma: 1, alpha: 0.5 }), [0, 1, 0]);
  });
});

describe("classifier-free guidance", () => {
  it("w = 0 is the condition; w = 1 as worked", () => {
    const models = [of(0.6, 0.3, 0.1), of(0.4, 0.4, 0.2)];
    expectClose(mixed(classifierFree, models, { weight: 0 }), [0.6, 0.3, 0.1]);
    expectClose(mixed(classifierFree, models, { weight: 1 }), [0.766, 0.1915, 0.0426]);
  });
});

describe("posterior mixture", () => {
  const past = [{ id: 0, entropy: 0, logProbabilities: [Math.log(0.8), Math.log(0.2)] }];
  it("likelihoods 0.8 and 0.2 give the posterior (0.8, 0.2) and 0.42", () => {
    const result = run(posteriorMixture, { logits: [of(0.5, 0.5), of(0.1, 0.9)], past });
    expectClose(result.weights!, [0.8, 0.2]);
    expect(Math.exp(result.logits[0]!)).toBeCloseTo(0.42, 6);
  });

  it("a prior of 0 removes an expert; the prompt counts", () => {
    const logits = [of(0.5, 0.5), of(0.1, 0.9)];
    expectClose(run(posteriorMixture, { logits, past }, { models: [{ prior: 0 }, {}] }).weights!, [0, 1]);
    const promptLikelihoods = [Math.log(0.2), Math.log(0.8)];
    expectClose(run(posteriorMixture, { logits, past, promptLikelihoods }).weights!, [0.5, 0.5]);
  });
});

describe("forgetting", () => {
  it("generic labels as worked", () => {
    const logits = [Float32Array.of(2, 1, 0), Float32Array.of(1, 3, 0)];
    const rows = [1, 0.5, 0].map((alpha) => Array.from(run(genericLabels, { logits }, { shared: { alpha } }).logits));
    expect(rows).toEqual([
      [2, -1, 0],
      [2, 0, 0],
      [2, 1, 0],
    ]);
  });

  it("w = 0 and an assistant that knows nothing leave the model; improbable tokens are left alone", () => {
    const target = of(0.6, 0.37, 0.03);
    expectClose(mixed(logitDifference, [target, tuned], { weight: 0 }), [0.6, 0.37, 0.03]);
    expectClose(mixed(logitDifference, [target, new Float32Array(3)]), [0.6, 0.37, 0.03]);
    const { logits } = run(logitDifference, { logits: [target, tuned] });
    expect(logits[2]).toBeCloseTo(Math.log(0.03), 5);
    expect(logits[1]! - logits[0]!).toBeCloseTo(Math.log(0.37 / 0.6) - Math.log(3), 5);
  });
});

describe("deferral", () => {
  it("the marginal likelihood and its gradient as worked, and by finite differences", () => {
    const { mixture, responsibility, gradient } = deferralLoss(0.2, 0.6, 0);
    expectClose([mixture, responsibility, gradient], [0.4, 0.75, -0.25], 12);
    const slope = (deferralLoss(0.1, 0.7, 0.301).loss - deferralLoss(0.1, 0.7, 0.299).loss) / 0.002;
    expect(deferralLoss(0.1, 0.7, 0.3).gradient).toBeCloseTo(slope, 5);
  });

  it("threshold 1: base alone; below 0: assistant alone; else by entropy", () => {
    const writer = (base: Float32Array, threshold: number) =>
      run(deferral, { logits: [base, tuned] }, { shared: { threshold, centre: 0.5 } }).writer;
    const sure = of(0.98, 0.01, 0.01);
    expect([writer(small, 1), writer(sure, -0.5), writer(small, 0.5), writer(sure, 0.5)]).toEqual([0, 1, 1, 0]);
  });
});

describe("learned deferral", () => {
  it("threshold 1: base alone; below 0: assistant alone; else the one that was chosen", () => {
    const gate = { weights: new Float32Array([2, 0, 0]), bias: -1, threshold: 0.7 };
    const writer = (first: number, shared: Readonly<Record<string, number | string>>) =>
      run(learnedDeferral, { logits: [new Float32Array([first, 0, 0]), tuned], materials: { gate } }, { shared });
    expect(writer(0.5, { cut: "given", threshold: 1 }).writer).toBe(0);
    expect(writer(0.5, { cut: "given", threshold: -0.1 }).writer).toBe(1);
    expect(writer(0.5, { cut: "given", threshold: 0.4 })).toMatchObject({ writer: 1, weights: [0.5, 0.5] }); // σ(2 · 0.5 − 1)
    expect(writer(0.5, {}).writer).toBe(0);
    expect(writer(2, {}).writer).toBe(1); // σ(3) = 0.95
  });

  /** Who knows the token is who the first feature says; the second says nothing. */
  const examples = Array.from({ length: 40 }, (_, i): GateExample => {
    const assistantKnows = i % 2 === 0;
    return {
      features: new Float32Array([assistantKnows ? 1 : -1, (i % 5) - 2]),
      base: Math.log(assistantKnows ? 0.1 : 0.8),
      assistant: Math.log(assistantKnows ? 0.8 : 0.1),
      entropy: 1,
    };
  });

  it("learns from the likelihood alone who knows, and then costs −ln 0.8 a token", () => {
    const gates = gatesOf(learnGate(examples, examples), examples);
    expect(gates.every((gate, i) => gate > 0.9 === (i % 2 === 0) && gate < 0.1 === (i % 2 === 1))).toBe(true);
    const scores = scoresOf(gates, chosenThreshold(gates, examples), examples);
    const alone = -(Math.log(0.1) + Math.log(0.8)) / 2;
    expectClose(
      scores.map(({ nats }) => nats),
      [alone, alone, -Math.log(0.8), alone, alone],
      9,
    );
    expect(scores.map(({ calls }) => calls)).toEqual([0, 1, 0.5, 0.5, 0.5]);
  });

  it("the threshold: 1.5 and 0.5 nats saved by two calls, 2 lost by the third: midway between 0.6 and 0.2", () => {
    const costs = [1.5, 0.5, -2].map((saved) => ({ ...examples[0]!, base: -2, assistant: saved - 2 }));
    expect(chosenThreshold([0.9, 0.6, 0.2], costs)).toBeCloseTo(0.4, 12);
    expect(chosenThreshold([0.2, 0.6, 0.9], costs)).toBe(1);
  });
});

describe("difficulty control", () => {
  it("scores as worked", () => {
    const difficulty = { probability: (ids: readonly number[]) => [0.2, 0.9, 0.5][ids.at(-1)!]! };
    const logits = [of(0.4, 0.3, 0.3)];
    const at = (lambda: number) =>
      run(difficultyControl, { logits, materials: { difficulty } }, { shared: { lambda, topK: 2 } }).logits;
    expectClose(Array.from(at(1)).slice(0, 2), [-2.526, -1.309], 3);
    expect(at(1)[2]).toBe(Number.NEGATIVE_INFINITY);
    expect(at(0)[0]! > at(0)[1]!).toBe(true);
  });

  it("token miss rate: 10 tokens, 6 listed, 2 above", () => {
    const list = new Map([
      ["a", 1],
      ["b", 1],
      ["c", 2],
      ["d", 2],
      ["e", 3],
      ["f", 3],
    ]);
    expect(tokenMissRate("a b c d e f u v w x", list, 2)).toBeCloseTo(0.333, 3);
    expect(tokenMissRate("a u v w", list, 2)).toBeUndefined();
    const model = gradedDifficulty(list, 2, (ids) => ids.map((id) => "abcdef"[id]).join(" "));
    expect(model.probability([0, 1])).toBeGreaterThan(0.7);
    expect(model.probability([0, 4])).toBeLessThan(0.05);
  });
});

describe("entropy-aware decoding", () => {
  const band = entropyBand(
    [
      [1, 1, 1],
      [0.5, 0.5, 0.5],
    ],
    0,
  );
  const logits = [of(0.5, 0.3, 0.2)];
  const past = (...entropies: number[]) => entropies.map((entropy) => ({ id: 1, entropy, logProbabilities: [0] }));
  const step = (entropies: number[], shared: MixParameters["shared"], own = logits) =>
    run(
      entropyAware,
      { logits: own, past: past(...entropies), materials: { band } },
      { shared: { greedy: 0, ...shared } },
    );

  it("an infinite band is greedy, above it samples, too long below it takes back", () => {
    expect(step([0, 0, 0], { width: 1e9 }).draw).toBe("greedy");
    expect(step([0.7], { width: 1 }).draw).toBe("sample");
    const sure = [of(0.998, 0.001, 0.001)];
    expect(step([0.7, 0, 0], { width: 1, patience: 2 }, sure).rewindTo).toBe(1);
    expect(step([0.7, 0, 0], { width: 1, patience: 3 }, sure).rewindTo).toBeUndefined();
    expect(step([0.7, 0, 0], { width: 1, patience: 2, backOffs: 0 }, sure).rewindTo).toBeUndefined();
  });

  it("counts violations on both sides", () => {
    expect(violationsOf([2, 0.1, 0.75, 0.8], band, 1)).toEqual({ above: 0.25, below: 0.25 });
  });
});

describe("weighted means", () => {
  it("arithmetic and geometric", () => {
    const logits = [of(0.5, 0.5), of(0.1, 0.9)];
    expectClose(mixed(average, logits), [0.3, 0.7]);
    const root = (a: number, b: number) => Math.sqrt(a * b);
    const sum = root(0.5, 0.1) + root(0.5, 0.9);
    expectClose(mixed(average, logits, { mean: "geometric" }), [root(0.5, 0.1) / sum, root(0.5, 0.9) / sum]);
    const alone = run(average, { logits }, { models: [{ weight: 0 }, {}] });
    expectClose(Array.from(alone.logits, Math.exp), [0.1, 0.9]);
  });

  it("fusion: a large T is uniform, a small one takes the best; the threshold drops the weak", () => {
    const logits = [of(0.5, 0.5), of(0.1, 0.9)];
    const past = [{ id: 0, entropy: 0, logProbabilities: [Math.log(0.8), Math.log(0.2)] }];
    const weights = (shared: MixParameters["shared"]) => run(weightedFusion, { logits, past }, { shared }).weights!;
    expectClose(weights({ temperature: 1e6 }), [0.5, 0.5]);
    expectClose(weights({ temperature: 1e-3 }), [1, 0]);
    expectClose(weights({ temperature: 1 }), [0.8, 0.2]);
    expectClose(weights({ temperature: 1, threshold: 0.3 }), [1, 0]);
    expectClose(weights({ temperature: 1e-3, score: "certainty" }), [0, 1]);
  });
});
