import type { Document } from "../../experiments/documents/merging";
import { type LayerMap, recipeOfMap } from "../../merging/layer-map";
import { layerSwapShares } from "../../merging/layer-swap";
import type { Preset } from "../lab";

const swapping = "Bandarkar et al. 2025, Layer Swapping (arXiv 2410.01335)";

const pair: Omit<LayerMap, "shares"> = {
  a: "polyglot-de",
  b: "polyglot-hi",
  method: "linear",
  embeddings: "average",
  norm: "average",
  head: "average",
};

const none = { bottom: 0, top: 0, bottomTransition: 0, topTransition: 0 };

export const presets: readonly Preset<Document>[] = [
  {
    id: "keep-both-skills",
    question: "Can one model keep both skills? Swap or average",
    look: "A is better in German, B in Hindi. Compare what the merge and the plain average lose in each, and what neither parent was trained on further.",
    paper: swapping,
    settings: {},
  },
  {
    id: "which-layers-carry-hindi",
    question: "Which layers carry Hindi?",
    look: "Only the lowest three layers are B’s. Move the border and watch the Hindi column: how many layers buy back how much of it, and what does German pay?",
    paper: swapping,
    settings: {
      recipe: recipeOfMap({ ...pair, shares: layerSwapShares(8, { ...none, bottom: 3 }), embeddings: "b", norm: "a" }),
      prompts: "सुबह बच्चे\nएक दिन\nAm Morgen ging das Kind",
    },
  },
  {
    id: "slerp-or-linear",
    question: "SLERP or linear: does the path matter?",
    look: "Half way between the two models along the arc, against half way along the straight line. For fine-tunes of one base the angle between them is small; is the difference?",
    paper: "Shoemake 1985; mergekit, Goddard et al. 2024 (arXiv 2403.13257)",
    settings: {
      recipe: recipeOfMap({ ...pair, method: "slerp", shares: Array.from({ length: 8 }, () => 0.5) }),
    },
  },
  {
    id: "repeat-the-middle",
    question: "What happens if you repeat the middle?",
    look: "A “frankenmerge”: layers 3 to 5 of one model stand there twice, so it has eleven. No weight is new. Does the model still speak?",
    paper: "mergekit passthrough, Goddard et al. 2024 (arXiv 2403.13257)",
    settings: {
      recipe: {
        merge_method: "passthrough",
        slices: [
          { sources: [{ model: "polyglot-de", layer_range: [0, 6] }] },
          { sources: [{ model: "polyglot-de", layer_range: [3, 8] }] },
        ],
      },
    },
  },
];
