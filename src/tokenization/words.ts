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
