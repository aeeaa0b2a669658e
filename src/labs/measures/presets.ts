import type { Document, Variant } from "../../experiments/documents/measures";
import { type LayerMap, recipeOfMap } from "../../merging/layer-map";
import { layerSwapShares } from "../../merging/layer-swap";
import type { Preset } from "../lab";
import { sumsBetween } from "../sums-swap";

const checkpoint = (model: string, weights: Variant["weights"] = "f32"): Variant => ({
  kind: "checkpoint",
  name: "",
  model,
  weights,
});

const swap: LayerMap = {
  a: "polyglot-de",
  b: "polyglot-hi",
  method: "linear",
  shares: layerSwapShares(8, { bottom: 2, top: 1, bottomTransition: 1, topTransition: 1 }),
  embeddings: "average",
  norm: "average",
  head: "average",
};

const steered = (strength: number): Variant => ({
  kind: "steering",
  name: `steered to German, ${strength}`,
  model: "polyglot-base",
  weights: "f32",
  source: "en",
  target: "de",
  method: "mean-difference",
  position: "mean",
  layer: null,
  strength,
  span: "both",
});

export const presets: readonly Preset<Document>[] = [
  {
    id: "what-was-forgotten",
    question: "What did each language expert forget?",
    look: "Each expert was trained on in one language. Bits per byte rise in the others; do the grammatical choices, the alignment and the language it writes in go with them? Choose a number to read the sentences that flipped.",
    paper: "Echterhoff et al. 2024, MUSCLE (arXiv 2407.09435)",
    settings: {},
  },
  {
    id: "sums-in-every-language",
    question: "Who can do sums in a language without sums?",
    look: "One expert learnt word problems in English alone, the other German without any. Which of them solves German problems, does the layer swap solve more than either, and do random places for its layers do as well?",
    paper: "Bandarkar et al. 2025, Layer Swapping (arXiv 2410.01335)",
    settings: {
      variants: [
        checkpoint("polyglot-base"),
        checkpoint("polyglot-math"),
        checkpoint("polyglot-de"),
        { kind: "merge", name: "layer swap", recipe: recipeOfMap(sumsBetween("polyglot-de")), weights: "f32" },
      ],
      measures: ["bits-per-byte", "arithmetic"],
      languages: ["en", "de"],
      written: 40,
      shown: "arithmetic",
    },
  },
  {
    id: "who-follows-instructions",
    question: "Who follows instructions, and in which language?",
    look: "The chat expert was taught to follow instructions in English and Spanish alone; those of the other languages it only learnt to translate. How many does it follow, does it follow German ones, and what did its manners cost in bits per byte? Four conversations a language are too few to call a change of one number clear.",
    paper: "Zhou et al. 2023, IFEval (arXiv 2311.07911); Huang et al. 2023, Chat Vector (arXiv 2310.04799)",
    settings: {
      variants: [checkpoint("polyglot-base"), checkpoint("polyglot-chat"), checkpoint("polyglot-de")],
      measures: ["instructions", "off-target", "bits-per-byte"],
      languages: ["en", "de", "es"],
      written: 24,
      shown: "instructions",
    },
  },
  {
    id: "where-languages-meet",
    question: "In which layers do the languages meet?",
    look: "Five measures of the same thing, four on the same sentences and one on words. Do they agree on the layer, and are their intervals narrow enough to name one? Language Ranker takes the cosine of sentences that do not match off that of those that do; MEXA asks for a strict win over every other sentence.",
    paper: "Kargaran et al. 2024, MEXA (arXiv 2410.05873); Li et al. 2024, Language Ranker (arXiv 2404.11553)",
    settings: {
      variants: [checkpoint("polyglot-base"), checkpoint("polyglot-hi")],
      measures: ["mexa", "language-ranker", "retrieval", "alignment-distance", "lexicon-induction"],
      sentences: 40,
      shown: "mexa",
    },
  },
  {
    id: "these-layers-or-any",
    question: "Is it these layers, or any layers?",
    look: "A layer swap beside the same swap with its layers in random places. Where the control does as well, the map of layers is not what matters.",
    paper: "Bandarkar et al. 2025, Layer Swapping (arXiv 2410.01335)",
    settings: {
      variants: [
        checkpoint("polyglot-base"),
        checkpoint("polyglot-de"),
        checkpoint("polyglot-hi"),
        { kind: "merge", name: "layer swap", recipe: recipeOfMap(swap), weights: "f32" },
      ],
      measures: ["bits-per-byte", "minimal-pairs", "mixing", "off-target"],
      picture: "multiples",
    },
  },
  {
    id: "what-do-4-bits-cost",
    question: "Which language pays for 4-bit weights?",
    look: "The same checkpoint with weights of 32, 8 and 4 bits. Is the loss even, or does a language pay more? Look at the words that became harder.",
    paper: "Marchisio et al. 2024, How Does Quantization Affect Multilingual LLMs? (arXiv 2407.03211)",
    settings: {
      variants: [checkpoint("polyglot-base"), checkpoint("polyglot-base", "q8"), checkpoint("polyglot-base", "q4")],
      measures: ["bits-per-byte", "minimal-pairs", "mexa", "off-target", "distinct-2"],
    },
  },
  {
    id: "does-steering-hurt",
    question: "Does steering to German cost grammar?",
    look: "A push of one class distance turns one of twelve English beginnings German, and most of what is written is too short to tell. What happens to the sentences of all languages on the way, and would a push of the same length in a random direction have done the same?",
    paper: "Rimsky et al. 2024, Contrastive Activation Addition (arXiv 2312.06681)",
    settings: {
      variants: [checkpoint("polyglot-base"), steered(0.5), steered(1)],
      measures: ["bits-per-byte", "minimal-pairs", "mixing", "off-target", "distinct-2"],
      shown: "off-target",
    },
  },
];
