import { expect, test } from "vitest";
import { alignmentOf, loadStories } from "./stories";

const stories = await loadStories();

test("there are three hundred stories of every topic, mood, tense and length", () => {
  expect(stories).toHaveLength(300);
  const counts = (name: "topic" | "mood" | "tense" | "length") =>
    new Set(stories.map(({ attributes }) => attributes[name])).size;
  expect([counts("topic"), counts("mood"), counts("tense"), counts("length")]).toEqual([12, 2, 2, 3]);
});

test("every sentence is its words, and as many in each language", () => {
  for (const { texts } of stories) {
    expect(new Set(Object.values(texts).map((sentences) => sentences.length)).size).toBe(1);
    for (const { text, words } of Object.values(texts).flat()) {
      expect(words.map(({ form }) => form).join("")).toBe(text.replaceAll(" ", ""));
    }
  }
});

test("aligned words have the same concept, if it is one of the dictionary", () => {
  const words = stories.slice(0, 40).flatMap(({ texts }) =>
    texts.en.flatMap((english, at) => {
      const german = texts.de[at]!;
      return alignmentOf(english, german).map(([one, other]) => [english.words[one]!, german.words[other]!] as const);
    }),
  );
  const nouns = words.filter(([one, other]) => one.upos === "NOUN" && other.upos === "NOUN");
  expect(nouns.length).toBeGreaterThan(300);
  for (const [one, other] of nouns) expect(other.concept).toBe(one.concept);
});
