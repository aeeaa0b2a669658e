import type { LayerMap } from "../merging/layer-map";
import { layerSwapShares } from "../merging/layer-swap";

/** The layers of `polyglot-math` that learnt sums (training/settings.py, MIDDLE), all else of a language expert; nothing is averaged. */
export function sumsBetween(expert: string): LayerMap {
  return {
    a: "polyglot-math",
    b: expert,
    method: "linear",
    shares: layerSwapShares(8, { bottom: 2, top: 1, bottomTransition: 0, topTransition: 0 }),
    embeddings: "b",
    norm: "b",
    head: "b",
  };
}
