import type { SentencePair } from "./pair";

export const germanSpanish: readonly SentencePair[] = [
  {
    id: "house-by-the-sea",
    title: "German and Spanish, one adjective apart",
    languages: ["de", "es"],
    sentences: [
      "Mein Nachbar kaufte gestern ein kleines Haus am Meer.",
      "Mi vecino compró ayer una casa pequeña junto al mar.",
    ],
    alignment: "0-0 1-1 2-2 3-3 4-4 5-6 6-5 7-7 7-8 8-9",
    tree: {
      side: 0,
      text: "(S (NP (DET Mein) (NOUN Nachbar)) (VP (VERB kaufte) (ADVP (ADV gestern)) (NP (NP (DET ein) (ADJ kleines) (NOUN Haus)) (PP (ADP am) (NP (NOUN Meer))))))",
    },
  },
];
