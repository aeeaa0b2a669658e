import type { SentencePair } from "./pair";

export const englishGerman: readonly SentencePair[] = [
  {
    id: "verb-last",
    title: "A verb at the end of the subordinate clause",
    languages: ["en", "de"],
    sentences: [
      "I know that my sister reads the newspaper every morning.",
      "Ich weiß, dass meine Schwester jeden Morgen die Zeitung liest.",
    ],
    alignment: "0-0 1-1 2-2 3-3 4-4 5-9 6-7 7-8 8-5 9-6",
    tree: {
      side: 0,
      text: "(S (NP (PRON I)) (VP (VERB know) (SBAR (SCONJ that) (S (NP (DET my) (NOUN sister)) (VP (VERB reads) (NP (DET the) (NOUN newspaper)) (NP (DET every) (NOUN morning)))))))",
    },
  },
  {
    id: "verb-second",
    title: "A verb in second place, another at the end",
    languages: ["en", "de"],
    sentences: [
      "Tomorrow we will visit the old castle with our friends.",
      "Morgen werden wir mit unseren Freunden das alte Schloss besuchen.",
    ],
    alignment: "0-0 1-2 2-1 3-9 4-6 5-7 6-8 7-3 8-4 9-5",
    tree: {
      side: 0,
      text: "(S (ADVP (ADV Tomorrow)) (NP (PRON we)) (VP (AUX will) (VP (VERB visit) (NP (DET the) (ADJ old) (NOUN castle)) (PP (ADP with) (NP (DET our) (NOUN friends))))))",
    },
  },
  {
    id: "verb-bracket",
    title: "One verb on both sides of the German sentence",
    languages: ["en", "de"],
    sentences: ["Yesterday my neighbour bought a small house.", "Gestern hat mein Nachbar ein kleines Haus gekauft."],
    alignment: "0-0 1-2 2-3 3-1 3-7 4-4 5-5 6-6",
    tree: {
      side: 0,
      text: "(S (ADVP (ADV Yesterday)) (NP (DET my) (NOUN neighbour)) (VP (VERB bought) (NP (DET a) (ADJ small) (NOUN house))))",
    },
  },
];
