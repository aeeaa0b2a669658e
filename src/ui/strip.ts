import type { Token } from "../tokenization/encoder";
import { graphemesOf } from "../tokenization/segments";

/** What is drawn as one box: one token, or the tokens that share a grapheme. */
export interface StripCell {
  /** Indices into the tokens. */
  readonly tokens: readonly number[];
  readonly text: string;
  /** Where inside the cell one token ends and the next begins, as shares of its bytes in (0, 1). */
  readonly marks: readonly number[];
  readonly special: boolean;
}

/**
 * Joins tokens into cells that each hold whole graphemes (UAX 29, `Intl.Segmenter`), so that no drawn boundary splits a
 * character, a conjunct or an emoji. Special tokens are cells of their own. The cells' texts joined are the text that the
 * tokens span; a token that spans none, such as a space put before the text, shows its piece.
 */
export function stripCells(text: string, tokens: readonly Token[]): readonly StripCell[] {
  const cells: StripCell[] = [];
  let open: number[] = [];
  let start = nextOrdinary(tokens, 0)?.utf16[0] ?? 0;
  const boundaries = graphemeBoundaries(text, start, tokens.at(-1)?.utf16[1] ?? start);
  for (const [index, token] of tokens.entries()) {
    if (token.special && token.utf16[0] === token.utf16[1]) {
      cells.push({ tokens: [index], text: token.piece, marks: [], special: true });
      continue;
    }
    open.push(index);
    const end = token.utf16[1];
    const next = nextOrdinary(tokens, index + 1);
    const whole =
      boundaries.has(end) && (next === undefined || (next.utf16[0] >= end && next.bytes[0] >= token.bytes[1]));
    if (!whole && next !== undefined) continue;
    cells.push(makeCell(text.slice(start, end) || token.piece, open, tokens));
    open = [];
    start = end;
  }
  return cells;
}

function nextOrdinary(tokens: readonly Token[], from: number): Token | undefined {
  for (let index = from; index < tokens.length; index += 1) {
    const token = tokens[index]!;
    if (!(token.special && token.utf16[0] === token.utf16[1])) return token;
  }
  return undefined;
}

function makeCell(text: string, indices: readonly number[], tokens: readonly Token[]): StripCell {
  const first = tokens[indices[0]!]!.bytes[0];
  const length = tokens[indices.at(-1)!]!.bytes[1] - first;
  const marks = indices.slice(1).map((index) => (length === 0 ? 0.5 : (tokens[index]!.bytes[0] - first) / length));
  return { tokens: indices, text, marks, special: indices.some((index) => tokens[index]!.special) };
}

/** Where graphemes begin between two places of a text, which both count. */
function graphemeBoundaries(text: string, from: number, to: number): ReadonlySet<number> {
  const boundaries = new Set<number>([from, to]);
  for (const { span } of graphemesOf(text.slice(from, to))) boundaries.add(from + span[0]);
  return boundaries;
}
