import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import type { Checkpoint, TensorInfo } from "../checkpoints/checkpoint";
import { elementCount } from "../checkpoints/dtype";
import { compile } from "../compiler/compile";
import { plainProgram } from "../compiler/program";
import { unwrap } from "../result";
import { WeightStore } from "./weights";

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc") as () => void;

/** Twice: buffers that a collection finds are freed beside it, and surely by the next. */
function collectGarbage(): void {
  gc();
  gc();
}

const [width, inner] = [256, 768];

const config = {
  model_type: "llama",
  hidden_size: width,
  intermediate_size: inner,
  num_hidden_layers: 12,
  num_attention_heads: 8,
  num_key_value_heads: 2,
  vocab_size: 16_384,
  max_position_embeddings: 128,
  tie_word_embeddings: true,
};

/** Tensors that are made when they are asked for, as if they came over a network; `onRead` sees each. */
function streamed(onRead: () => void): Checkpoint {
  const info = (name: string, ...shape: number[]): [string, TensorInfo] => [name, { name, type: "BF16", shape }];
  const block = (layer: number) => {
    const at = `model.layers.${layer}`;
    return [
      info(`${at}.input_layernorm.weight`, width),
      info(`${at}.post_attention_layernorm.weight`, width),
      info(`${at}.self_attn.q_proj.weight`, width, width),
      info(`${at}.self_attn.k_proj.weight`, width / 4, width),
      info(`${at}.self_attn.v_proj.weight`, width / 4, width),
      info(`${at}.self_attn.o_proj.weight`, width, width),
      info(`${at}.mlp.gate_proj.weight`, inner, width),
      info(`${at}.mlp.up_proj.weight`, inner, width),
      info(`${at}.mlp.down_proj.weight`, width, inner),
    ];
  };
  const tensors = new Map([
    info("model.embed_tokens.weight", 16_384, width),
    info("model.norm.weight", width),
    ...Array.from({ length: 12 }, (_, layer) => block(layer)).flat(),
  ]);
  return {
    id: "streamed",
    config,
    generationConfig: {},
    tensors,
    tensorKey: (name) => name,
    async tensor(name) {
      await Promise.resolve();
      onRead();
      const { shape, type } = tensors.get(name)!;
      return { name, type, shape, bytes: new Uint8Array(2 * elementCount(shape)).fill(0x3c) };
    },
    tokenizer: () => Promise.reject(new Error("none")),
  };
}

test.each(["q4", "f32"] as const)(
  "weights are converted as they arrive: at most 1.5 times the result and the largest tensor: %s",
  async (weights) => {
    let highest = 0;
    let reads = 0;
    collectGarbage();
    const before = process.memoryUsage().arrayBuffers;
    const measure = () => {
      // What is still held, not what waits to be collected.
      if (reads++ % 16 !== 0) return;
      collectGarbage();
      highest = Math.max(highest, process.memoryUsage().arrayBuffers - before);
    };
    const program = unwrap(compile(streamed(measure), { ...plainProgram, weights }));
    const parts = await new WeightStore(0).collect(program.weights, undefined, measure);
    const final = parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
    const largest = 4 * 16_384 * width;
    expect(highest).toBeGreaterThan(final / 2);
    expect(highest).toBeLessThan(1.5 * final + largest);
  },
);
