import type { RawConfig, TensorInfo } from "../../checkpoints/checkpoint";
import { LabError, type Problem } from "../../result";
import type { Geometry } from "../program";
import type { Activation } from "./architecture";

/** A config that says something impossible, or says too little. */
export function invalidConfig(what: string, facts: NonNullable<Problem["facts"]> = {}): LabError {
  return new LabError({
    code: "config-invalid",
    what: `The checkpoint's config.json ${what}.`,
    remedy: "Check that config.json belongs to these weights, or fetch both again.",
    facts,
  });
}

/** A model that works in a way the compiler does not know. */
export function unsupported(model: string, missing: string, facts: NonNullable<Problem["facts"]> = {}): LabError {
  return new LabError({
    code: "architecture-unsupported",
    what: `${model} cannot be run here: ${missing}.`,
    remedy: "Use a checkpoint of Llama, Mistral, SmolLM, Qwen, Gemma, GPT-2, Pythia, Phi-3, OLMo 2 or StableLM.",
    facts: { model, missing, ...facts },
  });
}

function invalidValue(config: RawConfig, key: string, needed: string): LabError {
  return invalidConfig(`gives ${key} as ${JSON.stringify(config[key])}, where ${needed} is needed`, { key });
}

/** A whole number of at least 1. Throws LabError `config-invalid`. */
export function size(config: RawConfig, key: string, fallback?: number): number {
  const value = config[key] ?? fallback;
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 1 || value > 2 ** 31) {
    throw invalidValue(config, key, "a whole number of at least 1");
  }
  return value;
}

/** A finite number above zero. Throws LabError `config-invalid`. */
export function positive(config: RawConfig, key: string, fallback?: number): number {
  const value = config[key] ?? fallback;
  if (typeof value !== "number" || !Number.isFinite(value) || value <= 0) {
    throw invalidValue(config, key, "a number above zero");
  }
  return value;
}

/** A finite number above zero, or undefined where the key is absent or null. Throws LabError `config-invalid`. */
export function optionalPositive(config: RawConfig, key: string): number | undefined {
  return config[key] === undefined || config[key] === null ? undefined : positive(config, key);
}

/** A yes or no. Throws LabError `config-invalid`. */
export function flag(config: RawConfig, key: string, fallback = false): boolean {
  const value = config[key] ?? fallback;
  if (typeof value !== "boolean") throw invalidValue(config, key, "true or false");
  return value;
}

/** An object, or undefined where the key is absent or null. Throws LabError `config-invalid`. */
export function record(config: RawConfig, key: string): RawConfig | undefined {
  const value = config[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "object" || Array.isArray(value)) throw invalidValue(config, key, "an object");
  return value as RawConfig;
}

/** A list with one entry for each of `count` things, or undefined where the key is absent. Throws LabError `config-invalid`. */
export function list(config: RawConfig, key: string, count: number): readonly unknown[] | undefined {
  const value = config[key];
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value) || value.length < count) throw invalidValue(config, key, `a list of ${count}`);
  return value;
}

const activations: Readonly<Record<string, Activation>> = {
  silu: "silu",
  swish: "silu",
  gelu: "gelu",
  gelu_python: "gelu",
  gelu_new: "gelu-tanh",
  gelu_fast: "gelu-tanh",
  gelu_pytorch_tanh: "gelu-tanh",
  gelu_python_tanh: "gelu-tanh",
  relu: "relu",
};

/** The MLP's activation. Throws LabError `architecture-unsupported`. */
export function activation(config: RawConfig, key: string, fallback: string): Activation {
  const value = config[key] ?? fallback;
  const known = typeof value === "string" && Object.hasOwn(activations, value) ? activations[value] : undefined;
  if (known) return known;
  throw unsupported(modelName(config), `its activation ${JSON.stringify(value)} is not known`);
}

/** Rotary tables longer than this would cost more memory than a tab should spend on them. */
const longestContext = 32_768;

/** The sizes of a decoder, by the keys that most families use. Throws LabError `config-invalid`. */
export function geometry(config: RawConfig, tensors: ReadonlyMap<string, TensorInfo>): Geometry {
  const layers = size(config, "num_hidden_layers");
  const width = size(config, "hidden_size");
  const heads = size(config, "num_attention_heads");
  const kvHeads = size(config, "num_key_value_heads", heads);
  if (heads % kvHeads !== 0) {
    throw invalidConfig(`shares ${kvHeads} key/value heads among ${heads} heads`, { heads, kvHeads });
  }
  if (layers > tensors.size) {
    throw invalidConfig(`speaks of ${layers} layers, and there are only ${tensors.size} tensors`, {
      layers,
      tensors: tensors.size,
    });
  }
  return {
    layers,
    width,
    heads,
    kvHeads,
    headSize: size(config, "head_dim", width % heads === 0 ? width / heads : undefined),
    mlpWidth: size(config, "intermediate_size"),
    vocabulary: size(config, "vocab_size"),
    context: Math.min(longestContext, size(config, "max_position_embeddings", 2048)),
  };
}

/** The first of the prefixes under which `tensor` is found; the first of all where it is found under none. */
export function prefixOf(
  tensors: ReadonlyMap<string, TensorInfo>,
  tensor: string,
  prefixes: readonly [string, ...string[]],
): string {
  return prefixes.find((prefix) => tensors.has(`${prefix}${tensor}`)) ?? prefixes[0];
}

/** The layer's window in a stack where some layers see all and some a window: by `layer_types`, else by `isLocal`. */
export function windowOf(
  config: RawConfig,
  layers: number,
  isLocal: (layer: number) => boolean,
): (layer: number) => number | undefined {
  const window = config["sliding_window"] === null ? undefined : size(config, "sliding_window", 4096);
  const types = list(config, "layer_types", layers);
  return (layer) => {
    const type = types ? types[layer] : isLocal(layer) ? "sliding_attention" : "full_attention";
    if (type === "full_attention") return undefined;
    if (type === "sliding_attention") return window;
    throw unsupported(modelName(config), `its layer ${layer} has attention of the kind ${JSON.stringify(type)}`);
  };
}

/** The name under which people know the model: its `architectures` entry, else its `model_type`. */
export function modelName(config: RawConfig): string {
  const architectures = config["architectures"];
  const first: unknown = Array.isArray(architectures) ? architectures[0] : undefined;
  if (typeof first === "string") return first;
  return typeof config["model_type"] === "string" ? config["model_type"] : "This model";
}
