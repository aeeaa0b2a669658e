import type { Span, Token } from "./encoder";
import { graphemeStarts } from "./segments";

/** A stretch of a text. */
export interface TextChunk {
  /** In UTF-16 units. */
  readonly span: Span;
  /** Of the whole text's tokens, those that lie in it. */
  readonly tokens: number;
}

/**
 * Cuts a text into stretches of at most `size` tokens, each beginning about `overlap` tokens before the end of the one before it. Cuts
 * lie only where a token and a grapheme end both; in the second half of a stretch before white space, where there is any. A grapheme of
 * more tokens than `size` is a stretch of its own. Special tokens without a place in the text are left out.
 */
export function textChunks(
  text: string,
  tokens: readonly Token[],
  size: number,
  overlap: number,
): readonly TextChunk[] {
  const placed = tokens.filter(({ bytes }) => bytes[1] > bytes[0]);
  const cuts = cutsOf(text, placed);
  const chunks: TextChunk[] = [];
  for (let from = 0; from < cuts.length - 1; ) {
    const to = endOf(text, placed, cuts, from, size);
    chunks.push({ span: [placeOf(placed, cuts[from]!), placeOf(placed, cuts[to]!)], tokens: cuts[to]! - cuts[from]! });
    if (to === cuts.length - 1) break;
    let next = to;
    while (next - 1 > from && cuts[to]! - cuts[next - 1]! <= overlap) next -= 1;
    from = next;
  }
  return chunks;
}

/** Numbers of tokens before which the text may be cut, ascending; the first is 0, the last the number of tokens. */
function cutsOf(text: string, tokens: readonly Token[]): readonly number[] {
  const starts = new Set(graphemeStarts(text));
  const inside = tokens.flatMap(({ utf16: [start] }, at) =>
    at > 0 && starts.has(start) && tokens[at - 1]!.utf16[1] <= start ? [at] : [],
  );
  return tokens.length === 0 ? [] : [0, ...inside, tokens.length];
}

/** Index of the cut that ends the stretch from cut `from` on. */
function endOf(text: string, tokens: readonly Token[], cuts: readonly number[], from: number, size: number): number {
  let to = from + 1;
  while (to + 1 < cuts.length && cuts[to + 1]! - cuts[from]! <= size) to += 1;
  if (to === cuts.length - 1) return to;
  for (let at = to; at > from && 2 * (cuts[at]! - cuts[from]!) >= size; at -= 1) {
    if (/^\s/u.test(text.slice(placeOf(tokens, cuts[at]!)))) return at;
  }
  return to;
}

/** Where the text is cut before a token, in UTF-16 units. */
function placeOf(tokens: readonly Token[], at: number): number {
  return at < tokens.length ? tokens[at]!.utf16[0] : (tokens.at(-1)?.utf16[1] ?? 0);
}
