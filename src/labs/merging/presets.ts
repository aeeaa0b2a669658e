import type { Document } from "../../experiments/documents/merging";
import { type LayerMap, recipeOfMap } from "../../merging/layer-map";
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

export const presets: readonly Preset<Document>[] = [
  {
    id: "keep-both-skills",
    question: "Can one model keep both skills? Swap or average",
    look: "A was trained on in German, B in Hindi, and each forgot the other languages. What do the swap and the plain average keep of both? And look at English, Spanish and Turkish, which neither was trained on: merging brings some of them back.",
    paper: swapping,
    settings: {},
  },
  {
    id: "which-layers-carry-hindi",
    question: "Which layers carry Hindi?",
    look: "No layer is B’s here, only the embeddings, and most of B’s gain in Hindi comes with them. Turn it round, all layers from B and the embeddings from A: which of the two carries more?",
    paper: swapping,
    settings: {
      recipe: recipeOfMap({
        ...pair,
        shares: Array.from({ length: 8 }, () => 0),
        embeddings: "b",
        norm: "a",
        head: "b",
      }),
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
