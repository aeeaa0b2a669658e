import type { Engine, Model } from "../../../engine/engine";
import { logitsBehind } from "../../../mixing/bag";
import { vocabularyProblem } from "../../../mixing/check";
import { entropyOf, logSoftmax } from "../../../mixing/distribution";
import {
  chosenThreshold,
  type GateExample,
  type GateScore,
  gatesOf,
  type LearnedGate,
  learnGate,
  scoresOf,
} from "../../../mixing/learned-gate";
import { LabError } from "../../../result";
import type { RunTools } from "../../lab";
import { headRows } from "../../head-rows";
import { readTokens } from "../../read-tokens";

/** The two models of a gate, and what each reads before a text. */
export interface Pair {
  readonly models: readonly Model[];
  readonly before: readonly string[];
}

/** The gate, and what it is worth on sentences that chose nothing. */
export interface Learnt {
  readonly gate: LearnedGate;
  readonly scores: readonly GateScore[];
}

/**
 * Lets both models read `sentences` and learns when the second should be called: of five sentences three teach, one chooses the
 * threshold, one judges. The base's last state is read off its logits: z = W h, so Wᵀ z tells as much as h does.
 */
export async function learnFrom(pair: Pair, sentences: readonly string[], tools: RunTools): Promise<Learnt> {
  const { engine, onProgress } = tools;
  const [base, assistant] = pair.models as readonly [Model, Model];
  if (base.geometry.vocabulary !== assistant.geometry.vocabulary) {
    throw new LabError(vocabularyProblem(base.geometry.vocabulary, assistant.geometry.vocabulary));
  }
  const head = { rows: await headRows(engine, base), width: base.geometry.width };
  const parts: readonly GateExample[][] = [[], [], []];
  for (const [i, sentence] of sentences.entries()) {
    onProgress({ done: i, total: sentences.length, note: "learning when to call" });
    parts[partOf[i % partOf.length]!]!.push(...(await examplesOf(sentence, pair, head, tools)));
  }
  const [train, validation, test] = parts as unknown as readonly [GateExample[], GateExample[], GateExample[]];
  const linear = learnGate(train, validation);
  const threshold = chosenThreshold(gatesOf(linear, validation), validation);
  const bag = new Uint8Array(base.geometry.vocabulary);
  const weights = Float32Array.from(logitsBehind({ ...head, bag }, linear.weights));
  return {
    gate: { weights, bias: linear.bias, threshold },
    scores: scoresOf(gatesOf(linear, test), threshold, test),
  };
}

/** Of each five sentences: what they are for. */
const partOf = [0, 0, 0, 1, 2] as const;

interface Head {
  readonly rows: Float32Array;
  readonly width: number;
}

/** One a token but the first. */
async function examplesOf(sentence: string, pair: Pair, head: Head, tools: RunTools): Promise<readonly GateExample[]> {
  const [base, assistant] = [await read(0), await read(1)];
  return base.ids.slice(1).map((id, i) => {
    const z = base.rowBefore(i + 1);
    const own = logSoftmax(z);
    return {
      features: featuresOf(z, head),
      base: own[id]!,
      assistant: logSoftmax(assistant.rowBefore(i + 1))[id]!,
      entropy: entropyOf(own),
    };
  });

  async function read(model: 0 | 1) {
    return readBehind(tools.engine, pair.models[model]!, pair.before[model] ?? "", sentence, tools.signal);
  }
}

/** The sentence's own ids, and the logits [V] before each but, where nothing stands before the sentence, the first. */
async function readBehind(engine: Engine, model: Model, before: string, sentence: string, signal: AbortSignal) {
  const tokens = await readTokens(engine, model, sentence);
  const ids = tokens.filter(({ special }) => !special).map(({ id }) => id);
  const prefix = before === "" ? tokens.filter(({ special }) => special) : await readTokens(engine, model, before);
  const { logits } = await engine.logits(model, [...prefix.map(({ id }) => id), ...ids], { signal });
  const width = logits.dims[1]!;
  return {
    ids,
    rowBefore(token: number): Float32Array {
      const row = prefix.length + token - 1;
      return logits.data.subarray(row * width, (row + 1) * width);
    },
  };
}

/** Wᵀ z [D] */
function featuresOf(z: Float32Array, { rows, width }: Head): Float32Array {
  const features = new Float32Array(width);
  for (let token = 0; token < rows.length / width; token++) {
    const logit = z[token]!;
    for (let d = 0; d < width; d++) features[d]! += logit * rows[token * width + d]!;
  }
  return features;
}
