import type { RawConfig } from "../../checkpoints/checkpoint";
import type { Architecture } from "./architecture";
import { flag, size, windowOf } from "./config";
import { describeLlamaLike, withAttention } from "./llama-like";

/** Qwen 2 and 2.5 (Yang et al. 2024): Llama with biases of queries, keys and values. */
export const qwen2: Architecture = {
  modelType: "qwen2",
  className: "Qwen2ForCausalLM",
  describe(config, tensors) {
    const window = qwenWindow(config);
    return describeLlamaLike(config, tensors, {
      biases: { projections: true },
      block: (plain, layer) => withAttention(plain, { window: window(layer) }),
    });
  },
};

/** The window of the layers from `max_window_layers` on, where the config asks for windows. */
export function qwenWindow(config: RawConfig): (layer: number) => number | undefined {
  if (!flag(config, "use_sliding_window")) return () => undefined;
  const first = size(config, "max_window_layers", 28);
  return windowOf(config, size(config, "num_hidden_layers"), (layer) => layer >= first);
}
