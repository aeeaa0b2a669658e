import { glossary, type Word } from "./glossary";

/** A word of the glossary where it stands in a text, in UTF-16 units. */
export interface FoundWord {
  readonly word: Word;
  readonly start: number;
  readonly end: number;
}

interface Form {
  readonly text: string;
  readonly word: Word;
}

/** A term, its plural, and its other forms, as they are written. */
function formsOf(word: Word): readonly Form[] {
  return [word.term, `${word.term}s`, ...word.forms].map((text) => ({ text, word }));
}

const forms = new Map(glossary.flatMap(formsOf).map((form) => [keyOf(form.text), form]));

/** Any form as a whole word, the longest first; white space is any. A hyphen makes another word of it. */
const anyForm = new RegExp(
  `(?<![\\p{L}\\p{N}\\p{M}-])(?:${[...forms.values()]
    .map(({ text }) => text)
    .toSorted((a, b) => b.length - a.length)
    .map((text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replaceAll(" ", "\\s+"))
    .join("|")})(?![\\p{L}\\p{N}\\p{M}-])`,
  "giu",
);

/** Texts are few and are drawn again and again. */
const known = new Map<string, readonly FoundWord[]>();
const mostKnown = 2_000;

/**
 * The words of the glossary in a text, in its order, each as often as it stands there. Short forms such as TIES count as they are
 * written only: “ties” is another word.
 */
export function findWords(text: string): readonly FoundWord[] {
  const before = known.get(text);
  if (before) return before;
  const found = [...text.matchAll(anyForm)].flatMap((match): readonly FoundWord[] => {
    const written = match[0];
    const form = forms.get(keyOf(written));
    if (!form || (isShort(form.text) && written.replaceAll(/\s+/g, " ") !== form.text)) return [];
    return [{ word: form.word, start: match.index, end: match.index + written.length }];
  });
  if (known.size >= mostKnown) known.clear();
  known.set(text, found);
  return found;
}

function keyOf(text: string): string {
  return text.replaceAll(/\s+/g, " ").toLowerCase();
}

/** Written with two capitals in a row, or with one that does not begin it. */
function isShort(text: string): boolean {
  return /\p{Lu}\p{Lu}|\p{Ll}\p{Lu}/u.test(text);
}
