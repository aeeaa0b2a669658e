import type { Checkpoint, RawConfig, TensorInfo, TensorType } from "../../checkpoints/checkpoint";
import { elementCount, fromFloat32 } from "../../checkpoints/dtype";
import { writeSafetensors } from "../../checkpoints/safetensors";
import { seededRandom } from "../../random";
import { unwrap } from "../../result";
import { spellBytes } from "../../tokenization/byte-alphabet";
import { describeDecoder } from "../architectures";
import { expectedShapes } from "../validate";
import { openGolden } from "./golden";

interface TinyOptions {
  readonly seed?: number;
  /** How the weights are stored. */
  readonly type?: TensorType;
  /** More than 1 gives `model-00001-of-0000n.safetensors` and so on, and their index. */
  readonly shards?: number;
}

const specialTokens = ["<pad>", "<bos>", "<eos>"];
const dtypes = { F32: "float32", F16: "float16", BF16: "bfloat16" } as const;

type NamedFile = readonly [name: string, bytes: Uint8Array<ArrayBuffer>];

/**
 * The files of a small random checkpoint as on the hub: the config of the golden checkpoint `name` (`tied`,
 * `architectures/qwen3`), weights from a seed, and a byte-level tokenizer. Its ids 0 to 2 are `<pad>`, `<bos>` and `<eos>`; id
 * 3 + b is byte b, and a text begins with `<bos>`.
 */
export async function tinyCheckpoint(
  name: string,
  { seed = 1, type = "F32", shards = 1 }: TinyOptions = {},
): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
  const { checkpoint } = await openGolden(name);
  const config: RawConfig = {
    ...checkpoint.config,
    vocab_size: specialTokens.length + 256,
    pad_token_id: 0,
    bos_token_id: 1,
    eos_token_id: 2,
    dtype: dtypes[type],
  };
  return new Map([
    ["config.json", json(config)],
    ["generation_config.json", json({ pad_token_id: 0, bos_token_id: 1, eos_token_id: 2 })],
    ["tokenizer.json", json(byteTokenizer())],
    [
      "tokenizer_config.json",
      json({ tokenizer_class: "PreTrainedTokenizerFast", pad_token: "<pad>", bos_token: "<bos>", eos_token: "<eos>" }),
    ],
    ...weightFiles(randomTensors({ ...checkpoint, config }, seed, type), shards),
  ]);
}

type StoredTensor = TensorInfo & { readonly bytes: Uint8Array };

/** Matrices large enough that the tokens that win are clear; gains of norms around 1. */
function randomTensors(checkpoint: Checkpoint, seed: number, type: TensorType): readonly StoredTensor[] {
  const random = seededRandom(seed);
  return [...expectedShapes(unwrap(describeDecoder(checkpoint)))].map(([name, shape]) => {
    const matrix = shape.length > 1;
    const values = Float32Array.from({ length: elementCount(shape) }, () =>
      matrix ? 0.8 * (random() - 0.5) : 0.5 + random(),
    );
    return { name, type, shape, bytes: fromFloat32(values, type) };
  });
}

function weightFiles(tensors: readonly StoredTensor[], shards: number): readonly NamedFile[] {
  if (shards === 1) return [["model.safetensors", writeSafetensors(tensors)]];
  const fileOf = (index: number) =>
    `model-${String(index + 1).padStart(5, "0")}-of-${String(shards).padStart(5, "0")}.safetensors`;
  const parts = Array.from({ length: shards }, (_, shard) => tensors.filter((__, index) => index % shards === shard));
  const total_size = tensors.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const weight_map = Object.fromEntries(parts.flatMap((part, shard) => part.map(({ name }) => [name, fileOf(shard)])));
  return [
    ...parts.map((part, shard): NamedFile => [fileOf(shard), writeSafetensors(part)]),
    ["model.safetensors.index.json", json({ metadata: { total_size }, weight_map })],
  ];
}

/** `tokenizer.json` of a byte-level BPE without merges. */
function byteTokenizer() {
  const vocab = [...specialTokens, ...Array.from({ length: 256 }, (_, byte) => spellBytes([byte]))];
  return {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: specialTokens.map((content, id) => ({
      id,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: null,
    pre_tokenizer: { type: "ByteLevel", add_prefix_space: false, trim_offsets: true, use_regex: true },
    post_processor: {
      type: "TemplateProcessing",
      single: [{ SpecialToken: { id: "<bos>", type_id: 0 } }, { Sequence: { id: "A", type_id: 0 } }],
      pair: [
        { SpecialToken: { id: "<bos>", type_id: 0 } },
        { Sequence: { id: "A", type_id: 0 } },
        { Sequence: { id: "B", type_id: 1 } },
      ],
      special_tokens: { "<bos>": { id: "<bos>", ids: [1], tokens: ["<bos>"] } },
    },
    decoder: { type: "ByteLevel", add_prefix_space: true, trim_offsets: true, use_regex: true },
    model: {
      type: "BPE",
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: false,
      byte_fallback: false,
      ignore_merges: false,
      vocab: Object.fromEntries(vocab.map((piece, id) => [piece, id])),
      merges: [],
    },
  };
}

function json(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value));
}
