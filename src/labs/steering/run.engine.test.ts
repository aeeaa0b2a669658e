import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filesOf } from "../../checkpoints/node-files";
import type { Engine } from "../../engine/engine";
import { createLocalEngine } from "../../engine/local";
import { defaults, type Document } from "../../experiments/documents/steering";
import { steer } from "../../steering/interventions";
import { unwrap } from "../../result";
import type { SteeringResult } from "./result";
import { run } from "./run";

const local = createLocalEngine();
let engine: Engine;

async function finished(change: Partial<Document>): Promise<SteeringResult> {
  const document = { ...defaults, prompts: "The old woman\nIn the morning", maxNewTokens: 10, ...change };
  let last: SteeringResult | undefined;
  const tools = { engine, signal: new AbortController().signal, onProgress: () => {} };
  for await (const result of run(document, tools)) last = result;
  return last!;
}

const textsOf = ({ comparisons }: SteeringResult, row: number) =>
  comparisons.map(({ rows }) => rows[row]!.continuation.text);

/** The real engine on the real checkpoint: what steering is for, and what must hold whatever the weights are. */
describe("steering polyglot-base from English to German", () => {
  beforeAll(async () => {
    const model = await local.load(await filesOf("public/models/polyglot-base"));
    engine = new Proxy(local, {
      get(target, key) {
        if (key === "load") return () => Promise.resolve(model);
        const member: unknown = Reflect.get(target, key, target);
        return typeof member === "function" ? (member.bind(target) as unknown) : member;
      },
    });
  });
  afterAll(() => local.close());

  test("3.1 strength 0 is the base exactly, steered and random alike; languages separate at every layer, further later", async () => {
    const result = await finished({ strength: 0 });
    expect(textsOf(result, 1)).toEqual(textsOf(result, 0));
    expect(textsOf(result, 2)).toEqual(textsOf(result, 0));
    expect(textsOf(result, 3)).toEqual(textsOf(result, 0));
    expect(result.summaries.slice(0, 4).map(({ changed }) => changed?.value)).toEqual([0, 0, 0, 0]);
    const { layers } = result;
    for (const { accuracy, dPrime } of layers) {
      expect(accuracy).toBeGreaterThan(0.9);
      expect(dPrime).toBeGreaterThan(2);
    }
    expect(layers.at(-1)!.classDistance).toBeGreaterThan(layers[0]!.classDistance);
  });

  test("1.5 class distances make continuations German more often than a random push of the same length", async () => {
    const { summaries } = await finished({ strength: 1.5, layer: 2, prompts: defaults.prompts });
    const [unsteered, steered, random] = summaries.map(({ success }) => success!.value);
    expect(unsteered).toBe(0);
    expect(steered).toBeGreaterThan(0.5);
    expect(random).toBeLessThan(steered!);
  });

  test("a row of the sweep's batch writes what the same setting writes alone", async () => {
    const strengths = [0, 1, 2];
    const result = await finished({
      strength: 1,
      layer: 2,
      sweep: true,
      sweepStrengths: strengths,
      prompts: "The old woman",
      maxNewTokens: 5,
    });
    const examples = result.sweep!.cells[2]!.map(({ example }) => example);
    expect(examples[0]).toBe(textsOf(result, 0)[0]);
    expect(examples[1]).toBe(textsOf(result, 1)[0]);
    const vector = {
      layer: 2,
      direction: Float32Array.from(result.direction),
      scale: result.layers[2]!,
    };
    const model = await engine.load("polyglot-base");
    const alone = await engine.generate(model, "The old woman", {
      maxNewTokens: 5,
      interventions: [unwrap(steer(vector, 2))],
    });
    expect(examples[2]).toBe(alone.text);
  });
});
