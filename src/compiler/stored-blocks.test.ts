import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { fileSource } from "../checkpoints/byte-source";
import type { Checkpoint } from "../checkpoints/checkpoint";
import { chooseOpening } from "../checkpoints/choose";
import { type Folder, openFolder } from "../checkpoints/folder";
import { unwrap } from "../result";
import { compile } from "./compile";
import { plainProgram, type WeightFormat } from "./program";
import { largestDifference } from "./testing/compare";
import { openGolden } from "./testing/golden";
import { logitsOf } from "./testing/logits";
import { emptyCache, floats, openSession, run } from "./testing/run";

const golden = fileURLToPath(new URL("../checkpoints/golden/", import.meta.url));

async function open(repository: string, file: string): Promise<Checkpoint> {
  const path = (name: string) => `${golden}${repository}/${name}`;
  const folder: Folder = {
    id: repository,
    files: [file],
    text: async (name) =>
      existsSync(path(name)) ? await Promise.resolve(readFileSync(path(name), "utf8")) : undefined,
    bytes: (name) => fileSource(new File([readFileSync(path(name))], name)),
  };
  return await openFolder(folder, chooseOpening(folder, file));
}

/** Sum p log(p / q) of the softmaxes, in nats. */
function divergence(p: ArrayLike<number>, q: ArrayLike<number>): number {
  const logs = (values: ArrayLike<number>) => {
    const list = Array.from(values);
    const highest = Math.max(...list);
    const total = Math.log(list.reduce((sum, value) => sum + Math.exp(value - highest), 0)) + highest;
    return list.map((value) => value - total);
  };
  const [a, b] = [logs(p), logs(q)];
  return a.reduce((sum, log, i) => sum + Math.exp(log) * (log - b[i]!), 0);
}

async function lastLogits(
  checkpoint: Checkpoint,
  weights: WeightFormat,
  ids: readonly number[],
): Promise<Float32Array> {
  const [all] = await logitsOf(checkpoint, weights, [ids]);
  return all!.subarray(-(all!.length / ids.length));
}

interface Gguf {
  readonly ids: readonly number[];
  readonly logits: readonly number[];
}

describe("a GGUF file's blocks run as they are", () => {
  const read = (family: string) => JSON.parse(readFileSync(`${golden}gguf/${family}.golden.json`, "utf8")) as Gguf;

  test.each(["llama", "qwen2", "qwen3"])("%s in f32 gives transformers' logits", async (family) => {
    const { ids, logits } = read(family);
    expect(largestDifference(await lastLogits(await open("gguf", `${family}.gguf`), "f32", ids), logits)).toBeLessThan(
      1e-3,
    );
  });

  test.each(["llama", "qwen3"])("%s in Q8_0 has the same logits in q8: nothing is rounded again", async (family) => {
    const { ids, logits } = read(family);
    expect(largestDifference(await lastLogits(await open("gguf", `${family}.gguf`), "q8", ids), logits)).toBeLessThan(
      1e-3,
    );
  });

  test("of a Q4_0 file only the embedding is rounded, to 8 bits", async () => {
    const { ids, logits } = read("qwen2");
    const checkpoint = await open("gguf", "qwen2.gguf");
    for (const weights of ["q4", "q8"] as const) {
      expect(divergence(logits, await lastLogits(checkpoint, weights, ids))).toBeLessThan(1e-4);
    }
  });

  test("program files hold the codes of the file", async () => {
    const program = unwrap(compile(await open("gguf", "qwen2.gguf"), { ...plainProgram, weights: "q4" }));
    const down = program.weights.find(({ path }) => path.includes("layers.0.mlp.down_proj"))!;
    // 64 rows of 3 blocks: 16 bytes of codes and 4 of scale each.
    expect(down.byteLength).toBe(64 * 3 * 20);
  });
});

describe("ONNX repositories", () => {
  const read = (name: string) =>
    JSON.parse(readFileSync(`${golden}onnx/${name}/expected.golden.json`, "utf8")) as {
      readonly ids: readonly number[];
      readonly logits: Readonly<Record<string, readonly number[]>>;
    };

  test.each(readdirSync(`${golden}onnx`))(
    "%s in f32 gives what onnxruntime makes of the published graph",
    async (name) => {
      const { ids, logits } = read(name);
      const checkpoint = await open(`onnx/${name}`, "onnx/model.onnx");
      expect(largestDifference(await lastLogits(checkpoint, "f32", ids), logits["model.onnx"]!)).toBeLessThan(1e-3);
    },
  );

  // What differs: an embedding of 8 bits, and where it is tied a head of 8 instead of 4.
  test.each([
    ["optimum-llama", "model_q4.onnx", 0.5],
    ["optimum-qwen2", "model_q4.onnx", 1e-3],
    ["builder", "model_q4.onnx", 1e-3],
  ])("%s/%s is within %d nats of the published graph", async (name, file, limit) => {
    const { ids, logits } = read(name);
    const checkpoint = await open(`onnx/${name}`, `onnx/${file}`);
    expect(divergence(logits[file]!, await lastLogits(checkpoint, "q4", ids))).toBeLessThan(limit);
    const exact = await lastLogits(checkpoint, "f32", ids);
    if (name !== "optimum-llama") expect(largestDifference(exact, logits[file]!)).toBeLessThan(1e-3);
  });
});

describe("a device whose buffers are small", () => {
  test.each(["f32", "f16", "q8"] as const)(
    "embedding and head in stretches give the same numbers: %s",
    async (weights) => {
      const { checkpoint, expected } = await openGolden("tied");
      const [whole, split] = await Promise.all(
        [undefined, 24 * 40].map(async (largestBuffer) => {
          const options = { ...plainProgram, logits: "all", weights, ...(largestBuffer && { largestBuffer }) } as const;
          const program = unwrap(compile(checkpoint, options));
          const session = await openSession(program);
          const { ids } = expected;
          const { outputs } = await run(session, [ids], ids.length, emptyCache(program, 1));
          return { program, logits: Array.from(floats(outputs, "logits")) };
        }),
      );
      expect(split!.program.weights.length).toBeGreaterThan(whole!.program.weights.length);
      const tables = split!.program.weights.filter(({ path }) => path.includes("embed_tokens"));
      expect(Math.max(...tables.map(({ byteLength }) => byteLength))).toBeLessThanOrEqual(24 * 40);
      expect(largestDifference(split!.logits, whole!.logits)).toBeLessThan(1e-5);
    },
  );
});
