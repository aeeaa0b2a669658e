import type { Lesson } from "./lesson";

export const lesson: Lesson = {
  id: "reading-the-numbers",
  steps: [
    {
      title: "What an average hides",
      text: "Two copies of a model were trained further, one in German, one in Hindi. Accuracy, the share of items that are right, says how many; it does not say which.",
      lab: "measures",
      preset: "what-was-forgotten",
      question: "Say two items fewer are right than before. How many items changed their answer?",
      choices: ["exactly two", "at least two", "fewer than two"],
      found:
        "At least two: in the Turkish minimal pairs the German copy has 1 more right than the base, yet 5 changed, 3 for the better and 2 for the worse. In the Spanish ones it has 2 fewer right, and here no more than 2 changed.",
      look: "Choose a number to open its items. In the sum an item that was right and is wrong now (a flip) is hidden by one that went the other way. A paired test compares item by item and counts both.",
      change: "Turn to another language and compare the flips.",
      papers: ["echterhoff"],
    },
    {
      title: "Bits per byte",
      text: "How badly does a model predict a text? Counted in bits a token, the answer depends on how the tokenizer cuts. Bits per byte divide by the text itself, so that models with different tokenizers can be compared on it. Compare a language with itself only: a letter is one byte in English and three in Hindi.",
      lab: "measures",
      preset: "what-do-4-bits-cost",
      question: "Weights of 4 instead of 32 bits: which language loses most?",
      choices: ["English", "the one with least training text", "all lose alike"],
      found:
        "Not English, and not all alike: Turkish, of which training held the least natural text, loses most, 0.014 bits per byte (0.002 to 0.025), then Hindi 0.006 (0.003 to 0.009). In English, German and Spanish the interval holds zero, and corrected for the number of comparisons only Hindi’s loss is clear.",
      look: "Read the differences with their intervals, which say how far the number would move with other sentences of the same kind. Where an interval holds zero, the data do not decide.",
      change: "Under “Which words became harder” choose another language. Are they rare words, long ones, or any?",
      papers: ["marchisio"],
    },
    {
      title: "Chosen on one half",
      text: "Who tries many settings finds one that looks good by luck. Here two models are merged in many ways, with more or fewer layers of the second at either end. The best is chosen on some sentences and judged on others.",
      lab: "merging",
      preset: "how-many-layers",
      question:
        "On sentences that did not choose it, is the best merge still better than the plain average of both models?",
      choices: ["yes, clearly", "it cannot be told", "no, worse"],
      found:
        "It cannot be told: the best merge less the average is 0.002 bits per byte (−0.003 to 0.006), and the interval holds zero.",
      look: "Under the map stands what was measured on the other sentences: “best less it” with its interval. Above, many cells are equal: the two models share layers 2 to 6, so only 11 of the 32 merges differ. Others are nearly as good as the best, so which of them wins may be luck.",
      change: "Use more sentences. Do the intervals become narrower?",
      papers: ["cawley", "bandarkar"],
    },
  ],
};
