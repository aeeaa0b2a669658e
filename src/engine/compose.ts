import type { Geometry } from "../compiler/program";
import { seededRandom } from "../random";
import { unwrap } from "../result";
import { informedStrength, plannedStrength, probeStrength, type Strategy } from "../steering/dynamic-strength";
import type { Intervention } from "../steering/intervention";
import type { Prompt, SamplingOptions } from "./engine";
import { logitsAt, placeEdits, runStep } from "./forward";
import { type EditPlan, planEdits } from "./interventions";
import type { KvCache } from "./kv-cache";
import { logSumExp } from "./log-probability";
import { neutralSampling, sampleToken } from "./sampling";
import { runSequence } from "./sequence";
import type { ProgramSession } from "./sessions";
import { checkLogits } from "./text-checks";
import { TextStream } from "./text-stream";

/** Several properties, each with a strength of its own at every step. */
export interface ComposeSpec {
  readonly prompt: Prompt;
  /** For each property what is added at strength 1: vectors [D] after layers. */
  readonly properties: readonly (readonly { readonly layer: number; readonly vector: Float32Array }[])[];
  readonly strategy: Strategy;
  /** Of the strategies that do not ask the model. */
  readonly strength: number;
  /** Of the dynamic one. */
  readonly topP: number;
  readonly sampling: SamplingOptions;
}

/** A token with the strength of each property at the position that decided it. */
export interface ComposedToken {
  readonly id: number;
  readonly text: string;
  readonly strengths: readonly number[];
}

export interface ComposeRequest {
  /** Of a program with `composePlan`'s options. */
  readonly session: ProgramSession;
  readonly plan: EditPlan;
  readonly spec: ComposeSpec;
  readonly promptIds: readonly number[];
  readonly geometry: Geometry;
  readonly bytesOf: (id: number) => Uint8Array;
  readonly stopIds: ReadonlySet<number>;
  readonly onToken: (token: ComposedToken) => void;
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
}

const defaultNewTokens = 64;

/** Row 0 is the base, row k + 1 property k as it is tried out. */
export function composePlan({ properties }: ComposeSpec, geometry: Geometry): EditPlan {
  return unwrap(planEdits([[], ...properties.map((property) => pushed(property, probeStrength))], geometry));
}

/**
 * Writes a text whose every step is pushed anew. Only the position that decides a token is pushed, the prompt's others are not;
 * what was decided keeps the push that it was decided with. The dynamic strategy first tries that position without a push and
 * with each property alone, as one batch behind the same keys and values. Throws `logits-nan` and what the session throws.
 */
export async function composeText(request: ComposeRequest): Promise<void> {
  const { session, plan, spec, promptIds, geometry, bytesOf, stopIds, onToken, pause, signal } = request;
  const { properties, strategy } = spec;
  const rows = [0, ...properties.map((_, k) => k + 1)];
  const sampling = { ...neutralSampling, ...spec.sampling };
  const steps = Math.min(spec.sampling.maxNewTokens ?? defaultNewTokens, geometry.context - promptIds.length);
  const random = seededRandom(spec.sampling.seed ?? 0);
  const text = new TextStream(bytesOf);
  const seen = new Set(promptIds);
  const trial = placeEdits(session, plan.inputs("generation", rows));
  const cache = session.cache(1);
  let last = promptIds.at(-1)!;
  try {
    await readUnsteered(request, promptIds.slice(0, -1), cache);
    for (let step = 0; step < steps; step++) {
      await pause();
      signal.throwIfAborted();
      const strengths = await strengthsAt(step);
      const composed = properties.flatMap((property, k) => pushed(property, strengths[k]!));
      const logits = await runEdited(last, composed);
      checkLogits(logits, logSumExp(logits), promptIds.length + step - 1);
      last = sampleToken(logits, sampling, seen, random);
      if (stopIds.has(last) && (spec.sampling.stopAtEnd ?? true)) return;
      seen.add(last);
      onToken({ id: last, text: text.push(last), strengths });
    }
  } finally {
    cache.dispose();
    trial.dispose();
  }

  async function strengthsAt(step: number): Promise<readonly number[]> {
    if (strategy !== "dynamic") return properties.map(() => plannedStrength(strategy, spec.strength, step, steps));
    const tried = cache.select(rows.map(() => 0));
    try {
      const ids = rows.map(() => [last]);
      const { logits } = await runStep(session, {
        ids,
        cache: tried,
        edits: trial.tensors,
        outputs: ["logits"],
        signal,
      });
      const plain = logitsAt(logits!, 0, 0);
      return properties.map((_, k) => informedStrength(plain, logitsAt(logits!, k + 1, 0), { topP: spec.topP }));
    } finally {
      tried.dispose();
    }
  }

  /** Logits [V] behind one more id. */
  async function runEdited(id: number, interventions: readonly Intervention[]): Promise<Float32Array> {
    const edits = placeEdits(session, unwrap(planEdits([interventions], geometry)).inputs("generation", [0]));
    try {
      const { logits } = await runStep(session, {
        ids: [[id]],
        cache,
        edits: edits.tensors,
        outputs: ["logits"],
        signal,
      });
      return logitsAt(logits!, 0, 0);
    } finally {
      edits.dispose();
    }
  }
}

async function readUnsteered(
  { session, plan, pause, signal }: ComposeRequest,
  ids: readonly number[],
  cache: KvCache,
): Promise<void> {
  const edits = placeEdits(session, plan.inputs("generation", [0]));
  try {
    const pass = { session, edits: edits.tensors, pause, signal, outputs: [], keep: true };
    await runSequence(pass, ids, cache, () => undefined);
  } finally {
    edits.dispose();
  }
}

function pushed(property: ComposeSpec["properties"][number], strength: number): readonly Intervention[] {
  return property.map(({ layer, vector }) => ({ kind: "add", layer, vector, strength }));
}
