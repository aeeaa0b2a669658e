import { expect, test } from "vitest";
import { corruptions } from "./check/corrupt";
import { generateStory, tellStory } from "./generate";
import { checkers, realisers } from "./languages";
import type { Sentence, Word } from "./realise/word";
import { schemas } from "./schemas";
import { type Language, topics } from "./script";

const languages = Object.keys(realisers) as Language[];
/** STORY_SAMPLES=10000 checks what issue 3 asks for; the default takes a few seconds. */
const samples = Number(process.env["STORY_SAMPLES"] ?? 50);
const seeds = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const tellings = seeds(samples).map((seed) => tellStory(seed, {}, languages));
const textOf = (sentences: readonly Sentence[]) => sentences.map(({ text }) => text).join(" ");

test("there are at least sixty schemas, and some for every topic", () => {
  expect(new Set(schemas.map(({ id }) => id)).size).toBe(schemas.length);
  expect(schemas.length).toBeGreaterThanOrEqual(60);
  for (const topic of topics) expect(schemas.some((schema) => schema.topic === topic)).toBe(true);
});

test.each(Object.keys(checkers) as Language[])("no sentence has an agreement error: %s", (language) => {
  const checker = checkers[language]!;
  for (const { texts } of tellings) {
    for (const { text } of texts[language]!) {
      expect({ text, faults: checker.check(text) }).toEqual({ text, faults: [] });
    }
  }
});

/** Every word of a story is in the lexicon. */
test.each(Object.keys(checkers) as Language[])("the checker knows every word: %s", (language) => {
  const checker = checkers[language]!;
  const unknown = tellings.flatMap(({ texts }) =>
    texts[language]!.flatMap(({ words }) =>
      words.filter(({ upos, form }) => upos !== "PUNCT" && !checker.isKnown(form)).map(({ form }) => form),
    ),
  );
  expect(unknown).toEqual([]);
});

/**
 * The least share of corruptions that is found, by kind. Spanish does not write its subject pronouns, so that many a
 * wrong person makes a right sentence: "Fueron a casa".
 */
const floors: Partial<Record<Language, Partial<Record<string, number>>>> = {
  en: { article: 0.98, person: 0.9, pronoun: 0.95, "verb form": 0.9, order: 0.75 },
  de: { article: 0.88, adjective: 0.92, person: 0.88, pronoun: 0.85, "verb form": 0.85, order: 0.97 },
  es: { article: 0.95, adjective: 0.8, person: 0.4, "verb form": 0.9, order: 0.7 },
};

test.each(Object.keys(floors) as Language[])("a corrupted sentence is found: %s", (language) => {
  const checker = checkers[language]!;
  const counts = new Map<string, { found: number; all: number }>();
  for (const seed of seeds(20)) {
    for (const sentence of tellStory(seed, {}, [language]).texts[language]!) {
      for (const [index, { kind, text }] of corruptions(sentence, checker).entries()) {
        // A third of the many is enough for their share.
        if (kind !== "order" && (index + seed) % 3 > 0) continue;
        const count = counts.get(kind) ?? { found: 0, all: 0 };
        counts.set(kind, {
          found: count.found + Number(checker.check(text).length > 0),
          all: count.all + 1,
        });
      }
    }
  }
  for (const [kind, floor] of Object.entries(floors[language]!)) {
    const { found, all } = counts.get(kind)!;
    expect(all).toBeGreaterThan(10);
    expect({ kind, share: found / all }).toEqual({ kind, share: expect.toSatisfy((share: number) => share >= floor!) });
  }
});

/** An indefinite article is none, though Hindi writes it as the number one: Turkish has none. */
const isContent = ({ upos, concept }: Word) => content.has(upos) && concept !== "INDF";
const content = new Set(["NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"]);
const tokensOf = (sentence: Sentence) => new Set(sentence.words.flatMap(({ tokens }) => tokens));

test("every content word of every language is aligned with a word of each other language", () => {
  const alone: { word: Word; language: Language; other: Language; text: string }[] = [];
  let all = 0;
  for (const { texts } of tellings) {
    for (const language of languages) {
      for (const [at, sentence] of texts[language]!.entries()) {
        const words = sentence.words.filter(isContent);
        all += words.length;
        for (const other of languages) {
          const there = tokensOf(texts[other]![at]!);
          for (const word of words) {
            if (!word.tokens.some((token) => there.has(token))) {
              alone.push({ word, language, other, text: sentence.text });
            }
          }
        }
      }
    }
  }
  expect(all).toBeGreaterThan(1000);
  expect(alone).toEqual([]);
});

test.each(languages)("no two stories are equal: %s", (language) => {
  const texts = new Set(tellings.map(({ texts: all }) => textOf(all[language]!)));
  expect(texts.size).toBe(samples);
});

test("equal seeds give equal stories, and giving an attribute leaves the others", () => {
  for (const seed of seeds(3)) {
    const story = generateStory(seed, {}, languages);
    expect(generateStory(seed, {}, languages)).toEqual(story);
    const { mood: _, ...others } = story.attributes;
    expect(tellStory(seed, { mood: "sad" }, ["en"]).attributes).toEqual({ ...others, mood: "sad" });
  }
});

test("the recorded attributes are those of the text", () => {
  for (const { attributes, texts } of tellings) {
    const told = (language: Language) => texts[language]!.filter(({ text }) => !/[“„«]/u.test(text));
    const finite = told("es").flatMap(({ words }) => words.filter(({ features: own }) => own["VerbForm"] === "Fin"));
    const tenses = new Set(finite.map(({ features: own }) => own["Tense"]));
    expect(tenses.has("Fut")).toBe(attributes.tense === "future");
    expect(tenses.has("Past")).toBe(attributes.tense === "past");
    const addressed = texts.de!.flatMap(({ words }) => words.map(({ features: own }) => own["Polite"])).filter(Boolean);
    expect(new Set(addressed).has(attributes.address === "polite" ? "Infm" : "Form")).toBe(false);
    const speaksOfI = told("en").some(({ words }) => words.some(({ form }) => /^(I|me|my|we|our|us)$/i.test(form)));
    expect(speaksOfI).toBe(attributes.view === "first");
  }
});
