import type { Document } from "../../experiments/documents/merging";
import { type LayerMap, recipeOfMap } from "../../merging/layer-map";
import type { Recipe } from "../../merging/recipe";
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
    question: "Average or swap: which keeps both skills?",
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
  {
    id: "two-merges-called-ties",
    question: "Two merges called TIES",
    look: "A elects the sign of every weight as mergekit does, where a model’s weight is its number of votes; B as the paper has it, one vote a model. Same models, same density, the second model at a fifth: how far do the two part?",
    paper: "Yadav et al. 2023, TIES (arXiv 2306.01708); mergekit, Goddard et al. 2024 (arXiv 2403.13257)",
    settings: {
      recipe: {
        merge_method: "linear",
        slices: [
          {
            sources: [
              { model: "ties-by-weight", parameters: { weight: 1 } },
              { model: "ties-one-vote", parameters: { weight: 1 } },
            ],
          },
        ],
        inputs: [
          { name: "ties-by-weight", recipe: tiesOf("ties") },
          { name: "ties-one-vote", recipe: tiesOf("ties_paper") },
        ],
      },
      languages: ["en", "de", "hi"],
    },
  },
  {
    id: "where-do-they-disagree",
    question: "Where do two fine-tunes disagree?",
    look: "Nothing is run here: the weights alone. Which layers did each model move, did they move the same way, and in how many weights do they pull against each other? Half is what chance would give.",
    paper: swapping,
    settings: { task: "look" },
  },
  {
    id: "how-many-layers",
    question: "How many layers should be swapped?",
    look: "Every number of layers from B at the foot and at the top, sharp and with a blended layer between. Is there one best cell or a plateau, as the paper says? And is the best still ahead on sentences that did not choose it?",
    paper: swapping,
    settings: { task: "search", searchEnds: 3, searchTransition: 1, sentences: 8, languages: ["de", "hi"] },
  },
];

/** A German model and a Hindi one at a fifth, half of each change kept. */
function tiesOf(merge_method: "ties" | "ties_paper"): Recipe {
  return {
    merge_method,
    base_model: "polyglot-base",
    slices: [
      {
        sources: [
          { model: "polyglot-base" },
          { model: "polyglot-de", parameters: { weight: 1 } },
          { model: "polyglot-hi", parameters: { weight: 0.2 } },
        ],
      },
    ],
    parameters: { density: 0.5 },
  };
}
