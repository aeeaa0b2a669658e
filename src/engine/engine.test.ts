import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { largestDifference, relativeDifference } from "../compiler/testing/compare";
import type { Intervention } from "../steering/intervention";
import { createLocalEngine } from "./local";
import { embeddedWeights, from, loadEmbedded, loadTiny, tinyNames } from "./testing/golden-models";

const engine = createLocalEngine();
afterAll(() => engine.close());

describe.each(tinyNames)("%s against PyTorch", (name) => {
  it("logits within 1e-3, every hook within 1e-4 relative", async () => {
    const { model, expected } = await loadTiny(engine, name);
    const hooks = Object.keys(expected.hooks);
    const { logits, hooks: captured } = await engine.logits(model, expected.ids, { hooks });
    expect(logits.dims).toEqual([expected.ids.length, model.geometry.vocabulary]);
    expect(largestDifference(from(logits, expected.firstPosition), expected.logits.data)).toBeLessThan(1e-3);
    for (const [hook, { data }] of Object.entries(expected.hooks)) {
      expect(relativeDifference(from(captured[hook]!, expected.firstPosition), data), hook).toBeLessThan(1e-4);
    }
  });

  it("32 greedy tokens, alone and in a batch of eight", async () => {
    const { model, expected } = await loadTiny(engine, name);
    const options = { maxNewTokens: 32, stopAtEnd: false };
    expect((await engine.generate(model, expected.ids, options)).ids).toEqual(expected.greedy);
    const batch = await engine.generateBatch(
      model,
      expected.ids,
      Array.from({ length: 8 }, () => []),
      options,
    );
    for (const { ids } of batch) expect(ids).toEqual(expected.greedy);
  });
});

describe("the cache (rules 9, 10)", () => {
  it("gives the same tokens from one prefill, from chunks, and without any: each step runs the whole text", async () => {
    const { model, expected } = await loadTiny(engine, "long-rope");
    const ids = [...expected.ids];
    for (const next of expected.greedy.slice(0, 8)) {
      const { logits } = await engine.logits(model, ids);
      const last = logits.data.subarray((ids.length - 1) * 64);
      expect(last.indexOf(Math.max(...last))).toBe(next);
      ids.push(next);
    }
    const cached = await engine.generate(model, ids.slice(0, -4), { maxNewTokens: 4, stopAtEnd: false });
    expect(cached.ids).toEqual(ids.slice(-4));
  });

  it("stops at the end of the context", async () => {
    const { model, expected } = await loadTiny(engine, "tied"); // context 128
    const { ids, stopped } = await engine.generate(model, expected.ids, { maxNewTokens: 1000, stopAtEnd: false });
    expect([ids.length, stopped]).toEqual([128 - expected.ids.length, "length"]);
  });
});

describe("interventions", () => {
  const vector = Float32Array.from({ length: 32 }, (_, d) => Math.sin(d + 1));
  const add = (layer: number, strength: number, span?: "prompt" | "generation"): Intervention => ({
    kind: "add",
    layer,
    vector,
    strength,
    ...(span && { span }),
  });
  const hooks = ["blocks.0.hook_resid_post", "blocks.1.hook_resid_pre", "blocks.1.hook_resid_post"];

  it("a strength of 0 is the base to the bit (rule 14)", async () => {
    const { model, expected } = await loadTiny(engine, "tied");
    const base = await engine.logits(model, expected.ids, { hooks });
    const zero = await engine.logits(model, expected.ids, { hooks, interventions: [add(0, 0), add(1, 0)] });
    expect(zero).toEqual(base);
  });

  it("an edit after block 1 leaves block 0 bit-identical and adds exactly strength x vector", async () => {
    const { model, expected } = await loadTiny(engine, "tied");
    const base = (await engine.logits(model, expected.ids, { hooks })).hooks;
    const steered = (await engine.logits(model, expected.ids, { hooks, interventions: [add(1, 2.5)] })).hooks;
    for (const hook of hooks.slice(0, 2)) expect(steered[hook]).toEqual(base[hook]);
    const moved = steered[hooks[2]!]!.data.map((value, i) => value - base[hooks[2]!]!.data[i]!);
    const wanted = moved.map((_, i) => 2.5 * vector[i % 32]!);
    expect(largestDifference(moved, wanted)).toBeLessThan(1e-5);
  });

  it("ablation leaves nothing along the direction", async () => {
    const { model, expected } = await loadTiny(engine, "tied");
    const ablate: Intervention = { kind: "ablate", layer: 0, direction: vector };
    const { hooks: captured } = await engine.logits(model, expected.ids, { hooks, interventions: [ablate] });
    const { dims, data } = captured[hooks[0]!]!;
    for (let s = 0; s < dims[1]!; s++) {
      const along = vector.reduce((sum, value, d) => sum + value * data[s * 32 + d]!, 0);
      expect(Math.abs(along)).toBeLessThan(1e-5);
    }
  });

  it("a gain of 0 with a bias is the bias", async () => {
    const { model, expected } = await loadTiny(engine, "tied");
    const size = model.geometry.mlpWidth;
    const bias = Float32Array.from({ length: size }, (_, f) => f / 10);
    const silence: Intervention = { kind: "neurons", layer: 1, gain: new Float32Array(size), bias };
    const { hooks: captured } = await engine.logits(model, expected.ids, {
      hooks: ["blocks.1.mlp.hook_post"],
      interventions: [silence],
    });
    const { data } = captured["blocks.1.mlp.hook_post"]!;
    expect(Array.from(data.subarray(0, size))).toEqual(Array.from(bias));
    expect(Array.from(data.subarray(-size))).toEqual(Array.from(bias));
  });

  it("(rule 11) rows of a batch with unlike interventions write what they write alone, and their listeners hear it", async () => {
    const { model, expected } = await loadTiny(engine, "tied");
    const variants: Intervention[][] = [
      [],
      [add(0, 3)],
      [add(1, -4, "generation")],
      [add(0, 3, "prompt"), { kind: "ablate", layer: 1, direction: vector }],
      [{ kind: "low-rank", layer: 0, rank: 1, u: vector, v: vector.map((value) => value / 10) }],
    ];
    const options = { maxNewTokens: 12, stopAtEnd: false };
    const heard = variants.map((): number[] => []);
    const batch = await engine.generateBatch(model, expected.ids, variants, {
      ...options,
      onToken: ({ row, id }) => heard[row]!.push(id),
    });
    for (const [row, interventions] of variants.entries()) {
      const alone = await engine.generate(model, expected.ids, { ...options, interventions });
      expect(batch[row]!.ids, `row ${row}`).toEqual(alone.ids);
      expect(heard[row]).toEqual(alone.ids);
    }
    expect(new Set(batch.map(({ ids }) => ids.join())).size).toBeGreaterThan(2);
  });

  it("(rule 13) one that only touches what is generated shares the prompt: the first token is the base's", async () => {
    const { model, expected } = await loadTiny(engine, "tied");
    const options = { maxNewTokens: 6, stopAtEnd: false };
    const variants = Array.from({ length: 20 }, (_, row) => [add(0, row, "generation")]); // more than one batch holds
    const batch = await engine.generateBatch(model, expected.ids, variants, options);
    for (const { ids } of batch) expect(ids[0]).toBe(expected.greedy[0]);
    expect(batch[0]!.ids).toEqual(expected.greedy.slice(0, 6));
    expect(batch[17]!.ids).toEqual(
      (await engine.generate(model, expected.ids, { ...options, interventions: variants[17]! })).ids,
    );
  });

  it("(rule 13) a stretch that covers everything is the whole generation; one that begins later leaves what comes before", async () => {
    const { model, expected } = await loadTiny(engine, "tied");
    const options = { maxNewTokens: 8, stopAtEnd: false };
    const during = (from: number, to: number): Intervention[] => [{ ...add(0, 8), span: { from, to } } as Intervention];
    const [whole, all, late, never] = await engine.generateBatch(
      model,
      expected.ids,
      [[add(0, 8, "generation")], during(0, 8), during(3, 8), during(0, 0)],
      options,
    );
    expect(all!.ids).toEqual(whole!.ids);
    expect(late!.ids.slice(0, 4)).toEqual(expected.greedy.slice(0, 4));
    expect(late!.ids).not.toEqual(never!.ids);
    expect(never!.ids).toEqual(expected.greedy.slice(0, 8));
  });

  it("rows that end early leave the others to go on as alone", async () => {
    const { model, expected } = await loadTiny(engine, "tied"); // its end token is 2
    const variants = Array.from({ length: 12 }, (_, row) => [add(0, (row - 6) / 2), add(1, (row % 5) - 2)]);
    const options = { maxNewTokens: 60, temperature: 4, seed: 5 };
    const batch = await engine.generateBatch(model, expected.ids.slice(0, 5), variants, options);
    const lengths = new Set(batch.map(({ ids }) => ids.length));
    expect(lengths.size).toBeGreaterThan(2);
    for (const [row, interventions] of variants.entries()) {
      const alone = await engine.generate(model, expected.ids.slice(0, 5), { ...options, interventions });
      expect(batch[row]).toMatchObject({ ids: alone.ids, stopped: alone.stopped });
    }
  });

  it("sampling with a seed repeats itself, row by row as alone", async () => {
    const { model, expected } = await loadTiny(engine, "grouped");
    const options = { maxNewTokens: 16, temperature: 1.5, topP: 0.95, seed: 11, stopAtEnd: false };
    const alone = await engine.generate(model, expected.ids, options);
    const batch = await engine.generateBatch(model, expected.ids, [[], []], options);
    for (const { ids } of batch) expect(ids).toEqual(alone.ids);
    expect((await engine.generate(model, expected.ids, { ...options, seed: 12 })).ids).not.toEqual(alone.ids);
  });
});

interface PolyglotGolden {
  readonly weights: string;
  readonly scores: readonly { text: string; logProbabilities: number[]; bitsPerByte: number }[];
  readonly greedy: readonly { prompt: string; promptIds: number[]; ids: number[] }[];
  readonly residual: { text: string; layers: number[]; mean: number[][]; last: number[][] };
}

describe("polyglot-base against PyTorch", () => {
  const golden = JSON.parse(
    readFileSync(fileURLToPath(new URL("golden/polyglot-base.golden.json", import.meta.url)), "utf8"),
  ) as PolyglotGolden;

  it("the golden file is of these weights (else run golden/make.py)", () => {
    expect(createHash("sha256").update(embeddedWeights("polyglot-base")).digest("hex")).toBe(golden.weights);
  });

  it("32 greedy tokens of a prompt in each language", async () => {
    const model = await loadEmbedded(engine, "polyglot-base");
    for (const { prompt, promptIds, ids } of golden.greedy) {
      const text = await engine.generate(model, prompt, { maxNewTokens: 32, stopAtEnd: false });
      expect(text.promptIds).toEqual(promptIds);
      expect(text.ids, prompt).toEqual(ids);
    }
  });

  it("(rule 16) log-probabilities within 1e-3 nats and bits per byte within 1e-4, in one padded batch and one by one", async () => {
    const model = await loadEmbedded(engine, "polyglot-base");
    const texts = golden.scores.map(({ text }) => text);
    const scores = await engine.scoreAll(model, texts);
    for (const [i, { text, logProbabilities, bitsPerByte }] of golden.scores.entries()) {
      for (const score of [scores[i]!, await engine.score(model, text)]) {
        expect(largestDifference(score.logProbabilities, logProbabilities)).toBeLessThan(1e-3);
        expect(score.bytes).toBe(Buffer.byteLength(text));
        expect(Math.abs(score.bitsPerByte - bitsPerByte)).toBeLessThan(1e-4);
      }
    }
  });

  it("the residual stream after a block, at the last token and on average", async () => {
    const model = await loadEmbedded(engine, "polyglot-base");
    const { text, layers } = golden.residual;
    for (const position of ["mean", "last"] as const) {
      const others = golden.scores.map((score) => score.text);
      const [vectors] = await engine.captureResidual(model, [text, ...others], { position });
      for (const [i, layer] of layers.entries()) {
        expect(relativeDifference(vectors![layer]!, golden.residual[position][i]!)).toBeLessThan(1e-4);
      }
    }
  });

  it("(rule 15) the text of a generation is what its listeners heard", async () => {
    const model = await loadEmbedded(engine, "polyglot-base");
    let heard = "";
    const { text, logProbabilities, ids } = await engine.generate(model, "यह घर", {
      maxNewTokens: 24,
      onToken: (token) => {
        heard += token.text;
      },
    });
    expect(text.startsWith(heard)).toBe(true);
    expect(heard).not.toContain("\ufffd");
    expect(logProbabilities).toHaveLength(ids.length);
    expect(logProbabilities.every((value) => value <= 0)).toBe(true);
  });
});
