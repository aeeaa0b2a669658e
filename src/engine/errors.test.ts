import { afterAll, describe, expect, it } from "vitest";
import { filesOf } from "../checkpoints/node-files";
import type { ProblemCode } from "../result";
import { createLocalEngine } from "./local";
import { loadEmbedded, loadTiny, withJson } from "./testing/golden-models";

const engine = createLocalEngine();
afterAll(() => engine.close());

function problem(code: ProblemCode, facts?: Record<string, unknown>) {
  return { name: "LabError", problem: { code, ...(facts && { facts }) } };
}

describe("what a user may give", () => {
  it("half a character is named with its position, and what is around it is not lost to the engine", async () => {
    const model = await loadEmbedded(engine, "polyglot-base");
    await expect(engine.generate(model, "ab\ud83d cd")).rejects.toMatchObject(
      problem("text-unpaired-surrogate", { position: 2 }),
    );
    await expect(engine.score(model, "\udc00")).rejects.toMatchObject(problem("text-unpaired-surrogate"));
    await expect(engine.tokenize(model, "x\udc00")).rejects.toMatchObject(problem("text-unpaired-surrogate"));
  });

  it("a prompt of 100,000 characters is refused with its number of tokens", async () => {
    const model = await loadEmbedded(engine, "polyglot-base");
    const began = performance.now();
    await expect(engine.generate(model, "The house. ".repeat(9091))).rejects.toMatchObject(
      problem("prompt-too-long", { context: 512 }),
    );
    await expect(engine.score(model, "x".repeat(100_000))).rejects.toMatchObject(problem("prompt-too-long"));
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it("an empty prompt begins with BOS; without one it is refused", async () => {
    const model = await loadEmbedded(engine, "polyglot-base");
    expect((await engine.generate(model, "", { maxNewTokens: 2 })).promptIds).toEqual([0]);
    const { model: tiny } = await loadTiny(engine, "tied");
    await expect(engine.generate(tiny, [])).rejects.toMatchObject(problem("prompt-empty"));
    await expect(engine.logits(tiny, [])).rejects.toMatchObject(problem("prompt-empty"));
    await expect(engine.captureResidual(model, [""])).rejects.toMatchObject(problem("prompt-empty"));
  });

  it("a text without a byte has a score of nothing", async () => {
    const model = await loadEmbedded(engine, "polyglot-base");
    const [empty, full] = await engine.scoreAll(model, ["", "Haus"]);
    expect(empty).toEqual({ tokens: [], logProbabilities: [], bits: 0, bytes: 0, bitsPerByte: 0 });
    expect(full!.bits).toBeGreaterThan(0);
  });

  it("(rule 16) a text without a token beside others, for a model that has none that begins a text", async () => {
    const files = await filesOf("public/models/polyglot-base");
    const model = await engine.load(await withJson(files, "tokenizer.json", { post_processor: null }));
    const [empty, full] = await engine.scoreAll(model, ["", "Haus"]);
    expect(empty).toEqual({ tokens: [], logProbabilities: [], bits: 0, bytes: 0, bitsPerByte: 0 });
    expect(full).toEqual(await engine.score(model, "Haus"));
  });

  it("ids and hooks that the model does not have", async () => {
    const { model } = await loadTiny(engine, "tied");
    await expect(engine.logits(model, [64])).rejects.toMatchObject(problem("input-invalid", { id: 64 }));
    await expect(engine.generate(model, [1.5])).rejects.toMatchObject(problem("input-invalid"));
    await expect(engine.logits(model, [1], { hooks: ["blocks.9.hook_resid_post"] })).rejects.toMatchObject(
      problem("input-invalid"),
    );
  });

  it("sampling settings that mean nothing", async () => {
    const { model } = await loadTiny(engine, "tied");
    for (const setting of [
      { temperature: -1 },
      { topP: 0 },
      { minP: 2 },
      { topK: 1.5 },
      { maxNewTokens: Number.NaN },
    ]) {
      await expect(engine.generate(model, [1], setting)).rejects.toMatchObject(problem("input-invalid"));
    }
  });

  it("interventions that do not fit", async () => {
    const { model } = await loadTiny(engine, "tied");
    const vector = new Float32Array(31);
    const interventions = [{ kind: "add", layer: 0, vector, strength: 1 }] as const;
    await expect(engine.generate(model, [1], { interventions })).rejects.toMatchObject(
      problem("intervention-invalid", { layer: 0 }),
    );
  });

  it("(rule 17) a strength that makes the model's numbers overflow", async () => {
    const { model } = await loadTiny(engine, "tied");
    const vector = new Float32Array(32).fill(3e38);
    const interventions = [{ kind: "add", layer: 0, vector, strength: 1 }] as const;
    await expect(engine.generate(model, [1, 2], { interventions })).rejects.toMatchObject(problem("logits-nan"));
  });

  it("(rule 5) WebGPU where there is none, and what is told to run itself finds WASM", async () => {
    expect((await engine.capabilities()).webgpu.available).toBe(false);
    await expect(loadTiny(engine, "tied", { backend: "webgpu" })).rejects.toMatchObject(problem("adapter-absent"));
    expect((await loadTiny(engine, "tied", { backend: "auto" })).model.backend).toBe("wasm");
  });

  it("(rule 8) a tokenizer with more tokens than the embedding has rows", async () => {
    const weights = await filesOf("src/compiler/golden/tied");
    const tokenizer = (await filesOf("public/models/polyglot-base")).filter(({ name }) => name.startsWith("tokenizer"));
    await expect(engine.load([...weights, ...tokenizer])).rejects.toMatchObject(
      problem("tokenizer-mismatch", { tokens: 8192, rows: 64 }),
    );
  });

  it("text for a checkpoint without a tokenizer", async () => {
    const { model } = await loadTiny(engine, "tied");
    await expect(engine.generate(model, "text")).rejects.toMatchObject(problem("not-found"));
  });

  it("a model that was unloaded", async () => {
    const { model } = await loadTiny(engine, "grouped");
    await engine.unload(model);
    await expect(engine.logits(model, [1])).rejects.toMatchObject(problem("model-not-loaded"));
  });

  it("truncated weights", async () => {
    const files = await filesOf("src/compiler/golden/tied");
    const cut = files.map((file) =>
      file.name === "model.safetensors" ? new File([file.slice(0, file.size - 10)], file.name) : file,
    );
    await expect(engine.load(cut)).rejects.toMatchObject(problem("safetensors-truncated"));
  });
});

describe("stopping (rule 2)", () => {
  it("a generation returns what it has", async () => {
    const model = await loadEmbedded(engine, "polyglot-base");
    const stop = new AbortController();
    const began: number[] = [];
    const { ids, stopped, text } = await engine.generate(model, "Das Haus", {
      maxNewTokens: 400,
      stopAtEnd: false,
      signal: stop.signal,
      onToken: ({ id }) => {
        began.push(id);
        if (began.length === 3) stop.abort();
      },
    });
    expect(stopped).toBe("cancelled");
    expect(ids.length).toBeGreaterThanOrEqual(3);
    expect(ids.length).toBeLessThan(100);
    expect(text.length).toBeGreaterThan(0);
  });

  it("other calls reject at once, and the engine goes on", async () => {
    const model = await loadEmbedded(engine, "polyglot-base");
    const stop = new AbortController();
    const texts = Array.from({ length: 200 }, (_, i) => `Satz Nummer ${i} steht hier.`);
    let told = 0;
    const scoring = engine.scoreAll(model, texts, {
      signal: stop.signal,
      onProgress: (done) => {
        told = done;
        stop.abort();
      },
    });
    await expect(scoring).rejects.toMatchObject(problem("cancelled"));
    expect(told).toBeLessThan(200);
    await expect(engine.score(model, "Haus", { signal: AbortSignal.abort() })).rejects.toMatchObject(
      problem("cancelled"),
    );
    expect((await engine.score(model, "Haus")).bits).toBeGreaterThan(0);
  });

  it("a load that is stopped can be begun again", async () => {
    const stop = new AbortController();
    const fresh = createLocalEngine();
    const loading = loadEmbedded(fresh, "polyglot-base", { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(loading).rejects.toMatchObject(problem("cancelled"));
    const phases: string[] = [];
    const model = await loadEmbedded(fresh, "polyglot-base", {
      onProgress: ({ phase }) => {
        if (phases.at(-1) !== phase) phases.push(phase);
      },
    });
    expect(phases).toEqual(["header", "download", "convert", "compile", "warm-up"]);
    expect((await fresh.score(model, "Haus")).bits).toBeGreaterThan(0);
    await fresh.close();
  });
});
