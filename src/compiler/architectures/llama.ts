import type { RawConfig, TensorInfo } from "../../checkpoints/checkpoint";
import { fail, LabError, ok } from "../../result";
import type { Architecture, BlockTensors, DecoderDescription, LinearTensors } from "./architecture";
import { flag, invalidConfig, modelName, positive, size, unsupported } from "./config";
import { readRope } from "./rope-config";

/** Llama 2 and 3 (Touvron et al. 2023, Dubey et al. 2024), SmolLM2, TinyLlama. */
export const llama: Architecture = {
  name: "llama",
  claims: (config) => config["model_type"] === "llama" || named(config, "LlamaForCausalLM"),
  describe: (config, tensors) => caught(() => describeLlama(config, tensors)),
};

/** Mistral 7B (Jiang et al. 2023): Llama with an optional sliding window. */
export const mistral: Architecture = {
  name: "mistral",
  claims: (config) => config["model_type"] === "mistral" || named(config, "MistralForCausalLM"),
  describe: (config, tensors) =>
    caught(() => {
      const description = describeLlama({ num_key_value_heads: 8, ...config }, tensors);
      const absent = config["sliding_window"] === undefined || config["sliding_window"] === null;
      return absent ? description : { ...description, slidingWindow: size(config, "sliding_window") };
    }),
};

/** ONNX Runtime's GroupQueryAttention refuses heads whose size is no multiple of this. */
const kernelHeadStep = 16;

/** Rotary tables longer than this would cost more memory than a tab should spend on them. */
const longestContext = 32_768;

function describeLlama(config: RawConfig, tensors: ReadonlyMap<string, TensorInfo>): DecoderDescription {
  const activation = config["hidden_act"] ?? "silu";
  if (activation !== "silu" && activation !== "swish") {
    throw unsupported(modelName(config), `its activation ${JSON.stringify(activation)} is not SiLU`);
  }
  const width = size(config, "hidden_size");
  const heads = size(config, "num_attention_heads");
  const kvHeads = size(config, "num_key_value_heads", heads);
  const headSize = size(config, "head_dim", width % heads === 0 ? width / heads : undefined);
  if (heads % kvHeads !== 0)
    throw invalidConfig(`shares ${kvHeads} key/value heads among ${heads} heads`, { heads, kvHeads });
  if (headSize % kernelHeadStep !== 0) {
    throw unsupported(
      modelName(config),
      `its heads are ${headSize} wide, and the attention kernel takes multiples of ${kernelHeadStep}`,
      { headSize },
    );
  }
  const geometry = {
    layers: size(config, "num_hidden_layers"),
    width,
    heads,
    kvHeads,
    headSize,
    mlpWidth: size(config, "intermediate_size"),
    vocabulary: size(config, "vocab_size"),
    context: Math.min(longestContext, size(config, "max_position_embeddings", 2048)),
  };
  if (geometry.layers > tensors.size) {
    throw invalidConfig(`speaks of ${geometry.layers} layers, and there are only ${tensors.size} tensors`, {
      layers: geometry.layers,
      tensors: tensors.size,
    });
  }
  const prefix = !tensors.has("model.embed_tokens.weight") && tensors.has("embed_tokens.weight") ? "" : "model.";
  const embedding = `${prefix}embed_tokens.weight`;
  const biases = { attention: flag(config, "attention_bias"), mlp: flag(config, "mlp_bias") };
  return {
    geometry,
    normEpsilon: positive(config, "rms_norm_eps", 1e-6),
    rope: readRope(config),
    tensors: {
      embedding,
      blocks: Array.from({ length: geometry.layers }, (_, layer) => blockTensors(`${prefix}layers.${layer}`, biases)),
      finalNorm: `${prefix}norm.weight`,
      head: flag(config, "tie_word_embeddings") ? embedding : "lm_head.weight",
    },
  };
}

function blockTensors(prefix: string, biases: { readonly attention: boolean; readonly mlp: boolean }): BlockTensors {
  const linear = (name: string, biased: boolean): LinearTensors => ({
    weight: `${prefix}.${name}.weight`,
    ...(biased && { bias: `${prefix}.${name}.bias` }),
  });
  return {
    attentionNorm: `${prefix}.input_layernorm.weight`,
    query: linear("self_attn.q_proj", biases.attention),
    key: linear("self_attn.k_proj", biases.attention),
    value: linear("self_attn.v_proj", biases.attention),
    output: linear("self_attn.o_proj", biases.attention),
    mlpNorm: `${prefix}.post_attention_layernorm.weight`,
    gate: linear("mlp.gate_proj", biases.mlp),
    up: linear("mlp.up_proj", biases.mlp),
    down: linear("mlp.down_proj", biases.mlp),
  };
}

function named(config: RawConfig, architecture: string): boolean {
  const names = config["architectures"];
  return config["model_type"] === undefined && Array.isArray(names) && names.includes(architecture);
}

function caught(describe: () => DecoderDescription) {
  try {
    return ok(describe());
  } catch (thrown) {
    if (thrown instanceof LabError) return fail(thrown.problem);
    throw thrown;
  }
}
