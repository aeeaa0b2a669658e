import { seededRandom } from "../../src/random";
import { realisers } from "./languages";
import type { SentencePlan } from "./plan";
import { planStory } from "./planner";
import { type Sentence, sentenceOf } from "./realise/word";
import { schemas } from "./schemas";
import { Teller } from "./schemas/teller";
import { type Attributes, type Language, type Script, topics } from "./script";

export interface Telling {
  readonly seed: number;
  readonly schema: string;
  readonly attributes: Attributes;
  /** One sentence each per language, in the same order. */
  readonly texts: Partial<Readonly<Record<Language, readonly Sentence[]>>>;
}

export interface Story extends Telling {
  /** Per language pair "en-de" and sentence: Pharaoh pairs "0-0 1-1" over all words, signs counted. */
  readonly alignments: Readonly<Record<string, readonly string[]>>;
}

/** A story of this seed; attributes that are not given are drawn. Throws where no language is registered under a code. */
export function generateStory(seed: number, given: Partial<Attributes>, languages: readonly Language[]): Story {
  const telling = tellStory(seed, given, languages);
  const { texts } = telling;
  const alignments: Record<string, string[]> = {};
  for (const [index, one] of languages.entries()) {
    for (const other of languages.slice(index + 1)) {
      alignments[`${one}-${other}`] = texts[one]!.map((sentence, at) => pharaoh(sentence, texts[other]![at]!));
    }
  }
  return { ...telling, alignments };
}

/** The same story, its words not aligned. */
export function tellStory(seed: number, given: Partial<Attributes>, languages: readonly Language[]): Telling {
  const { script, plans } = planned(seed, given);
  const texts: Partial<Record<Language, Sentence[]>> = {};
  for (const language of languages) {
    const realiser = realisers[language];
    if (!realiser) throw new Error(`No realiser for "${language}"`);
    texts[language] = plans.map((plan) => sentenceOf(realiser.words(plan), realiser.orthography));
  }
  return { seed, schema: script.schema, attributes: script.attributes, texts };
}

/** The story of this seed before it is put into words. */
export function planned(seed: number, given: Partial<Attributes>): { script: Script; plans: SentencePlan[] } {
  const random = seededRandom(seed);
  // Each attribute takes its number whether it is given or not, so that giving one leaves the others as they were.
  const pick = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)]!;
  const drawn: Attributes = {
    mood: pick(["happy", "sad"]),
    tense: pick(["past", "past", "future"]),
    address: pick(["familiar", "polite"]),
    view: pick(["third", "third", "first"]),
    topic: pick(topics.filter((topic) => schemas.some((schema) => schema.topic === topic))),
    length: pick(["short", "medium", "long"]),
  };
  const attributes = { ...drawn, ...given };
  const schema = pick(schemas.filter(({ topic }) => topic === attributes.topic));
  const teller = new Teller(attributes, random);
  schema.tell(teller);
  const script = teller.script(schema.id);
  return { script, plans: planStory(script, seededRandom(seed + 1)) };
}

/** Pairs of word numbers that share a token. */
export function pharaoh(one: Sentence, other: Sentence): string {
  const places = new Map<number, number[]>();
  for (const [at, { tokens }] of other.words.entries()) {
    for (const token of tokens) places.set(token, [...(places.get(token) ?? []), at]);
  }
  const pairs = one.words.flatMap(({ tokens }, at) =>
    [...new Set(tokens.flatMap((token) => places.get(token) ?? []))]
      .sort((a, b) => a - b)
      .map((place) => `${at}-${place}`),
  );
  return pairs.join(" ");
}
