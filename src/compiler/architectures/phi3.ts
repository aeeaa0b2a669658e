import type { Architecture } from "./architecture";
import { size } from "./config";
import { describeLlamaLike, linear, withAttention } from "./llama-like";

/** Phi-3 and 3.5 (Abdin et al. 2024), Phi-4 mini: Llama with one matrix for queries, keys and values, and one for gate and up. */
export const phi3: Architecture = {
  modelType: "phi3",
  className: "Phi3ForCausalLM",
  describe(config, tensors) {
    const absent = config["sliding_window"] === undefined || config["sliding_window"] === null;
    const window = absent ? undefined : size(config, "sliding_window");
    return describeLlamaLike(config, tensors, {
      block(plain, _, at) {
        const block = withAttention(plain, { projections: [linear(`${at}.self_attn.qkv_proj`)], window });
        return { ...block, mlp: { ...block.mlp, input: [linear(`${at}.mlp.gate_up_proj`)] } };
      },
    });
  },
};
