import { writeSafetensors } from "../../src/checkpoints/safetensors";
import { seededRandom } from "../../src/random";

/** The shape of SmolLM2-135M: 30 layers, width 576, 9 query and 3 key/value heads, 49,152 tokens, tied head. */
export const shape135M = {
  architectures: ["LlamaForCausalLM"],
  model_type: "llama",
  hidden_size: 576,
  intermediate_size: 1536,
  num_hidden_layers: 30,
  num_attention_heads: 9,
  num_key_value_heads: 3,
  vocab_size: 49152,
  max_position_embeddings: 2048,
  rms_norm_eps: 1e-5,
  rope_theta: 10000,
  hidden_act: "silu",
  tie_word_embeddings: true,
  bos_token_id: 0,
  eos_token_id: null,
  torch_dtype: "float16",
};

type Shape = typeof shape135M;

/** A checkpoint of random f16 weights as the files of its folder. Its text is noise; its speed is that of a real one. */
export function randomCheckpoint(shape: Shape, seed: number): File[] {
  const random = seededRandom(seed);
  const matrix = (name: string, rows: number, columns: number) => ({
    name,
    type: "F16" as const,
    shape: [rows, columns],
    bytes: randomHalves(rows * columns, random),
  });
  const ones = (name: string, size: number) => ({
    name,
    type: "F16" as const,
    shape: [size],
    bytes: new Uint8Array(new Uint16Array(size).fill(0x3c00).buffer),
  });
  const width = shape.hidden_size;
  const headSize = width / shape.num_attention_heads;
  const kvWidth = headSize * shape.num_key_value_heads;
  const tensors = [matrix("model.embed_tokens.weight", shape.vocab_size, width), ones("model.norm.weight", width)];
  for (let layer = 0; layer < shape.num_hidden_layers; layer++) {
    const prefix = `model.layers.${layer}`;
    tensors.push(
      ones(`${prefix}.input_layernorm.weight`, width),
      ones(`${prefix}.post_attention_layernorm.weight`, width),
      matrix(`${prefix}.self_attn.q_proj.weight`, width, width),
      matrix(`${prefix}.self_attn.k_proj.weight`, kvWidth, width),
      matrix(`${prefix}.self_attn.v_proj.weight`, kvWidth, width),
      matrix(`${prefix}.self_attn.o_proj.weight`, width, width),
      matrix(`${prefix}.mlp.gate_proj.weight`, shape.intermediate_size, width),
      matrix(`${prefix}.mlp.up_proj.weight`, shape.intermediate_size, width),
      matrix(`${prefix}.mlp.down_proj.weight`, width, shape.intermediate_size),
    );
  }
  const file = (name: string, content: string | Uint8Array<ArrayBuffer>) => new File([content], name);
  return [
    file("config.json", JSON.stringify(shape)),
    file("generation_config.json", "{}"),
    file("tokenizer.json", JSON.stringify(byteTokenizer(shape.vocab_size))),
    file("tokenizer_config.json", JSON.stringify({ tokenizer_class: "PreTrainedTokenizerFast" })),
    file("model.safetensors", writeSafetensors(tensors)),
  ];
}

/** Uniform in about [-0.035, 0.035], standard deviation 0.02: exponents 2^-12 to 2^-5 of f16, drawn as bits. */
function randomHalves(count: number, random: () => number): Uint8Array {
  const table = Uint16Array.from({ length: 4096 }, () => {
    const value = (random() - 0.5) * 0.07;
    const exponent = Math.max(1, Math.floor(Math.log2(Math.abs(value) || 2 ** -14)) + 15);
    const fraction = Math.min(1023, Math.max(0, Math.round((Math.abs(value) / 2 ** (exponent - 15) - 1) * 1024)));
    return (value < 0 ? 0x8000 : 0) | (exponent << 10) | fraction;
  });
  const halves = new Uint16Array(count);
  let state = Math.floor(random() * 2 ** 32) | 1;
  for (let i = 0; i < count; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    halves[i] = table[state & 4095]!;
  }
  return new Uint8Array(halves.buffer);
}

/** A byte-level BPE without merges, filled up to the vocabulary's size with tokens that no text contains. */
function byteTokenizer(size: number): unknown {
  const printable = [...range(33, 126), ...range(161, 172), ...range(174, 255)];
  let next = 256;
  const spelling = Array.from({ length: 256 }, (_, byte) =>
    String.fromCodePoint(printable.includes(byte) ? byte : next++),
  );
  const vocab: Record<string, number> = { "<|endoftext|>": 0 };
  spelling.forEach((piece, byte) => {
    vocab[piece] = byte + 1;
  });
  for (let id = 257; id < size; id++) vocab[`<unused ${id}>`] = id;
  const special = { id: 0, content: "<|endoftext|>", single_word: false, lstrip: false, rstrip: false };
  return {
    version: "1.0",
    added_tokens: [{ ...special, normalized: false, special: true }],
    normalizer: null,
    pre_tokenizer: { type: "ByteLevel", add_prefix_space: false, trim_offsets: false, use_regex: true },
    post_processor: null,
    decoder: { type: "ByteLevel" },
    model: { type: "BPE", dropout: null, unk_token: null, fuse_unk: false, byte_fallback: false, vocab, merges: [] },
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
