import type { Lesson } from "./lesson";

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
      found:
        "About as alike as chance: in attention and MLP of the layers that moved, 0, 1 and 7, from 48.1 % to 49.1 % of the signs conflict. In the embeddings it is 55.3 %.",
      look: "Where one model made a weight larger and the other made it smaller, their signs conflict, and a mean would lose both. The map gives the share of such weights: half is what chance would give. Layers 2 to 6 were held as they were in training, so their cells are empty. Which of the others moved most?",
      change: "Choose another pair of models.",
      papers: ["yadav"],
    },
    {
      title: "Average or swap",
      text: "One model learnt sums, from English problems alone; the other learnt Hindi. The plainest merge is the mean of all weights. A layer swap takes whole layers: those at the foot and the top from the Hindi model, the middle from the one that does sums.",
      lab: "merging",
      preset: "keep-both-skills",
      question: "Which keeps more of both, sums and Hindi?",
      choices: ["the average", "the swap", "neither keeps anything"],
      found:
        "The swap: it solves 18 of 40 sums in English and 7 of 40 in Hindi, the average 1 and 1, and its Hindi costs about the same, 0.82 and 0.81 bits per byte. The model that learnt sums still solves more, 28 and 9.",
      look: "Sums solved in English and in Hindi, and bits per byte in Hindi, lower is better. Compare with what A and B can do alone: a merge is worth its trouble where it does well at both, as neither parent does.",
      change: "Drag a border of the layer map and run again. Can you do better?",
      papers: ["wortsman", "bandarkar"],
    },
    {
      title: "Is it these layers?",
      text: "A good result of a map is only news if other maps do worse. The control puts as many swapped layers in random places.",
      lab: "measures",
      preset: "these-layers-or-any",
      question: "Will random places do as well?",
      choices: ["worse", "as well", "better"],
      found:
        "As well, if not better: with its layers in random places the swap needs fewer bits per byte in 5 of 5 languages, in German 1.630 instead of 1.693. The intervals overlap in 5 of 5.",
      look: "Compare the swap with its random control, interval beside interval. Where they overlap, the map of layers is not what mattered.",
      change: "Change the seed of the control and run again.",
      papers: ["bandarkar"],
    },
    {
      title: "Twice the middle",
      text: "A “frankenmerge” repeats layers: the model becomes longer without a single new weight.",
      lab: "merging",
      preset: "repeat-the-middle",
      question: "Layers 3 to 5 stand there twice. Does the model still speak?",
      choices: ["not at all", "worse than before", "better than before"],
      found:
        "Worse than before, by little: German costs 1.60 bits per byte instead of 1.57, and the other languages lose from 0.01 to 0.05. It still speaks: “Ich habe gestern” goes on “schon eine Kolinie von der Kirche.”, where one word is invented.",
      look: "Read a continuation first, then the bits per byte. Each block adds a little to a common stream, so a second helping disturbs less than one may think.",
      change: "Repeat the first layer instead.",
      papers: ["goddard"],
    },
  ],
};
