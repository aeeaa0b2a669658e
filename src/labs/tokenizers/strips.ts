import type { Span, Token } from "../../tokenization/encoder";
import { graphemesOf } from "../../tokenization/segments";
import type { TextIndex } from "../../tokenization/spans";
import { withSpans } from "../../tokenization/token-builder";
import type { StripResult } from "./result";

/** Tokens as a recording keeps them. */
export function packStrip(tokens: readonly Token[]): StripResult {
  return {
    ids: tokens.map((token) => token.id),
    pieces: tokens.map((token) => token.piece),
    ends: tokens.map((token) => token.bytes[1]),
    special: tokens.flatMap((token, index) => (token.special ? [index] : [])),
  };
}

/** Tokens with all their offsets again. */
export function unpackStrip(index: TextIndex, strip: StripResult): readonly Token[] {
  const special = new Set(strip.special);
  return withSpans(
    index,
    strip.ids.map((id, at) => ({
      id,
      piece: strip.pieces[at] ?? "",
      end: strip.ends[at] ?? 0,
      special: special.has(at),
    })),
  );
}

/** Cuts a text into windows of at most `size` graphemes, in UTF-16 units, before white space where there is any. */
export function windowsOf(text: string, size: number): readonly Span[] {
  const windows: Span[] = [];
  let start = 0;
  let space = 0;
  let count = 0;
  let sinceSpace = 0;
  for (const { text: grapheme, span } of graphemesOf(text)) {
    const [index] = span;
    if (/^\s/u.test(grapheme)) {
      space = index;
      sinceSpace = 0;
    }
    if (count >= size) {
      const atSpace = space > start;
      const end = atSpace ? space : index;
      windows.push([start, end]);
      start = end;
      count = atSpace ? sinceSpace : 0;
    }
    count += 1;
    sinceSpace += 1;
  }
  if (start < text.length) windows.push([start, text.length]);
  return windows;
}

/** Indices [first, last) of the tokens that begin in a window; the first window takes what stands before the text. */
export function tokensIn(tokens: readonly Token[], [start, end]: Span): Span {
  let first = 0;
  while (first < tokens.length && (tokens[first] as Token).utf16[0] < start) first += 1;
  let last = first;
  while (last < tokens.length && (tokens[last] as Token).utf16[0] < end) last += 1;
  return [first, last];
}

/** Tokens whose bytes lie, wholly or in part, in a span. Empty tokens lie nowhere. */
export function tokensTouching(tokens: readonly Token[], [start, end]: Span): ReadonlySet<number> {
  const touching = new Set<number>();
  for (const [index, { bytes }] of tokens.entries()) {
    if (bytes[0] >= end) break;
    if (bytes[1] > start && bytes[1] > bytes[0]) touching.add(index);
  }
  return touching;
}

/** Tokens that another tokenizer does not cut so: none of its tokens has the same bytes. Empty tokens agree with everything. */
export function tokensApart(tokens: readonly Token[], others: readonly Token[]): ReadonlySet<number> {
  const endOf = new Map(others.filter(({ bytes }) => bytes[1] > bytes[0]).map(({ bytes }) => bytes));
  const apart = tokens.flatMap(({ bytes: [start, end] }, index) =>
    end > start && endOf.get(start) !== end ? index : [],
  );
  return new Set(apart);
}
