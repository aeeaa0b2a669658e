import type { Checker, Reading } from "./check/checker";
import { tellStory } from "./generate";
import { checkers, realisers } from "./languages";
import { nounIds } from "./lexicon/nouns";
import { verbIds } from "./lexicon/verbs";
import { adjectiveIds, adverbIds, conjunctionIds, phraseIds, quantifierIds, questionIds } from "./lexicon/words";
import type { Sentence, Word } from "./realise/word";
import type { Language } from "./script";

/** As `src/data/lexicon.ts` reads it. */
export interface LexiconFile {
  readonly concepts: readonly string[];
  readonly languages: Partial<Readonly<Record<Language, LexiconLanguage>>>;
}

interface LexiconLanguage {
  /** For each part of speech the features of its cells, "Number=Sing|Tense=Past". */
  readonly cells: Readonly<Record<string, readonly string[]>>;
  /** Concept's number, part of speech, lemma, forms in the order of the cells, gender of a noun or companion of a verb. */
  readonly entries: readonly (readonly [number, string, string, string, string?])[];
}

/** Every concept of the lexicon; names are none. */
const concepts: readonly string[] = [
  ...nounIds,
  ...verbIds,
  ...adjectiveIds,
  ...adverbIds,
  ...quantifierIds,
  ...questionIds,
  ...conjunctionIds,
  ...phraseIds,
];

export function lexiconFile(): LexiconFile {
  const languages: Partial<Record<Language, LexiconLanguage>> = {};
  for (const [language, checker] of Object.entries(checkers)) languages[language as Language] = languageOf(checker);
  return { concepts, languages };
}

/** They are in the reading of one word and not of its cell. */
const ofTheWord = new Set(["Gender", "Prefix", "Reflex", "El", "Impersonal"]);
/**
 * Not listed, being too many: words with pronouns written on them (Spanish), verbs with a direction (German), and nouns
 * (Turkish) with a verb's ending or a possessive other than mine and hers of one thing.
 */
function isListed({ upos, features }: Reading): boolean {
  if (features["Enclitic"] !== undefined || features["Direction"] !== undefined) return false;
  if (upos !== "NOUN" && upos !== "ADJ") return true;
  const owner = features["Person[psor]"];
  const isPlain = owner !== "2" && features["Number"] === "Sing" && features["Number[psor]"] === "Sing";
  return features["VerbForm"] === undefined && (owner === undefined || isPlain);
}

function cellOf({ upos, features }: Reading): string {
  return Object.entries(features)
    .filter(([name]) => !(ofTheWord.has(name) && !(name === "Gender" && upos !== "NOUN")))
    .map(([name, value]) => `${name}=${value}`)
    .join("|");
}

function languageOf({ readings }: Checker): LexiconLanguage {
  const numbers = new Map(concepts.map((id, index) => [id, index]));
  const cells: Record<string, string[]> = {};
  const entries = new Map<string, { first: Reading; forms: Map<string, string> }>();
  for (const reading of readings) {
    if (!numbers.has(reading.concept) || !isListed(reading)) continue;
    const { concept, upos, lemma, features } = reading;
    const gender = upos === "NOUN" ? (features["Gender"] ?? "") : "";
    // A noun's plural forms have no gender in some languages: they go with the singular of the same lemma.
    const key = `${concept} ${upos} ${lemma}`;
    const cell = cellOf(reading);
    const known = (cells[upos] ??= []);
    if (!known.includes(cell)) known.push(cell);
    const entry = entries.get(key) ?? { first: reading, forms: new Map<string, string>() };
    if (gender && !entry.first.features["Gender"]) entry.first = reading;
    if (!entry.forms.has(cell)) entry.forms.set(cell, reading.form);
    entries.set(key, entry);
  }
  return {
    cells,
    entries: [...entries.values()].map(({ first, forms }) => {
      const written = cells[first.upos]!.map((cell) => shortened(first.lemma, forms.get(cell))).join(",");
      const entry = [numbers.get(first.concept)!, first.upos, first.lemma, written.replace(/,+$/, "")] as const;
      const more = first.upos === "NOUN" ? first.features["Gender"] : first.companion;
      return more ? ([...entry, more] as const) : entry;
    }),
  };
}

/** How many letters of the lemma go, and what comes instead: "2en"; "" where there is no form. */
function shortened(lemma: string, form: string | undefined): string {
  if (form === undefined) return "";
  let same = 0;
  while (same < lemma.length && lemma[same] === form[same]) same++;
  return `${lemma.length - same}${form.slice(same)}`;
}

/** As `src/data/stories.ts` reads it. */
export interface StoriesFile {
  /** Part of speech and concept or tag of the words, "NOUN dog"; words give their number in two digits to base 36. */
  readonly tags: readonly string[];
  readonly stories: readonly StoryRecord[];
}

interface StoryRecord {
  readonly seed: number;
  readonly schema: string;
  /** Mood, tense, address, view, topic, length. */
  readonly attributes: readonly string[];
  /** For each language the sentences: words between spaces or "_" (no space in the text), a tab, tags with tokens. */
  readonly texts: Partial<Readonly<Record<Language, readonly string[]>>>;
}

/** How many stories the labs have. */
export const storyCount = 300;

export const digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

export function storiesFile(count: number): StoriesFile {
  const languages = Object.keys(realisers) as Language[];
  const tags = new Map<string, string>();
  const tagOf = ({ upos, concept }: Word): string => {
    const name = `${upos} ${concept}`;
    const known = tags.get(name) ?? tags.size.toString(36).padStart(2, "0");
    tags.set(name, known);
    return known;
  };
  const stories = Array.from({ length: count }, (_, index): StoryRecord => {
    const { seed, schema, attributes, texts } = tellStory(index + 1, {}, languages);
    const { mood, tense, address, view, topic, length } = attributes;
    const written: Partial<Record<Language, string[]>> = {};
    for (const language of languages) written[language] = texts[language]!.map((sentence) => encode(sentence, tagOf));
    return { seed, schema, attributes: [mood, tense, address, view, topic, length], texts: written };
  });
  if (tags.size > 36 * 36) throw new Error(`${tags.size} tags do not fit into two digits; write three.`);
  return { tags: [...tags.keys()], stories };
}

function encode({ words, text }: Sentence, tagOf: (word: Word) => string): string {
  let place = 0;
  let marked = "";
  for (const { form } of words) {
    const start = text.indexOf(form, place);
    marked += start === place && place > 0 ? `_${form}` : ` ${form}`;
    place = start + form.length;
  }
  const labels = words.map((word) => tagOf(word) + word.tokens.map((token) => digits[token]!).join(""));
  return `${marked.trim()}\t${labels.join(" ")}`;
}
