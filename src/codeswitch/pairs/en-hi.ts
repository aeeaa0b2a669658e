import type { SentencePair } from "./pair";

export const englishHindi: readonly SentencePair[] = [
  {
    id: "letter-in-the-garden",
    title: "Verb and postposition at the end",
    languages: ["en", "hi"],
    sentences: ["My mother reads a long letter in the garden.", "मेरी माँ बगीचे में एक लंबी चिट्ठी पढ़ती है।"],
    alignment: "0-0 1-1 2-7 2-8 3-4 4-5 5-6 6-3 8-2",
    tree: {
      side: 0,
      text: "(S (NP (DET My) (NOUN mother)) (VP (VERB reads) (NP (DET a) (ADJ long) (NOUN letter)) (PP (ADP in) (NP (DET the) (NOUN garden)))))",
    },
  },
  {
    id: "mango",
    title: "A relative clause that follows in both languages",
    languages: ["en", "hi"],
    sentences: [
      "Ravi ate the mango that his sister had bought in the market.",
      "रवि ने वह आम खाया जो उसकी बहन ने बाज़ार में ख़रीदा था।",
    ],
    alignment: "0-0 0-1 1-4 2-2 3-3 4-5 5-6 6-7 6-8 7-12 8-11 9-10 11-9",
    tree: {
      side: 0,
      text: "(S (NP (PROPN Ravi)) (VP (VERB ate) (NP (NP (DET the) (NOUN mango)) (SBAR (PRON that) (S (NP (DET his) (NOUN sister)) (VP (AUX had) (VP (VERB bought) (PP (ADP in) (NP (DET the) (NOUN market))))))))))",
    },
  },
];
