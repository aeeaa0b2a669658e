import type { CheckpointRef } from "../../src/checkpoints/checkpoint";
import { createEngine, type Backend, type Engine, type Model } from "../../src/engine/engine";
import type { Intervention } from "../../src/steering/intervention";
import { randomCheckpoint, shape135M } from "./random-checkpoint";
import { type DecodeTimes, decodeTimes } from "./decode-times";
import "./loading";
import "./merging";
import { transformersJs } from "./transformers-js";

export interface Row {
  readonly checkpoint: string;
  readonly backend: Backend;
  readonly promptTokens: number;
  readonly newTokens: number;
  readonly ours: DecodeTimes;
  readonly transformersJs: DecodeTimes;
  /** How many greedy tokens the two agree on, of `newTokens`. */
  readonly agreed: number;
  /** Time of decoding with every layer steered, and of a prefill with every layer captured, as ratios to plain runs. Null in a single round. */
  readonly steeringRatio: number | null;
  readonly capturingRatio: number | null;
}

const prompt = "The old man walked to the river and looked at the water. Then he sat down under a tree and";

declare global {
  interface Window {
    measure(
      checkpoint: "polyglot-base" | "random-135m",
      backend: Backend,
      newTokens: number,
      rounds: number,
    ): Promise<Row>;
  }
}

/** One row of the table: both runtimes on the same weights and prompt, in this page, one after the other. */
window.measure = async (checkpoint, backend, newTokens, rounds) => {
  const reference: CheckpointRef = checkpoint === "random-135m" ? randomCheckpoint(shape135M, 1) : checkpoint;
  const engine = createEngine({ embeddedBase: new URL("models/", document.baseURI).href });
  try {
    const started = performance.now();
    const model = await engine.load(reference, { backend });
    const load = (performance.now() - started) / 1000;
    const promptIds = (await engine.tokenize(model, prompt)).map(({ id }) => id);
    const ours = { load, ...(await decode(engine, model, newTokens, rounds)) };
    const steeringRatio = rounds > 1 ? await steering(engine, model, newTokens, rounds) : null;
    const capturingRatio = rounds > 1 ? await capturing(engine, model, rounds) : null;
    const onnx = await engine.exportOnnx(model);
    const config = await configOf(reference);
    await engine.unload(model);
    const theirs = await transformersJs(new Uint8Array(onnx), config, promptIds, newTokens, backend, rounds);
    return {
      checkpoint,
      backend,
      promptTokens: promptIds.length,
      newTokens,
      ours,
      transformersJs: theirs,
      agreed: ours.ids.filter((id, i) => id === theirs.ids[i]).length,
      steeringRatio,
      capturingRatio,
    };
  } finally {
    await engine.close();
  }
};

async function decode(
  engine: Engine,
  model: Model,
  newTokens: number,
  rounds: number,
): Promise<Omit<DecodeTimes, "load">> {
  return await decodeTimes((count) => generate(engine, model, count), newTokens, rounds);
}

async function generate(engine: Engine, model: Model, maxNewTokens: number, interventions: Intervention[] = []) {
  const begin = performance.now();
  const { ids } = await engine.generate(model, prompt, { maxNewTokens, interventions, stopAtEnd: false });
  return { seconds: (performance.now() - begin) / 1000, ids };
}

/** Plain and steered runs in turn; the ratio of their medians. */
async function steering(engine: Engine, model: Model, newTokens: number, rounds: number): Promise<number> {
  const interventions = Array.from(
    { length: model.geometry.layers },
    (_, layer): Intervention => ({
      kind: "add",
      layer,
      vector: new Float32Array(model.geometry.width).fill(0.01),
      strength: 1,
    }),
  );
  await generate(engine, model, 1, interventions);
  return await ratio(
    () => generate(engine, model, newTokens),
    () => generate(engine, model, newTokens, interventions),
    rounds,
  );
}

/** A prefill with `hook_resid_post` of every layer brought to the page, against the logits alone. */
async function capturing(engine: Engine, model: Model, rounds: number): Promise<number> {
  const ids = (await engine.tokenize(model, prompt)).map(({ id }) => id);
  const hooks = Array.from({ length: model.geometry.layers }, (_, layer) => `blocks.${layer}.hook_resid_post`);
  const plain = () => engine.logits(model, ids);
  const captured = () => engine.logits(model, ids, { hooks });
  await plain();
  await captured();
  return await ratio(plain, captured, rounds);
}

async function ratio(plain: () => Promise<unknown>, changed: () => Promise<unknown>, rounds: number): Promise<number> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    times[0].push(await secondsOf(plain));
    times[1].push(await secondsOf(changed));
  }
  return median(times[1]) / median(times[0]);
}

async function secondsOf(run: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await run();
  return (performance.now() - begin) / 1000;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

async function configOf(reference: CheckpointRef): Promise<Record<string, unknown>> {
  if (typeof reference !== "string") {
    return JSON.parse(await reference.find(({ name }) => name === "config.json")!.text()) as Record<string, unknown>;
  }
  const response = await fetch(new URL(`models/${reference}/config.json`, document.baseURI));
  return (await response.json()) as Record<string, unknown>;
}
