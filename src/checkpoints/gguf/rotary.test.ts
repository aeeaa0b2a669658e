import { describe, expect, test } from "vitest";
import { fromFloat32 } from "../dtype";
import { configOf } from "./config";
import { ggufFamilies } from "./families";
import type { GgufValue } from "./header";
import { MetadataReader } from "./metadata";
import { readRotaryTables } from "./rotary";
import { ggufTypes } from "./types";

const type = (name: string) => [...ggufTypes.values()].find((type) => type.name === name)!;

/** The config of a Phi-3 with heads of 8 numbers whose file has these tables, each of type F32 unless said. */
async function phi3(tables: Readonly<Record<string, readonly number[]>>, more: Record<string, GgufValue>, as = "F32") {
  const own = {
    embedding_length: 16,
    block_count: 1,
    "attention.head_count": 2,
    feed_forward_length: 32,
    context_length: 131_072,
    vocab_size: 8,
    ...more,
  };
  const metadata = new Map<string, GgufValue>([
    ["general.architecture", "phi3"],
    ...Object.entries(own).map(([key, value]) => [`phi3.${key}`, value] as const),
  ]);
  const values = Object.values(tables);
  const tensors = Object.keys(tables).map((name, index) => {
    const start = 4 * values.slice(0, index).flat().length;
    return { name, type: type(as), shape: [4], start, end: start + 4 * values[index]!.length };
  });
  const bytes = fromFloat32(Float32Array.from(values.flat()), "F32");
  const read = new MetadataReader({ metadata, tensors }, "phi3.gguf");
  const source = {
    name: "phi3.gguf",
    size: () => Promise.resolve(bytes.length),
    read: (start: number, end: number) => Promise.resolve(bytes.slice(start, end)),
  };
  return configOf(read, ggufFamilies.get("phi3")!, await readRotaryTables(read, source));
}

const original = { "rope.scaling.original_context_length": 4096 };
const short = { "rope_factors_short.weight": [1, 1.02, 1.05, 1.1] };
const long = { "rope_factors_long.weight": [1.08, 4.25, 16, 64] };
const damaged = { problem: { code: "gguf-header" } };

test("Phi-4 mini: heads of 3072 / 24 = 128 numbers, of which 96 are turned (rule 7)", async () => {
  const sizes = { embedding_length: 3072, "attention.head_count": 24, "rope.dimension_count": 96 };
  expect(await phi3({}, sizes)).toMatchObject({ head_dim: 128, partial_rotary_factor: 0.75 });
  expect(await phi3({}, { "rope.dimension_count": 8 })).not.toHaveProperty("partial_rotary_factor");
});

describe("LongRoPE (rule 7)", () => {
  test("comes from the file's two tables, with the original context and the factor of cosines", async () => {
    const attention = { "rope.scaling.attn_factor": Math.fround(1.1902380714238083) };
    expect((await phi3({ ...short, ...long }, { ...original, ...attention }))["rope_scaling"]).toEqual({
      rope_type: "longrope",
      short_factor: [1, 1.02, 1.05, 1.1],
      long_factor: [1.08, 4.25, 16, 64],
      original_max_position_embeddings: 4096,
      attention_factor: 1.190238,
    });
    expect((await phi3({ ...short, ...long }, original))["rope_scaling"]).not.toHaveProperty("attention_factor");
    expect(await phi3({}, {})).not.toHaveProperty("rope_scaling");
  });

  test("with one table, without the original context, or in another type is refused", async () => {
    await expect(phi3(short, original)).rejects.toMatchObject(damaged);
    await expect(phi3({}, { ...original, "rope.scaling.type": "longrope" })).rejects.toMatchObject(damaged);
    await expect(phi3({ ...short, ...long }, {})).rejects.toMatchObject(damaged);
    await expect(phi3({ ...short, ...long }, original, "F16")).rejects.toMatchObject(damaged);
  });
});
