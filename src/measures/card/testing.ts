import type { Subject } from "./collect";
import type { CardItems } from "./items";
import type { Dialogue, TextVectors } from "./needs";

/** Little of everything in two languages. */
export const fewItems: CardItems = {
  languages: ["en", "de"],
  pivot: "en",
  parallel: {
    en: ["The water is cold.", "The sun shines today.", "My house is old and small.", "A bird sings in the tree."],
    de: [
      "Das Wasser ist kalt.",
      "Die Sonne scheint heute.",
      "Mein Haus ist alt und klein.",
      "Ein Vogel singt im Baum.",
    ],
  },
  beginnings: { en: ["The water is", "My old house"], de: ["Das Wasser ist", "Mein altes Haus"] },
  minimalPairs: {
    en: [{ phenomenon: "tense", good: "She has eaten.", bad: "She has ate." }],
    de: [
      { phenomenon: "case", good: "Ich sehe den Hund.", bad: "Ich sehe der Hund." },
      { phenomenon: "tense", good: "Er kann schwimmen.", bad: "Er kann geschwommen." },
    ],
  },
  questions: { de: [{ prompt: "Was ist gefrorenes Wasser?", own: "Eis", english: "ice" }] },
  conversations: {
    en: [
      [
        { text: "Say it in two words.", instructions: [{ kind: "words", most: 2 }] },
        { text: "Use the word “cold”.", instructions: [{ kind: "include", keyword: "cold" }] },
      ],
    ],
  },
  words: { en: ["water", "house", "sun"], de: ["Wasser", "Haus", "Sonne"] },
  problems: { en: [{ question: "What is 2 + 3?", answer: 5 }] },
  memorised: [],
};

/** The same card without any item. */
export const noItems: CardItems = {
  ...fewItems,
  parallel: { en: [], de: [] },
  beginnings: {},
  minimalPairs: {},
  questions: {},
  conversations: {},
  words: {},
  problems: {},
};

export interface FakeWorld {
  readonly bits?: (text: string) => number;
  readonly vector?: (text: string, layer: number) => readonly number[];
  readonly answer?: (prompt: string) => string;
}

/** A model made of functions, with a list of what it was asked. */
export function fakeSubject({
  bits = (text) => text.length,
  vector = (text) => [text.length, 1],
  answer = () => "cold water 5",
}: FakeWorld = {}): Subject & { readonly asked: string[] } {
  const asked: string[] = [];
  function layers(text: string): readonly Float32Array[] {
    return [0, 1].map((layer) => Float32Array.from(vector(text, layer)));
  }
  return {
    id: "fake",
    asked,
    score: (texts) => {
      asked.push(...texts);
      return Promise.resolve(
        texts.map((text) => {
          const bytes = new TextEncoder().encode(text).length;
          return { ends: [bytes], bits: [bits(text)], total: { bits: bits(text), bytes } };
        }),
      );
    },
    embed: (texts) => {
      asked.push(...texts);
      return Promise.resolve(
        texts.map((text): TextVectors => ({ weighted: layers(text), mean: layers(text), last: layers(text) })),
      );
    },
    reply: ({ turns }: Dialogue) => {
      asked.push(...turns);
      return Promise.resolve(turns.map(answer));
    },
  };
}
