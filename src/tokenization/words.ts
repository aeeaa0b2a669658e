import type { Span } from "./encoder";

/** Scripts that are written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const letters = /\p{L}/gu;

/** What stands between white space, punctuation included: the word of most papers on fertility. */
export function whiteSpaceWords(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== "");
}

/** Whether white space separates the words of a text: not where most letters are of a script written without it. */
export function isSpaced(text: string): boolean {
  return 2 * (text.match(unspaced)?.length ?? 0) <= (text.match(letters)?.length ?? 0);
}

export interface Word {
  readonly text: string;
  /** In UTF-16 units. */
  readonly span: Span;
}

/**
 * Words by Unicode's rules (UAX 29, and dictionaries for Chinese, Japanese, Thai), without punctuation, as Intl.Segmenter
 * finds them. Dictionaries differ a little between browsers.
 */
export function unicodeWords(text: string, language?: string): readonly Word[] {
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  return Array.from(segmenter.segment(text))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => ({ text: segment, span: [index, index + segment.length] as const }));
}
