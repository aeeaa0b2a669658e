import type { Lesson } from "./lesson";

const swapping = "Bandarkar et al. 2025, Layer Swapping (arXiv 2410.01335)";

export const lesson: Lesson = {
  id: "moving-layers",
  steps: [
    {
      title: "Where two models differ",
      text: "Two models began as one and were trained on in German and in Hindi. Before anything is joined, look at the weights alone.",
      lab: "merging",
      preset: "where-do-they-disagree",
      question: "Did the two models move their weights in the same direction?",
      choices: ["mostly the same", "about as alike as chance", "against each other"],
      look: "Half is what chance would give in the map of sign conflicts. Which layers moved most?",
      change: "Choose another pair of models.",
      paper: swapping,
    },
    {
      title: "Average or swap",
      text: "The plainest merge is the mean of all weights. A layer swap takes whole layers: those at the foot and the top from one model, the middle from the other.",
      lab: "merging",
      preset: "keep-both-skills",
      question: "Which keeps more of both languages?",
      choices: ["the average", "the swap", "neither keeps anything"],
      look: "Bits per byte by language, lower is better: German and Hindi first, then the three languages that neither model was trained on again.",
      change: "Drag a border of the layer map and run again. Can you do better?",
      paper: swapping,
    },
    {
      title: "Is it these layers?",
      text: "A good result of a map is only news if other maps do worse. The control puts as many swapped layers in random places.",
      lab: "measures",
      preset: "these-layers-or-any",
      question: "Will random places do as well?",
      choices: ["worse", "as well", "better"],
      look: "Compare the swap with its random control, interval beside interval. Where they overlap, the map of layers is not what mattered.",
      change: "Change the seed of the control and run again.",
      paper: swapping,
    },
    {
      title: "Twice the middle",
      text: "A “frankenmerge” repeats layers: the model becomes longer without a single new weight.",
      lab: "merging",
      preset: "repeat-the-middle",
      question: "Layers 3 to 5 stand there twice. Does the model still speak?",
      choices: ["not at all", "worse than before", "better than before"],
      look: "Read a continuation first, then the bits per byte. Each block adds a little to a common stream, so a second helping disturbs less than one may think.",
      change: "Repeat the first layer instead.",
      paper: "Goddard et al. 2024, mergekit (arXiv 2403.13257)",
    },
  ],
};
