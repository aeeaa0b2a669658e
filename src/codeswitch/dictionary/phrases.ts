import type { Features, Lexicon, LexiconForm, StoryLanguage } from "../../data/lexicon";
import { type Article, articleOf } from "./articles";
import { likelyForms } from "./compounds";

/** What a word is in its sentence, as far as the lexicon and its neighbours tell. */
export interface Reading {
  readonly index: number;
  readonly upos: string;
  /** Absent for articles, which the lexicon does not hold. */
  readonly form?: LexiconForm;
  readonly article?: Article;
  /** The noun of its phrase; a noun's is itself. */
  readonly head?: number;
  /** True for an adjective behind a verb: the house is red. */
  readonly isPredicate?: boolean;
  /** Of a verb, the noun right before it. */
  readonly subject?: number;
  /** What its place asks for: of a verb, the person, number and gender of its subject. */
  readonly wanted: Features;
}

const modifiers: ReadonlySet<string> = new Set(["DET", "NUM", "ADJ"]);

const subjects: Readonly<Record<string, Features>> = {
  i: { Person: "1", Number: "Sing" },
  ich: { Person: "1", Number: "Sing" },
  yo: { Person: "1", Number: "Sing" },
  du: { Person: "2", Number: "Sing" },
  tú: { Person: "2", Number: "Sing" },
  he: { Person: "3", Number: "Sing", Gender: "Masc" },
  she: { Person: "3", Number: "Sing", Gender: "Fem" },
  it: { Person: "3", Number: "Sing" },
  er: { Person: "3", Number: "Sing", Gender: "Masc" },
  él: { Person: "3", Number: "Sing", Gender: "Masc" },
  ella: { Person: "3", Number: "Sing", Gender: "Fem" },
  we: { Person: "1", Number: "Plur" },
  wir: { Person: "1", Number: "Plur" },
  they: { Person: "3", Number: "Plur" },
  ellos: { Person: "3", Number: "Plur", Gender: "Masc" },
  ellas: { Person: "3", Number: "Plur", Gender: "Fem" },
};

/**
 * Readings of the words that the lexicon knows, with noun phrases found by their parts of speech: articles, determiners,
 * numerals and adjectives before a noun belong to it, and in Spanish adjectives behind it.
 * An adjective behind a verb belongs to the noun right before the verb.
 */
export function readPhrases(
  lexicon: Lexicon,
  language: StoryLanguage,
  words: readonly string[],
): readonly (Reading | undefined)[] {
  const readings: (Reading | undefined)[] = [];
  for (const [index, word] of words.entries()) {
    const article = articleOf(language, word);
    const previous = readings[index - 1];
    if (article !== undefined) readings.push({ index, upos: "DET", article, wanted: {} });
    else
      readings.push(
        chosenReading(index, likelyForms(lexicon, language, words, index), previous, subjectOf(words, index, previous)),
      );
  }
  for (const [index, reading] of readings.entries()) {
    if (reading?.upos !== "NOUN") continue;
    const joins = (at: number): boolean => readings[at] !== undefined && readings[at].head === undefined;
    readings[index] = { ...reading, head: index };
    for (let at = index - 1; joins(at) && modifiers.has(readings[at]!.upos); at -= 1) {
      readings[at] = { ...readings[at]!, head: index };
    }
    if (language !== "es") continue;
    for (let at = index + 1; joins(at) && readings[at]!.upos === "ADJ"; at += 1) {
      readings[at] = { ...readings[at]!, head: index };
    }
  }
  for (const [index, reading] of readings.entries()) {
    const subject = readings[index - 2];
    const isPredicate = reading?.upos === "ADJ" && reading.head === undefined && isVerb(readings[index - 1]?.upos);
    if (isPredicate && subject?.upos === "NOUN") readings[index] = { ...reading, head: index - 2, isPredicate };
  }
  return readings;
}

export function isVerb(upos: string | undefined): boolean {
  return upos === "VERB" || upos === "AUX";
}

function chosenReading(
  index: number,
  forms: readonly LexiconForm[],
  previous: Reading | undefined,
  subject: Features | undefined,
): Reading | undefined {
  if (forms.length === 0) return undefined;
  const modified = previous !== undefined && modifiers.has(previous.upos);
  const sought = modified ? ["NOUN", "ADJ"] : subject === undefined ? [] : ["VERB", "AUX"];
  const fitting = forms.filter(({ upos }) => sought.includes(upos));
  const choices = fitting.length > 0 ? fitting : forms;
  const [first] = choices as [LexiconForm];
  const { upos, concept } = first;
  if (!isVerb(upos)) return { index, upos, form: first, wanted: {} };
  const wanted: Features = subject === undefined ? {} : { VerbForm: "Fin", ...subject };
  const likely: Features = subject === undefined ? { VerbForm: first.features["VerbForm"]!, Person: "3" } : wanted;
  const fits = ({ features }: LexiconForm): number =>
    Object.entries(likely).filter(([name, value]) => features[name] === value).length;
  const form = choices
    .filter((other) => other.upos === upos && other.concept === concept)
    .reduce((best, other) => (fits(other) > fits(best) ? other : best));
  return {
    index,
    upos,
    form,
    wanted,
    ...(previous?.upos === "NOUN" && subject !== undefined ? { subject: index - 1 } : {}),
  };
}

/** Person, number and gender of what stands right before a verb: a pronoun, or a noun that is not in another case. */
function subjectOf(words: readonly string[], index: number, previous: Reading | undefined): Features | undefined {
  const pronoun = subjects[words[index - 1]?.toLowerCase() ?? ""];
  if (pronoun !== undefined) return pronoun;
  if (previous?.upos !== "NOUN") return undefined;
  const { Number: number = "Sing", Case: grammaticalCase = "Nom" } = previous.form!.features;
  return grammaticalCase === "Nom" ? { Person: "3", Number: number } : undefined;
}
