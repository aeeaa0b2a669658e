import type { Architecture } from "./architecture";
import { flag, list, size, windowOf } from "./config";
import { describeLlamaLike, withAttention } from "./llama-like";

/** SmolLM3 (Hugging Face 2025): Llama where every fourth layer knows nothing of positions (NoPE). */
export const smollm3: Architecture = {
  modelType: "smollm3",
  className: "SmolLM3ForCausalLM",
  describe(config, tensors) {
    const layers = size(config, "num_hidden_layers");
    const turned = list(config, "no_rope_layers", layers); // 1 where a layer is turned by position
    const interval = size(config, "no_rope_layer_interval", 4);
    const attention = flag(config, "attention_bias");
    const isTurned = (layer: number) => (turned ? turned[layer] === 1 : (layer + 1) % interval !== 0);
    const sliding = flag(config, "use_sliding_window");
    const window = windowOf(config, layers, (layer) => !isTurned(layer));
    return describeLlamaLike(config, tensors, {
      defaults: { tie_word_embeddings: true },
      rope: { theta: 2_000_000 },
      biases: { projections: attention, output: attention, mlp: flag(config, "mlp_bias") },
      block: (plain, layer) =>
        withAttention(plain, {
          ...(!isTurned(layer) && { rope: undefined }),
          ...(sliding && { window: window(layer) }),
        }),
    });
  },
};
