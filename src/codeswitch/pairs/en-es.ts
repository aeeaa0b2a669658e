import type { SentencePair } from "./pair";

export const englishSpanish: readonly SentencePair[] = [
  {
    id: "red-car",
    title: "Adjectives before and after the noun",
    languages: ["en", "es"],
    sentences: [
      "Yesterday Ana bought the old red car for her younger brother.",
      "Ayer Ana compró el viejo coche rojo para su hermano menor.",
    ],
    alignment: "0-0 1-1 2-2 3-3 4-4 5-6 6-5 7-7 8-8 9-10 10-9",
    tree: {
      side: 0,
      text: "(S (ADVP (ADV Yesterday)) (NP (PROPN Ana)) (VP (VERB bought) (NP (DET the) (ADJ old) (ADJ red) (NOUN car)) (PP (ADP for) (NP (DET her) (ADJ younger) (NOUN brother)))))",
    },
  },
  {
    id: "did-not-tell",
    title: "Negation, an auxiliary and a pronoun before the verb",
    languages: ["en", "es"],
    sentences: [
      "The teacher did not tell me that the train leaves early.",
      "La maestra no me dijo que el tren sale temprano.",
    ],
    alignment: "0-0 1-1 2-4 3-2 4-4 5-3 6-5 7-6 8-7 9-8 10-9",
    tree: {
      side: 0,
      text: "(S (NP (DET The) (NOUN teacher)) (VP (AUX did) (PART not) (VP (VERB tell) (NP (PRON me)) (SBAR (SCONJ that) (S (NP (DET the) (NOUN train)) (VP (VERB leaves) (ADVP (ADV early))))))))",
    },
  },
  {
    id: "last-train",
    title: "A long sentence with many places to switch",
    languages: ["en", "es"],
    sentences: [
      "When we arrived at the station, the last train to Madrid had already left, so we slept in a small hotel near the river and ate warm bread for breakfast.",
      "Cuando llegamos a la estación, el último tren a Madrid ya había salido, así que dormimos en un hotel pequeño cerca del río y comimos pan caliente en el desayuno.",
    ],
    alignment:
      "0-0 1-1 2-1 3-2 4-3 5-4 6-5 7-6 8-7 9-8 10-9 11-11 12-10 13-12 14-13 14-14 15-15 16-15 17-16 18-17 19-19 20-18 21-20 21-21 22-21 23-22 24-23 25-24 26-26 27-25 28-27 29-29",
    tree: {
      side: 0,
      text: "(S (SBAR (SCONJ When) (S (NP (PRON we)) (VP (VERB arrived) (PP (ADP at) (NP (DET the) (NOUN station)))))) (S (NP (NP (DET the) (ADJ last) (NOUN train)) (PP (ADP to) (NP (PROPN Madrid)))) (VP (AUX had) (ADVP (ADV already)) (VP (VERB left)))) (CCONJ so) (S (NP (PRON we)) (VP (VP (VERB slept) (PP (ADP in) (NP (NP (DET a) (ADJ small) (NOUN hotel)) (PP (ADP near) (NP (DET the) (NOUN river)))))) (CCONJ and) (VP (VERB ate) (NP (ADJ warm) (NOUN bread)) (PP (ADP for) (NP (NOUN breakfast)))))))",
    },
  },
];
