import type { StoryLanguage } from "./lexicon";
import { turns } from "../turns";

/** What stories are about; each has a part of them. */
export const storyTopics = [
  "animals",
  "family",
  "feast",
  "food",
  "health",
  "market",
  "nature",
  "play",
  "school",
  "travel",
  "weather",
  "work",
] as const;
export type StoryTopic = (typeof storyTopics)[number];

export interface StoryAttributes {
  readonly mood: "happy" | "sad";
  readonly tense: "past" | "future";
  readonly address: "familiar" | "polite";
  readonly view: "first" | "third";
  readonly topic: StoryTopic;
  readonly length: "short" | "medium" | "long";
}

export interface StoryWord {
  readonly form: string;
  /** Universal part of speech. */
  readonly upos: string;
  /** The concept's id, or a gloss in capitals such as DEF, FUT, 3SG. */
  readonly concept: string;
  /** Words of two languages with a common token are aligned. Signs have none. */
  readonly tokens: readonly number[];
}

export interface StorySentence {
  readonly text: string;
  readonly words: readonly StoryWord[];
}

/** A story in every language: sentence `i` of each says the same. */
export interface ParallelStory {
  readonly seed: number;
  readonly schema: string;
  readonly attributes: StoryAttributes;
  readonly texts: Readonly<Record<StoryLanguage, readonly StorySentence[]>>;
}

interface StoriesFile {
  readonly tags: readonly string[];
  readonly stories: readonly {
    readonly seed: number;
    readonly schema: string;
    readonly attributes: readonly string[];
    readonly texts: Readonly<Record<string, readonly string[]>>;
  }[];
}

const digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

let loaded: Promise<readonly ParallelStory[]> | undefined;

/** Loads the sample of parallel stories, apart from the labs' own code, once. */
export function loadStories(): Promise<readonly ParallelStory[]> {
  loaded ??= readStories();
  return loaded;
}

async function readStories(): Promise<readonly ParallelStory[]> {
  const file = (await import("./stories.json")).default as unknown as StoriesFile;
  const tags = file.tags.map((tag) => tag.split(" ") as [upos: string, concept: string]);
  const stories: ParallelStory[] = [];
  const turn = turns();
  for (const { seed, schema, attributes, texts } of file.stories) {
    await turn();
    const [mood, tense, address, view, topic, length] = attributes;
    stories.push({
      seed,
      schema,
      attributes: { mood, tense, address, view, topic, length } as StoryAttributes,
      texts: Object.fromEntries(
        Object.entries(texts).map(([language, sentences]) => [language, sentences.map((one) => decode(one, tags))]),
      ) as unknown as ParallelStory["texts"],
    });
  }
  return stories;
}

/** Words between spaces, or "_" where the text has none; a tab; for each word its tag in two digits and its tokens. */
function decode(written: string, tags: readonly [upos: string, concept: string][]): StorySentence {
  const [marked = "", labels = ""] = written.split("\t");
  const forms = marked.split(/[ _]/);
  const words = labels.split(" ").map((label, at): StoryWord => {
    const [upos, concept] = tags[Number.parseInt(label.slice(0, 2), 36)]!;
    return { form: forms[at]!, upos, concept, tokens: Array.from(label.slice(2), (digit) => digits.indexOf(digit)) };
  });
  return { text: marked.replaceAll("_", ""), words };
}

/** Pairs of word numbers, signs counted, whose words realise a common token. */
export function alignmentOf(one: StorySentence, other: StorySentence): (readonly [number, number])[] {
  return one.words.flatMap(({ tokens }, at) =>
    other.words.flatMap((word, place) =>
      word.tokens.some((token) => tokens.includes(token)) ? [[at, place] as const] : [],
    ),
  );
}
