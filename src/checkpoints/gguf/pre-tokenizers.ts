import { LabError } from "../../result";
import type { MetadataReader } from "./metadata";

const byteLevel = (useRegex: boolean) => ({
  type: "ByteLevel",
  add_prefix_space: false,
  trim_offsets: true,
  use_regex: useRegex,
});

const split = (regex: string) => ({
  type: "Sequence",
  pretokenizers: [{ type: "Split", pattern: { Regex: regex }, behavior: "Isolated", invert: false }, byteLevel(false)],
});

const tail = "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
const words = "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+";

const gpt2 = { normalizer: null, pre_tokenizer: byteLevel(true) };
const llama3 = { normalizer: null, pre_tokenizer: split(`${words}|\\p{N}{1,3}${tail}`) };
const qwen2 = { normalizer: { type: "NFC" }, pre_tokenizer: split(`${words}|\\p{N}${tail}`) };
const digitsApart = {
  normalizer: null,
  pre_tokenizer: {
    type: "Sequence",
    pretokenizers: [{ type: "Digits", individual_digits: true }, byteLevel(true)],
  },
};

type Steps = { readonly normalizer: unknown; readonly pre_tokenizer: unknown };

/** How `tokenizer.ggml.pre` cuts a text before BPE. Source: llama.cpp's llama-vocab.cpp. */
const known: ReadonlyMap<string, Steps> = new Map(
  Object.entries({
    "gpt-2": gpt2,
    olmo: gpt2,
    "phi-2": gpt2,
    default: gpt2,
    "llama-bpe": llama3,
    llama3,
    "llama-v3": llama3,
    smaug: llama3,
    dbrx: llama3,
    qwen2,
    "deepseek-r1-qwen": qwen2,
    stablelm2: qwen2,
    smollm: digitsApart,
    starcoder: digitsApart,
    refact: digitsApart,
    "command-r": digitsApart,
  }),
);

/** Normaliser and pre-tokenizer of a byte-level BPE. Throws `tokenizer-invalid` for one whose rule is not known here. */
export function byteLevelSteps(read: MetadataReader): Steps {
  const name = read.text("tokenizer.ggml.pre", "default");
  const steps = known.get(name);
  if (steps) return steps;
  throw new LabError({
    code: "tokenizer-invalid",
    what: `${read.file} cuts texts before its BPE by the rule ${JSON.stringify(name)}, which the lab does not know.`,
    remedy: "Put the model's tokenizer.json beside the GGUF file, or open its safetensors checkpoint.",
    facts: { file: read.file, rule: name },
  });
}
