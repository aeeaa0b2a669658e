import type { Lesson } from "./lesson";

const petrov =
  "Petrov et al. 2023, Language Model Tokenizers Introduce Unfairness Between Languages (arXiv 2305.15425)";

export const lesson: Lesson = {
  id: "what-tokens-cost",
  steps: [
    {
      title: "The same sentence twice",
      text: "A model reads tokens, not letters, and you pay by the token. Here one sentence stands in English and in Hindi, cut by five tokenizers.",
      lab: "tokenizers",
      preset: "why-hindi",
      question: "GPT-2’s tokenizer saw mostly English. How many times as many tokens does it need for the Hindi line?",
      choices: ["about as many", "about twice as many", "four times as many, or more"],
      look: "Compare the two lines in the strip of r50k, then read the sentence over the figures: it says the same over all parallel sentences. Each Devanagari letter is three bytes, and this vocabulary has hardly a piece that joins them.",
      change: "Write your own sentence and its translation in the text field. Does the ratio hold?",
      paper: petrov,
    },
    {
      title: "A bigger vocabulary",
      text: "Newer tokenizers have four times as many pieces. More of them are for other languages.",
      lab: "tokenizers",
      preset: "bigger-fairer",
      question: "From 50,257 to 200,019 pieces: does every language profit alike?",
      choices: ["all alike", "those that paid most gain most", "only English gains"],
      look: "Follow one language from column to column, then compare the unevenness (the Gini index) of the tokenizers. A vocabulary is shared out: whose text it was trained on decides who gets the new pieces.",
      change: "Choose bytes under “ranked”. Is a tokenizer without a vocabulary fair?",
      paper: "Foroutan et al. 2025, Parity-Aware Byte-Pair Encoding (arXiv 2508.04796)",
    },
    {
      title: "Inside a character",
      text: "What a reader sees as one sign can be many code points and more bytes. A tokenizer may cut between them.",
      lab: "tokenizers",
      preset: "emoji",
      question: "How many tokens can one family emoji cost?",
      choices: ["one", "three or four", "more than ten"],
      look: "Marks at the foot of a box are boundaries inside one character. A model that stops there has written half a sign.",
      change: "Type the flag of another country, or a word of a script you know.",
      paper: "Velayuthan and Sarveswaran 2025, Egalitarian Language Representation (COLING 2025)",
    },
    {
      title: "What the average hides",
      text: "Fertility is the mean number of tokens a word. The share of words that stay whole tells for whom a vocabulary was made.",
      lab: "tokenizers",
      preset: "whole-words",
      question: "Can two tokenizers have the same fertility and keep different shares of words whole?",
      choices: ["no, one follows from the other", "yes"],
      look: "Find two columns with close fertility and look at the share of whole words in each. One word in nine pieces and seven whole ones have the same mean, 2, as eight words in two pieces each.",
      change: "Switch the measure between fertility and whole words and watch the ranking.",
      paper: "Nayeem et al. 2025, Beyond Fertility: STRR (arXiv 2510.09947)",
    },
  ],
};
