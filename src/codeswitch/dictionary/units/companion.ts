import type { Features, Lexicon, LexiconForm, StoryLanguage } from "../../../data/lexicon";
import { isParted, type SignedWord, small } from "./unit";

type Pronouns = readonly [first: string, second: string, third: string, firstPlural: string, secondPlural: string];

const reflexives: Partial<Record<StoryLanguage, Pronouns>> = {
  de: ["mich", "dich", "sich", "uns", "euch"],
  es: ["me", "te", "se", "nos", "os"],
};

/** What may stand between a noun and its light verb in Hindi: काम नहीं करता. */
const between: ReadonlySet<string> = new Set(["नहीं", "न", "मत", "भी", "ही"]);

/** How far behind its verb a German reflexive pronoun is looked for: Dann setzt das kleine Kind sich. */
const reach = 4;

/** The reflexive pronoun of a verb's person and number; undefined where its companion is none. */
export function reflexiveOf(
  language: StoryLanguage,
  { companion }: LexiconForm,
  { Person: person = "3", Number: number = "Sing" }: Features,
): string | undefined {
  const pronouns = reflexives[language];
  if (pronouns === undefined || companion !== pronouns[2]) return undefined;
  if (person === "3") return pronouns[2];
  return pronouns[(number === "Plur" ? 3 : 0) + (person === "2" ? 1 : 0)];
}

/**
 * Where the words stand that belong to the verb at `index`, in order: yardım (ettim), काम (नहीं करती), se (sienta), (setzt) sich.
 * Undefined where they do not stand there, or there are none.
 */
export function companionAt(
  lexicon: Lexicon,
  language: StoryLanguage,
  words: readonly SignedWord[],
  index: number,
  form: LexiconForm,
): readonly number[] | undefined {
  if (form.companion === undefined) return undefined;
  const pronoun = reflexiveOf(language, form, form.features);
  if (pronoun !== undefined) return pronounAt(language, words, index, pronoun);
  const parts = form.companion.split(" ");
  const isThere = (start: number): boolean =>
    parts.every((part, place) => {
      const at = start + place;
      return isOf(lexicon, language, words[at], form, part) && !isParted(words, at < index ? at : at - 1);
    });
  const starts = language === "de" || language === "es" ? [index + 1] : [index - parts.length];
  if (language === "hi" && between.has(words[index - 1]?.text ?? "")) starts.push(index - 1 - parts.length);
  const start = starts.find(isThere);
  return start === undefined ? undefined : parts.map((_, place) => start + place);
}

/** A noun or adjective of the verb's own entry right beside it: खाना पकाती, está sentada. */
export function besideAt(
  lexicon: Lexicon,
  language: StoryLanguage,
  words: readonly SignedWord[],
  index: number,
  { upos, concept, companion }: LexiconForm,
): number | undefined {
  if (upos !== "VERB" || companion !== undefined || language === "en" || language === "de") return undefined;
  const at = language === "es" ? index + 1 : index - 1;
  if (words[at] === undefined || isParted(words, Math.min(at, index))) return undefined;
  const isOwn = (other: LexiconForm) => other.concept === concept && (other.upos === "NOUN" || other.upos === "ADJ");
  return lexicon.lookUp(language, words[at].text).some(isOwn) ? at : undefined;
}

/** Adjectives agree: खड़ी होती. */
function isOf(
  lexicon: Lexicon,
  language: StoryLanguage,
  word: SignedWord | undefined,
  { concept }: LexiconForm,
  part: string,
): boolean {
  if (word === undefined) return false;
  if (small(word, language) === part.toLocaleLowerCase(language)) return true;
  return lexicon.lookUp(language, word.text).some((other) => other.concept === concept && other.lemma === part);
}

function pronounAt(
  language: StoryLanguage,
  words: readonly SignedWord[],
  index: number,
  pronoun: string,
): readonly number[] | undefined {
  if (language === "es") return small(words[index - 1], language) === pronoun ? [index - 1] : undefined;
  for (let at = index + 1; at <= index + reach && at < words.length && !isParted(words, at - 1); at += 1) {
    if (small(words[at], language) === pronoun) return [at];
  }
  for (let at = index - 1; at >= index - reach && at >= 0 && !isParted(words, at); at -= 1) {
    if (small(words[at], language) === pronoun) return [at];
  }
  return undefined;
}
