import { wordSegmenter } from "../segmenter";
import type { LanguageCode } from "./language";

/** A word of a text with the signs around it: the text is the concatenation of before + text + after over its words. */
export interface Word {
  readonly text: string;
  /** Opening signs: quotes, brackets, ¿. */
  readonly before: string;
  /** Closing signs and the space that follows. */
  readonly after: string;
  /** UTF-16 offset of `text` in the sentence. */
  readonly start: number;
}

const connector = /^(?:[-‐‑'’_/&+]|:\/\/)$/u;
const pictograph = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
/** “ and « right after a word, before a space or another sign, close a German quotation. */
const opening = /(?!(?<=^\p{Po}*)[“‘«‹][\s\p{Po}\p{Pe}])[\p{Ps}\p{Pi}¿¡]/u;
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Words by the Unicode rules of the language (`Intl.Segmenter`), with hyphens and apostrophes inside a word kept and
 * each emoji a word of its own. Concatenating the parts gives the text back; a text without a word gives an empty list.
 */
export function splitWords(text: string, language: LanguageCode): readonly Word[] {
  const spans = wordSpans(text, language);
  const words: Word[] = [];
  let before = text.slice(0, spans[0]?.[0] ?? 0);
  for (const [index, [start, end]] of spans.entries()) {
    const gap = text.slice(end, spans[index + 1]?.[0] ?? text.length);
    const cut = index === spans.length - 1 ? gap.length : cutOf(gap);
    words.push({ text: text.slice(start, end), before, after: gap.slice(0, cut), start });
    before = gap.slice(cut);
  }
  return words;
}

function wordSpans(text: string, language: LanguageCode): readonly (readonly [number, number])[] {
  const spans: [number, number][] = [];
  for (const { segment, index, isWordLike } of wordSegmenter(language).segment(text)) {
    const end = index + segment.length;
    if (isWordLike !== true && !pictograph.test(segment)) continue;
    const last = spans.at(-1);
    const joined =
      last !== undefined &&
      isWordLike === true &&
      connector.test(text.slice(last[1], index)) &&
      !spaceless.test(text.slice(last[0], last[1]) + segment) &&
      !pictograph.test(text.slice(...last));
    if (joined) last[1] = end;
    else spans.push([index, end]);
  }
  return spans;
}

/** Where the signs between two words part: after the first space, or before the first opening sign. */
function cutOf(gap: string): number {
  const space = /\s+/u.exec(gap);
  const opener = opening.exec(gap);
  const afterSpace = space === null ? gap.length : space.index + space[0].length;
  return opener === null ? afterSpace : Math.min(afterSpace, opener.index);
}

/** True for scripts that are written without spaces between words: Han, kana, Thai, Lao, Khmer, Burmese. */
export function isSpaceless(text: string): boolean {
  return spaceless.test(text);
}
