import { graphemeSegmenter, wordSegmenter } from "../segmenter";
import type { Span } from "./encoder";

/** A place where both words and graphemes end for certain: before white space, or between CJK punctuation and a letter. */
const sureForWords = /(?<=\S)(?=[ \n])|(?<=[。，、！？；])(?=[\p{L}\p{N}])/gu;
/** Besides, graphemes end between two letters of which the second is Chinese or Japanese. */
const sureForGraphemes = new RegExp(
  `${sureForWords.source}|(?<=\\p{Lo})(?=[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}])(?=\\p{Lo})`,
  "gu",
);

/** Longest stretch that is handed to Intl.Segmenter where the text allows: its time grows with the square of the length. */
const stretch = 256;

/** A segment of a text, with its place in UTF-16 units. */
export interface Segment {
  readonly text: string;
  readonly span: Span;
}

/** What readers call characters (UAX 29), in order; together they are the text. */
export function graphemesOf(text: string): readonly Segment[] {
  return segmentsOf(text, graphemeSegmenter(), sureForGraphemes).map(({ text: segment, span }) => ({
    text: segment,
    span,
  }));
}

/** Where the graphemes of a text begin, in UTF-16 units, and last the length of the text. */
export function graphemeStarts(text: string): Uint32Array {
  return Uint32Array.from([...graphemesOf(text).map(({ span }) => span[0]), text.length]);
}

/** Words by Unicode's rules, and by dictionaries for Chinese, Japanese and Thai; what is no word is left out. */
export function wordsOf(text: string, language?: string): readonly Segment[] {
  return segmentsOf(text, wordSegmenter(language), sureForWords).filter(({ isWord }) => isWord);
}

function segmentsOf(
  text: string,
  segmenter: Intl.Segmenter,
  sure: RegExp,
): readonly (Segment & { readonly isWord: boolean })[] {
  return stretchesOf(text, sure).flatMap((start, i, starts) =>
    Array.from(segmenter.segment(text.slice(start, starts[i + 1])), ({ segment, index, isWordLike }) => ({
      text: segment,
      span: [start + index, start + index + segment.length] as const,
      isWord: isWordLike === true,
    })),
  );
}

/** Where the stretches of a text begin. */
function stretchesOf(text: string, sure: RegExp): readonly number[] {
  const starts = [0];
  for (const { index } of text.matchAll(sure)) if (index - (starts.at(-1) ?? 0) >= stretch) starts.push(index);
  return starts;
}
