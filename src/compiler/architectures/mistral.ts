import type { Architecture } from "./architecture";
import { size } from "./config";
import { describeLlamaLike, withAttention } from "./llama-like";

/** Mistral 7B (Jiang et al. 2023): Llama with an optional sliding window. */
export const mistral: Architecture = {
  modelType: "mistral",
  className: "MistralForCausalLM",
  describe(config, tensors) {
    const absent = config["sliding_window"] === undefined || config["sliding_window"] === null;
    const window = absent ? undefined : size(config, "sliding_window");
    return describeLlamaLike(config, tensors, {
      defaults: { num_key_value_heads: 8 },
      block: (plain) => withAttention(plain, { window }),
    });
  },
};
