type Config = Readonly<Record<string, unknown>>;

const gemma = { tie_word_embeddings: true, head_dim: 256, rms_norm_eps: 1e-6 };
const windowed = { sliding_window: 4096, query_pre_attn_scalar: 256 };

/** What all families mean where their configs are silent. */
const common: Config = { rope_theta: 10_000, partial_rotary_factor: 1, tie_word_embeddings: false };

/** What a family means where its configs are silent, by `model_type`, where that is not what all mean. */
export const familyDefaults: Readonly<Record<string, Config>> = {
  llama: { rms_norm_eps: 1e-6 },
  mistral: { rms_norm_eps: 1e-6, num_key_value_heads: 8 },
  smollm3: { rms_norm_eps: 1e-6, tie_word_embeddings: true, rope_theta: 2_000_000, use_sliding_window: false },
  qwen2: { rms_norm_eps: 1e-6, use_sliding_window: false },
  qwen3: { rms_norm_eps: 1e-6, head_dim: 128, use_sliding_window: false },
  gemma,
  gemma2: { ...gemma, ...windowed, attn_logit_softcapping: 50, final_logit_softcapping: 30 },
  gemma3_text: { ...gemma, ...windowed, rope_theta: 1_000_000, rope_local_base_freq: 10_000 },
  gpt2: { tie_word_embeddings: true, layer_norm_epsilon: 1e-5 },
  gpt_neox: { layer_norm_eps: 1e-5, partial_rotary_factor: 0.25, use_parallel_residual: true },
  phi3: { rms_norm_eps: 1e-6 },
  olmo2: { rms_norm_eps: 1e-5 },
  stablelm: { layer_norm_eps: 1e-5, partial_rotary_factor: 0.25, use_parallel_residual: false },
};

/** Of these null says that there is none; elsewhere it is as good as silence. */
const optional = new Set(["sliding_window", "attn_logit_softcapping", "final_logit_softcapping"]);

/**
 * What a config makes a model run with, in one spelling: its family's defaults where it is silent, rotary settings as
 * `rope_theta`, `partial_rotary_factor` and `rope_scaling` however it spells them, and no window that is not used.
 */
export function settingsOf(config: Config): Config {
  const said = Object.fromEntries(Object.entries(config).filter(([key, value]) => value !== null || optional.has(key)));
  const heads = said["num_attention_heads"];
  const settings: Config = {
    ...common,
    ...(typeof heads === "number" && { num_key_value_heads: heads, head_dim: Number(said["hidden_size"]) / heads }),
    ...familyDefaults[String(said["model_type"])],
    ...said,
    ...rotary(said),
  };
  return settings["use_sliding_window"] === false ? { ...settings, sliding_window: null } : settings;
}

/** Rotary settings as `rope_parameters` (transformers 5), GPT-NeoX's own names or `rope_scaling` give them. */
function rotary(config: Config): Config {
  const given = record(config["rope_parameters"]);
  // Gemma 3 has settings for each kind of layer.
  const parameters = "full_attention" in given ? record(given["full_attention"]) : given;
  const local = record(given["sliding_attention"])["rope_theta"];
  const theta = parameters["rope_theta"] ?? config["rope_theta"] ?? config["rotary_emb_base"];
  const turned = parameters["partial_rotary_factor"] ?? config["partial_rotary_factor"] ?? config["rotary_pct"];
  return {
    ...(theta !== undefined && { rope_theta: theta }),
    ...(turned !== undefined && { partial_rotary_factor: turned }),
    ...(local !== undefined && { rope_local_base_freq: local }),
    rope_scaling: scaling({ ...parameters, ...record(config["rope_scaling"]) }),
  };
}

/** Sorted by key; undefined where nothing is scaled. */
function scaling(given: Config): Config | undefined {
  const kind = given["rope_type"] ?? given["type"] ?? "default";
  if (kind === "default") return undefined;
  const apart = new Set(["type", "rope_type", "rope_theta", "partial_rotary_factor"]);
  const rest = Object.entries(given).filter(([key]) => !apart.has(key));
  return Object.fromEntries([["rope_type", kind], ...rest.toSorted(([a], [b]) => (a < b ? -1 : 1))]);
}

function record(value: unknown): Config {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Config) : {};
}
