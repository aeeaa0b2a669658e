import { glossary, type Word } from "./glossary";

/** A word of the glossary where it stands in a text, in UTF-16 units. */
export interface FoundWord {
  readonly word: Word;
  readonly start: number;
  readonly end: number;
}

interface Form {
  readonly text: string;
  readonly compared: string;
  readonly word: Word;
}

/** Letters with which a word begins. A hyphen makes another word of what follows it. */
const letters = /(?<![\p{L}\p{N}\p{M}-])[\p{L}\p{N}]+/gu;

/** A term, its plural, and its other forms, as they are written. */
function formsOf(word: Word): readonly Form[] {
  return [word.term, `${word.term}s`, ...word.forms].map((text) => ({ text, compared: plain(text), word }));
}

/** Forms by the letters with which they begin, as they are compared; the longest first. */
const forms = new Map<string, Form[]>();
for (const form of glossary.flatMap(formsOf).toSorted((a, b) => b.text.length - a.text.length)) {
  const [start] = form.compared.match(letters)!;
  forms.set(start, [...(forms.get(start) ?? []), form]);
}

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
  const compared = plain(text);
  const found: FoundWord[] = [];
  for (const { 0: start, index } of compared.matchAll(letters)) {
    if (index < (found.at(-1)?.end ?? 0)) continue;
    for (const form of forms.get(start) ?? []) {
      const end = endOf(form, compared, index);
      if (end === null || (isShort(form.text) && written(text.slice(index, end)) !== form.text)) continue;
      found.push({ word: form.word, start: index, end });
      break;
    }
  }
  if (known.size >= mostKnown) known.clear();
  known.set(text, found);
  return found;
}

/** Where a form that begins here ends; null where it does not stand here whole. White space is any. */
function endOf({ compared: form }: Form, text: string, index: number): number | null {
  let end = index;
  for (const part of form.split(" ")) {
    if (end > index) {
      if (text[end] !== " ") return null;
      while (text[end] === " ") end += 1;
    }
    if (!text.startsWith(part, end)) return null;
    end += part.length;
  }
  return /^[\p{L}\p{N}\p{M}-]/u.test(text.slice(end, end + 2)) ? null : end;
}

function written(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}

/** As texts are compared: small letters and plain spaces, each where it was. */
function plain(text: string): string {
  return text.replaceAll(/\p{Lu}/gu, smallLetter).replaceAll(/\s/g, " ");
}

function smallLetter(letter: string): string {
  const small = letter.toLowerCase();
  return small.length === letter.length ? small : letter;
}

/** Written with two capitals in a row, or with one that does not begin it. */
function isShort(text: string): boolean {
  return /\p{Lu}\p{Lu}|\p{Ll}\p{Lu}/u.test(text);
}
