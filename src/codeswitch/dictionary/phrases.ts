import type { Features, Lexicon, LexiconForm, StoryLanguage } from "../../data/lexicon";
import { type Article, articleOf } from "./articles";
import { likelyForms } from "./compounds";
import { unitsOf } from "./units";
import { isInfinitive } from "./units/tenses";
import { isParted, type SignedWord, type Unit } from "./units/unit";

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
  /** Where all words of its unit stand, its own among them: macht ... zu. */
  readonly unit?: readonly number[];
  /** Of a word that only belongs to a unit, where the unit's reading stands; its own tells nothing more. */
  readonly partOf?: number;
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
  words: readonly SignedWord[],
): readonly (Reading | undefined)[] {
  const units = new Map<number, Unit>();
  for (const unit of unitsOf(lexicon, language, words)) for (const word of unit.words) units.set(word, unit);
  const readings: (Reading | undefined)[] = [];
  for (const [index, word] of words.entries()) {
    const unit = units.get(index);
    const article = articleOf(language, word.text);
    const previous = isParted(words, index - 1) ? undefined : wholeAt(readings, index - 1);
    // Hindi verbs show number and gender themselves, and the noun before them is their object as often.
    const subject = language === "hi" ? undefined : subjectOf(words, index, previous);
    if (unit !== undefined) readings.push(readingInUnit(unit, index, previous, subject));
    else if (article !== undefined) readings.push({ index, upos: "DET", article, wanted: {} });
    else {
      const forms = likelyForms(lexicon, language, words, index);
      const likely = isInfinitive(lexicon, language, words, index) ? { VerbForm: "Inf" } : undefined;
      const isNoun = language === "en" && previous?.article !== undefined;
      const fitting = isNoun ? forms.filter(({ upos }) => !isVerb(upos)) : forms;
      readings.push(chosenReading(index, oblique(fitting, words[index + 1]?.text), previous, subject, likely));
    }
  }
  for (const [index, reading] of readings.entries()) {
    if (reading?.upos !== "NOUN") continue;
    const joins = (at: number): boolean => readings[at] !== undefined && readings[at].head === undefined;
    readings[index] = { ...reading, head: index };
    for (let at = index - 1; joins(at) && modifiers.has(readings[at]!.upos); at -= 1) {
      readings[at] = { ...readings[at]!, head: index };
    }
    if (language !== "es") continue;
    for (let at = endOf(reading); joins(at) && readings[at]!.upos === "ADJ"; at += 1) {
      readings[at] = { ...readings[at]!, head: index };
    }
  }
  for (const [index, reading] of readings.entries()) {
    const verb = wholeAt(readings, index - 1);
    const subject = verb && wholeAt(readings, verb.index - 1);
    const isPredicate = reading?.upos === "ADJ" && reading.head === undefined && isVerb(verb?.upos);
    if (isPredicate && subject?.upos === "NOUN") readings[index] = { ...reading, head: subject.index, isPredicate };
  }
  return readings;
}

const postpositions: ReadonlySet<string> = new Set(["ने", "को", "से", "में", "पर", "तक", "का", "की", "के"]);

/**
 * Before a Hindi postposition a noun is oblique, which its nominative plural may look like: लड़के ने, the boy. What it is in the sentence the
 * postposition says, an object before को.
 */
function oblique(forms: readonly LexiconForm[], next = ""): readonly LexiconForm[] {
  if (!postpositions.has(next)) return forms;
  const found = forms.filter(({ upos, features }) => upos === "NOUN" && features["Case"] === "Acc");
  const shown = found.map((form) => ({ ...form, features: { ...form.features, Case: next === "को" ? "Acc" : "Nom" } }));
  return [...shown, ...forms];
}

/** The reading of a word, or of the unit that it belongs to. */
export function wholeAt(readings: readonly (Reading | undefined)[], index: number): Reading | undefined {
  const reading = readings[index];
  return reading?.partOf === undefined ? reading : readings[reading.partOf];
}

/** Where the words of a reading have ended. */
export function endOf({ index, unit }: Reading): number {
  return (unit?.at(-1) ?? index) + 1;
}

function readingInUnit(
  { at, words, forms }: Unit,
  index: number,
  previous: Reading | undefined,
  subject: Features | undefined,
): Reading | undefined {
  if (forms.length === 0) return undefined;
  if (index !== at) return { index, upos: "X", partOf: at, wanted: {} };
  return { ...chosenReading(index, forms, previous, subject)!, unit: words };
}

export function isVerb(upos: string | undefined): boolean {
  return upos === "VERB" || upos === "AUX";
}

function chosenReading(
  index: number,
  forms: readonly LexiconForm[],
  previous: Reading | undefined,
  subject: Features | undefined,
  shown?: Features,
): Reading | undefined {
  if (forms.length === 0) return undefined;
  const modified = previous !== undefined && modifiers.has(previous.upos);
  const sought = modified ? ["NOUN", "ADJ"] : subject === undefined ? [] : ["VERB", "AUX"];
  const fitting =
    shown === undefined
      ? forms.filter(({ upos, features }) => sought.includes(upos) && features["VerbForm"] !== "Inf")
      : forms.filter(({ upos }) => isVerb(upos));
  const choices = fitting.length > 0 ? fitting : forms;
  const [first] = choices as [LexiconForm];
  const { upos, concept } = first;
  if (!isVerb(upos)) return { index, upos, form: first, wanted: {} };
  const wanted: Features = subject === undefined || shown !== undefined ? {} : { VerbForm: "Fin", ...subject };
  const likely: Features =
    shown ?? (subject === undefined ? { VerbForm: first.features["VerbForm"]!, Person: "3" } : wanted);
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
    ...(previous?.upos === "NOUN" && subject !== undefined ? { subject: previous.index } : {}),
  };
}

/** Person, number and gender of what stands right before a verb: a pronoun, or a noun that is not in another case. */
function subjectOf(words: readonly SignedWord[], index: number, previous: Reading | undefined): Features | undefined {
  const before = isParted(words, index - 1) ? undefined : words[index - 1];
  const pronoun = subjects[before?.text.toLowerCase() ?? ""];
  if (pronoun !== undefined) return pronoun;
  // The polite German pronoun follows its verb: Warten Sie!
  if (words[index + 1]?.text === "Sie") return { Person: "3", Number: "Plur" };
  if (previous?.upos !== "NOUN") return undefined;
  const { Number: number = "Sing", Case: grammaticalCase = "Nom" } = previous.form!.features;
  return grammaticalCase === "Nom" ? { Person: "3", Number: number } : undefined;
}
