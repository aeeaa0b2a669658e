import type { SentencePair } from "./pair";

export const englishTurkish: readonly SentencePair[] = [
  {
    id: "in-the-park",
    title: "A case ending for a preposition",
    languages: ["en", "tr"],
    sentences: ["The children are playing football in the big park.", "Çocuklar büyük parkta futbol oynuyor."],
    alignment: "1-0 2-4 3-4 4-3 5-2 7-1 8-2",
    tree: {
      side: 0,
      text: "(S (NP (DET The) (NOUN children)) (VP (AUX are) (VP (VERB playing) (NP (NOUN football)) (PP (ADP in) (NP (DET the) (ADJ big) (NOUN park))))))",
    },
  },
  {
    id: "wrote-this-letter",
    title: "A clause that comes before its verb",
    languages: ["en", "tr"],
    sentences: ["I know that Elif wrote this letter yesterday.", "Elif'in bu mektubu dün yazdığını biliyorum."],
    alignment: "0-5 1-5 3-0 4-4 5-1 6-2 7-3",
    tree: {
      side: 0,
      text: "(S (NP (PRON I)) (VP (VERB know) (SBAR (SCONJ that) (S (NP (PROPN Elif)) (VP (VERB wrote) (NP (DET this) (NOUN letter)) (ADVP (ADV yesterday)))))))",
    },
  },
];
