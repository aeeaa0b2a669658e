import type { SentencePair } from "./pair";

export const hindiTurkish: readonly SentencePair[] = [
  {
    id: "drinks-tea",
    title: "Two languages with the verb at the end",
    languages: ["hi", "tr"],
    sentences: ["मेरा छोटा भाई हर सुबह घर में गरम चाय पीता है।", "Küçük kardeşim her sabah evde sıcak çay içiyor."],
    alignment: "0-1 1-0 2-1 3-2 4-3 5-4 6-4 7-5 8-6 9-7 10-7",
    tree: {
      side: 0,
      text: "(S (NP (DET मेरा) (ADJ छोटा) (NOUN भाई)) (NP (DET हर) (NOUN सुबह)) (VP (PP (NP (NOUN घर)) (ADP में)) (NP (ADJ गरम) (NOUN चाय)) (VERB पीता) (AUX है)))",
    },
  },
];
