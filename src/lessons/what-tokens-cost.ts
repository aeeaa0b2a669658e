import type { Lesson } from "./lesson";

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
      found:
        "More than four times: over all parallel sentences GPT-2 needs 6.4 times as many tokens in Hindi as in English. Of these two lines the Hindi one takes 62, the English one 11.",
      look: "Compare the two lines in the strip of r50k, then read the sentence over the figures: it says the same over all parallel sentences. Each Devanagari letter is three bytes, and this vocabulary has pieces for two of them, but hardly one for all three.",
      change: "Write your own sentence and its translation in the text field. Does the ratio hold?",
      papers: ["petrov"],
    },
    {
      title: "A bigger vocabulary",
      text: "Newer tokenizers have four times as many pieces. More of them are for other languages.",
      lab: "tokenizers",
      preset: "bigger-fairer",
      question: "From 50,257 to 200,019 pieces: does every language profit alike?",
      choices: ["all alike", "those that paid most gain most", "only English gains"],
      found:
        "Those that paid most gain most: Hindi falls from 6.4 to 1.5 times the tokens of English, German from 1.9 to 1.1. The Gini index falls from 0.273 to 0.075.",
      look: "Follow one language from column to column, then compare the unevenness (the Gini index) of the tokenizers. A vocabulary is shared out: whose text it was trained on decides who gets the new pieces.",
      change: "Choose “UTF-8 bytes” under “Rank the languages of”. Is a tokenizer without a vocabulary fair?",
      papers: ["foroutan"],
    },
    {
      title: "Inside a character",
      text: "What a reader sees as one sign can be many code points and more bytes. A tokenizer may cut between them.",
      lab: "tokenizers",
      preset: "emoji",
      question: "How many tokens can one family emoji cost?",
      choices: ["one", "three or four", "more than ten"],
      found: "More than ten: the family costs 14 tokens with GPT-2’s r50k, 17 with cl100k and 11 with o200k.",
      look: "Marks at the foot of a box are boundaries inside one character. A model that stops there has written half a sign.",
      change: "Type the flag of another country, or a word of a script you know.",
      papers: ["velayuthan"],
    },
    {
      title: "What the average hides",
      text: "Fertility is the mean number of tokens a word. The share of words that stay whole tells for whom a vocabulary was made.",
      lab: "tokenizers",
      preset: "whole-words",
      question: "Can two tokenizers have the same fertility and keep different shares of words whole?",
      choices: ["no, one follows from the other", "yes"],
      found:
        "Yes: for German polyglot and cl100k need nearly as many tokens a word, 1.67 and 1.64, and keep 62.7 % and 66.9 % of the words whole. And cl100k needs more a word in Turkish than GPT-2 in Swahili, 2.84 and 2.78, yet keeps more words whole, 23.3 % and 11.7 %.",
      look: "Find two columns with close fertility and look at the share of whole words in each. One word in nine pieces and seven whole ones have the same mean, 2, as eight words in two pieces each.",
      change: "Switch the “Metric” between fertility and single-token words and watch the ranking.",
      papers: ["nayeem"],
    },
  ],
};
