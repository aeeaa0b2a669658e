import type { Lexicon, LexiconForm, StoryLanguage } from "../../../data/lexicon";

/** A word of a sentence, with the signs behind it where they are known. */
export interface SignedWord {
  readonly text: string;
  readonly after?: string;
}

/** Words that are one word of a dictionary, macht ... zu: replaced together or not at all. */
export interface Unit {
  /** Where the word stands that is put in their place. */
  readonly at: number;
  /** In order. */
  readonly words: readonly number[];
  /** What they may be together, the likeliest first; none where the lexicon has no such word. */
  readonly forms: readonly LexiconForm[];
}

const clauseSigns = /[,;:.!?…。！？।॥؟]/u;

/** True where a clause ends behind a word: at a sign, before a conjunction and at the end. */
export function endsClause(
  lexicon: Lexicon,
  language: StoryLanguage,
  words: readonly SignedWord[],
  index: number,
): boolean {
  const next = words[index + 1];
  if (next === undefined || clauseSigns.test(words[index]!.after ?? "")) return true;
  return lexicon.lookUp(language, next.text).some(({ upos }) => upos === "CCONJ" || upos === "SCONJ");
}

/** True where a sign parts a word from the next. */
export function isParted(words: readonly SignedWord[], index: number): boolean {
  return clauseSigns.test(words[index]?.after ?? "");
}

export function small(word: SignedWord | undefined, language: StoryLanguage): string | undefined {
  return word?.text.toLocaleLowerCase(language);
}
