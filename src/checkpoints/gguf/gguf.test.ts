import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { unwrap } from "../../result";
import { createEncoder } from "../../tokenization/hf-encoder";
import type { Checkpoint } from "../checkpoint";
import { toFloat32 } from "../dtype";
import { dequantiseBlocks } from "../onnx/numbers";
import { openCheckpoint } from "../open";
import { dequantise, ggufTypes } from "./types";

const folder = fileURLToPath(new URL("../golden/gguf/", import.meta.url));
const readGolden = (name: string): unknown => JSON.parse(readFileSync(`${folder}${name}.golden.json`, "utf8"));

interface Golden {
  readonly tensors: Readonly<Record<string, { shape: number[]; values: number[]; norm: number }>>;
  readonly ids: readonly number[];
  readonly texts?: Readonly<Record<string, readonly number[]>>;
}

const families = readdirSync(folder)
  .filter((name) => name.endsWith(".gguf"))
  .map((name) => name.replace(".gguf", ""));

const open = (family: string): Promise<Checkpoint> =>
  openCheckpoint([new File([readFileSync(`${folder}${family}.gguf`)], `${family}.gguf`)], { embeddedBase: "" });

describe("blocks are what gguf's numpy code makes of them", () => {
  const golden = readGolden("blocks") as Readonly<Record<string, { bytes: string; values: number[] }>>;
  const types = [...ggufTypes.values()].filter(({ name }) => name !== "F32");

  test.each(types)("$name", (type) => {
    const { bytes, values } = golden[type.name]!;
    const raw = new Uint8Array(Buffer.from(bytes, "base64"));
    const plain = type.values;
    const actual = typeof plain === "string" ? toFloat32({ type: plain, bytes: raw }) : dequantise(type, raw);
    expect(Array.from(actual)).toEqual(values.map(Math.fround));
  });

  test.each(types.filter(({ blocks }) => blocks))("$name as MatMulNBits reads it, without loss", (type) => {
    const { bytes, values } = golden[type.name]!;
    const { format } = type.blocks!;
    const blocks = type.blocks!.repack(new Uint8Array(Buffer.from(bytes, "base64")));
    expect(Array.from(dequantiseBlocks(blocks, [1, values.length], format))).toEqual(values.map(Math.fround));
  });
});

describe("a file of each family holds what transformers reads from it", () => {
  test.each(families)("%s: names, shapes and values of all tensors", async (family) => {
    const checkpoint = await open(family);
    const golden = (readGolden(family) as Golden).tensors;
    expect([...checkpoint.tensors.keys()].toSorted()).toEqual(Object.keys(golden).toSorted());
    for (const [name, expected] of Object.entries(golden)) {
      expect(checkpoint.tensors.get(name)!.shape, name).toEqual(expected.shape);
      const values = toFloat32(await checkpoint.tensor(name));
      const step = Math.max(1, Math.floor(values.length / 8));
      const sampled = Array.from(values).filter((_, i) => i % step === 0);
      for (const [i, value] of sampled.entries()) expect(value, `${name} ${i}`).toBeCloseTo(expected.values[i]!, 5);
      expect(Math.hypot(...values), name).toBeCloseTo(expected.norm, 3);
    }
  });

  test.each(families)("%s: its tokenizer gives transformers' ids", async (family) => {
    const { texts } = readGolden(family) as Golden;
    const encoder = unwrap(createEncoder(await (await open(family)).tokenizer(), family));
    for (const [text, expected] of Object.entries(texts ?? {})) {
      expect(
        encoder.encode(text).map(({ id }) => id),
        text,
      ).toEqual(expected);
      if (!text.includes("<s>")) expect(encoder.decode(expected).trim(), text).toBe(text);
    }
  });

  test("texts begin with the first token where the file asks for it", async () => {
    const first = async (family: string) =>
      unwrap(createEncoder(await (await open(family)).tokenizer(), family)).encode("ab", { addSpecialTokens: true })[0]!
        .id;
    expect(await first("llama")).toBe(1);
    expect(await first("qwen2")).not.toBe(1);
  });

  test("blocks of whole matrices stand for the same values, also where rows change their places", async () => {
    for (const family of ["llama", "qwen2"]) {
      const checkpoint = await open(family);
      for (const name of ["model.layers.1.self_attn.k_proj.weight", "model.layers.0.mlp.down_proj.weight"]) {
        const info = checkpoint.tensors.get(name)!;
        const blocks = await checkpoint.blocks!(name);
        const values = dequantiseBlocks(blocks, info.shape as [number, number], info.blocks!);
        expect(values).toEqual(toFloat32(await checkpoint.tensor(name)));
      }
    }
  });

  test("config and chat template come from the metadata", async () => {
    const checkpoint = await open("gemma3");
    expect(checkpoint.config).toMatchObject({
      model_type: "gemma3_text",
      hidden_size: 64,
      head_dim: 16,
      num_key_value_heads: 2,
      tie_word_embeddings: true,
      rms_norm_eps: 1e-6,
    });
    expect((await checkpoint.tokenizer()).config["chat_template"]).toContain("m.role");
    expect(checkpoint.generationConfig).toEqual({ bos_token_id: 1, eos_token_id: [2] });
  });
});
