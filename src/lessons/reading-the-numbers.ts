import type { Lesson } from "./lesson";

export const lesson: Lesson = {
  id: "reading-the-numbers",
  steps: [
    {
      title: "What an average hides",
      text: "Two models were trained on in one language each. Accuracy says how many items are right; it does not say which.",
      lab: "measures",
      preset: "what-was-forgotten",
      question: "Say two items fewer are right than before. How many items changed their answer?",
      choices: ["exactly two", "at least two", "fewer than two"],
      look: "Choose a number to open its items. A flip from right to wrong is hidden by a flip from wrong to right; the paired test counts both.",
      change: "Turn to another language and compare the flips.",
      papers: ["echterhoff"],
    },
    {
      title: "Bits per byte",
      text: "Perplexity a token cannot be compared between tokenizers: each divides by its own pieces. Bits per byte divide by the text, so models with different tokenizers can be compared on the same text. A language is compared with itself: a letter is one byte in English and three in Hindi.",
      lab: "measures",
      preset: "what-do-4-bits-cost",
      question: "Weights of 4 instead of 32 bits: which language loses most?",
      choices: ["English", "the one with least training text", "all lose alike"],
      look: "Read the differences with their intervals. Where an interval crosses nought, the data do not decide.",
      change: "Open the text picture and find the words that became harder.",
      papers: ["marchisio"],
    },
    {
      title: "Chosen on one half",
      text: "Who tries many settings finds a good one by luck. So the best is chosen on some sentences and told on others.",
      lab: "merging",
      preset: "how-many-layers",
      question: "Is the best cell of the map still the best on sentences that did not choose it?",
      choices: ["always", "often near it, seldom exactly", "never"],
      look: "Compare the number that chose with the number that is told. On a plateau the exact cell is luck and its neighbourhood is not.",
      change: "Use more sentences. Does the gap between the two numbers shrink?",
      papers: ["bandarkar"],
    },
  ],
};
