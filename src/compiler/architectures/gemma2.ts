import type { Architecture } from "./architecture";
import { optionalPositive, size, windowOf } from "./config";
import { describeGemma, gemmaNorm, gemmaScale, sandwiched } from "./gemma";
import { withAttention } from "./llama-like";

/** Gemma 2 (Gemma Team 2024): norms on both sides, every other layer with a window, capped scores and logits. */
export const gemma2: Architecture = {
  modelType: "gemma2",
  className: "Gemma2ForCausalLM",
  describe(given, tensors) {
    const config = { attn_logit_softcapping: 50, final_logit_softcapping: 30, ...given };
    const window = windowOf(config, size(config, "num_hidden_layers"), (layer) => layer % 2 === 0);
    const softCap = optionalPositive(config, "attn_logit_softcapping");
    const plain = describeGemma(config, tensors, {
      block: (block, layer, at) =>
        withAttention(sandwiched(block, at, gemmaNorm(config)), {
          window: window(layer),
          scale: gemmaScale(config),
          softCap,
        }),
    });
    return { ...plain, head: { ...plain.head, softCap: optionalPositive(config, "final_logit_softcapping") } };
  },
};
