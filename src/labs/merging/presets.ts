import type { Document } from "../../experiments/documents/merging";
import { chatModules, recipeOfChatVector } from "../../merging/chat-vector";
import { type LayerMap, recipeOfMap } from "../../merging/layer-map";
import type { Recipe } from "../../merging/recipe";
import type { Preset } from "../lab";
import { sumsBetween } from "../sums-swap";

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
    id: "two-languages",
    question: "Average or swap: which keeps both languages?",
    look: "A was trained on in German, B in Hindi, and each forgot the other languages. What do the swap and the plain average keep of both? And look at English, Spanish and Turkish, which neither was trained on: merging brings some of them back.",
    paper: swapping,
    settings: {},
  },
  {
    id: "german-sums",
    question: "Teach the German model to do sums without German sums",
    look: "A learnt word problems in English alone, B only German. The merge takes B’s two lowest layers, where a language is read, its top one, and its embeddings, norm and head; and A’s layers between, where the sums are. Look at “What each can do”, the German row: does it solve more than B, than the average, than A, whose sums carry over by themselves?",
    paper: swapping,
    settings: {
      recipe: recipeOfMap(sumsBetween("polyglot-de")),
      languages: ["en", "de"],
      skills: ["arithmetic"],
      skillItems: 40,
      prompts: "Frage: Lukas hat 9 Äpfel. Lukas gibt Sara 4 Äpfel. Wie viele Äpfel hat Lukas jetzt?\\nAntwort:",
      maxNewTokens: 32,
    },
  },
  {
    id: "keep-both-skills",
    question: "Average or swap: which keeps both skills?",
    look: "A does sums and is no better at Hindi than the base; B speaks Hindi and hardly solves a sum. What do the swap and the plain average keep of both, in sums and in bits per byte?",
    paper: swapping,
    settings: {
      recipe: recipeOfMap(sumsBetween("polyglot-hi")),
      languages: ["en", "hi"],
      skills: ["arithmetic"],
      skillItems: 40,
      prompts: "प्रश्न: लूकस के पास 9 सेब हैं। लूकस सारा को 4 सेब देता है। अब लूकस के पास कितने सेब हैं?\\nउत्तर:\nमेरी माँ ने",
      maxNewTokens: 32,
    },
  },
  {
    id: "chat-vector",
    question: "A chat vector for a language model",
    look: "B was taught to follow instructions, in English and Spanish alone. What that changed is added to A, the German model, which never saw an instruction. Look at the instructions kept: does the merge follow any now, in which languages, and how much of its German is left?",
    paper: "Huang et al. 2023, Chat Vector (arXiv 2310.04799)",
    settings: {
      recipe: recipeOfChatVector({
        base: "polyglot-base",
        chat: "polyglot-chat",
        target: "polyglot-de",
        lambda: 1,
        modules: chatModules,
        templateRows: [],
        template: "auto",
      }),
      languages: ["en", "es", "de"],
      skills: ["adherence", "instructions"],
      skillItems: 24,
      prompts:
        "<|im_start|>user\\nName four parts of the body.<|im_end|>\\n<|im_start|>assistant\\n\n<|im_start|>user\\nSchreibe einen Satz mit dem Wort „Garten“.<|im_end|>\\n<|im_start|>assistant\\n",
      maxNewTokens: 48,
    },
  },
  {
    id: "which-layers-carry-hindi",
    question: "Which layers carry Hindi?",
    look: "No layer is B’s here, only the embeddings, and about half of B’s gain in Hindi over the base comes with them. Turn it round, all layers from B and the embeddings from A: which of the two carries more?",
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
    look: "Both give every parameter the sign of the sum of its changes, in which a larger change has more say, and drop what goes the other way. Two things differ. A, as mergekit does, counts each model’s weight in that sum and divides what is left by the weights; B, as in the paper, leaves the weights out of the sum and divides by how many are left. So a Hindi change that is left alone enters whole in A and at a fifth in B. How far do the two part?",
    paper: "Yadav et al. 2023, TIES (arXiv 2306.01708); mergekit, Goddard et al. 2024 (arXiv 2403.13257)",
    settings: {
      recipe: {
        merge_method: "linear",
        slices: [
          {
            sources: [
              { model: "ties-weighted", parameters: { weight: 1 } },
              { model: "ties-unweighted", parameters: { weight: 1 } },
            ],
          },
        ],
        inputs: [
          { name: "ties-weighted", recipe: tiesOf("ties") },
          { name: "ties-unweighted", recipe: tiesOf("ties_paper") },
        ],
      },
      languages: ["en", "de", "hi"],
    },
  },
  {
    id: "where-do-they-disagree",
    question: "Where do two fine-tunes disagree?",
    look: "Nothing is run here: the weights alone. Which layers did each model move, did they move the same way, and in how many weights do they pull against each other? Half is what chance would give. Both were trained with layers 2 to 6 held as they were, so there is nothing to compare in these.",
    paper: swapping,
    settings: { task: "look" },
  },
  {
    id: "how-many-layers",
    question: "How many layers should be swapped?",
    look: "None to three layers from B at the foot and at the top, sharp and with a blended layer between. The two models share layers 2 to 6, so many cells are one merge: of the 32 only 11 differ. How far are those from the best? And is the best still ahead on sentences that did not choose it?",
    paper: swapping,
    settings: { task: "search", searchEnds: 3, searchTransition: 1, sentences: 8, languages: ["de", "hi"] },
  },
  {
    id: "which-layers-for-german-sums",
    question: "Which layers for sums in German?",
    look: "A solves word problems, which it learnt in English; B writes German. None to three of B’s layers are tried at the foot and at the top, always with B’s embeddings, norm and head: 16 merges, of which twenty German sums choose the best. With three layers from B at the top no sum is solved. Look at the twenty other sums, which chose nothing: does the best merge solve more of them than A alone?",
    paper: swapping,
    settings: {
      task: "search",
      recipe: recipeOfMap(sumsBetween("polyglot-de")),
      searchEnds: 3,
      searchTransition: 0,
      searchGoal: "arithmetic",
      languages: ["de"],
      skillItems: 20,
    },
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
