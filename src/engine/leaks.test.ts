import { afterAll, describe, expect, it } from "vitest";
import { EngineClient } from "./client";
import { connectInProcess } from "./local";
import { nodePlatform } from "./node-platform";
import type { Runtime } from "./runtime";
import { loadEmbedded, loadTiny } from "./testing/golden-models";

/** An engine whose runtime counts the sessions that are made and not yet released. */
function countingEngine() {
  const alive = new Set<unknown>();
  const platform = nodePlatform();
  async function runtime(build: Parameters<typeof platform.runtime>[0]): Promise<Runtime> {
    const { InferenceSession, ...rest } = await platform.runtime(build);
    async function create(...given: Parameters<typeof InferenceSession.create>) {
      const session = await InferenceSession.create(...given);
      alive.add(session);
      const release = session.release.bind(session);
      session.release = async () => {
        alive.delete(session);
        await release();
      };
      return session;
    }
    return { ...rest, InferenceSession: { create } as typeof InferenceSession };
  }
  return { alive, engine: new EngineClient(() => connectInProcess({ ...platform, runtime }), { embeddedBase: "" }) };
}

const { alive, engine } = countingEngine();
afterAll(() => engine.close());

describe("sessions (rule 7)", () => {
  it("of many different programs stay few, and none is left when the model is unloaded", async () => {
    const { model } = await loadTiny(engine, "tied");
    const { layers, width } = model.geometry;
    const kinds = ["hook_resid_pre", "hook_resid_mid", "hook_attn_out", "hook_mlp_out", "hook_resid_post"];
    const hooks = kinds.flatMap((kind) => Array.from({ length: layers }, (_, layer) => `blocks.${layer}.${kind}`));
    const programs = hooks.flatMap((a) => hooks.map((b) => [...new Set([a, b])])).slice(0, 18);
    let most = 0;
    for (const wanted of programs) {
      await engine.logits(model, [1, 2], { hooks: wanted });
      most = Math.max(most, alive.size);
    }
    expect(most).toBe(8);
    const vector = new Float32Array(width).fill(0.1);
    await engine.generate(model, [1], {
      maxNewTokens: 1,
      interventions: [{ kind: "add", layer: 0, vector, strength: 1 }],
    });
    await engine.unload(model);
    expect(alive.size).toBe(0);
  });

  it("of a model that is unloaded while it writes go when the text is done", async () => {
    const { model } = await loadTiny(engine, "tied");
    const options = { maxNewTokens: 12, stopAtEnd: false };
    const { ids } = await engine.generate(model, [1], options);
    let unloading: Promise<void> | undefined;
    const onToken = () => {
      unloading ??= engine.unload(model);
    };
    expect((await engine.generate(model, [1], { ...options, onToken })).ids).toEqual(ids);
    await unloading;
    await expect.poll(() => alive.size).toBe(0);
  });

  it("of a model that is unloaded are not opened any more: a call that needs one says so", async () => {
    const model = await loadEmbedded(engine, "polyglot-base");
    const spec = {
      mixer: "average",
      unit: "tokens",
      prompt: "The dog",
      before: [],
      parameters: {},
      materials: {},
    } as const;
    let unloading: Promise<void> | undefined;
    const onEvent = () => {
      unloading ??= engine.unload(model);
    };
    await expect(
      engine.mix([model, model], { ...spec, sampling: { stopAtEnd: false } }, { onEvent }),
    ).rejects.toMatchObject({ problem: { code: "model-not-loaded" } });
    await unloading;
    await expect.poll(() => alive.size).toBe(0);
  });
});
