import type { Span, Token } from "./encoder";
import { TextIndex } from "./spans";

/** What a tokenizer says of one token before its offsets are known in all units. */
export interface TokenEnd {
  readonly id: number;
  readonly piece: string;
  /** Where the token ends in the text, in UTF-8 bytes; it begins where the one before it ends. */
  readonly end: number;
  readonly special: boolean;
}

/** Tokens with spans in bytes, code points and UTF-16 units. Consecutive spans meet by construction. */
export function withSpans(text: TextIndex | string, ends: readonly TokenEnd[]): Token[] {
  const index = typeof text === "string" ? new TextIndex(text) : text;
  let start = 0;
  return ends.map(({ id, piece, end, special }) => {
    const bytes: Span = [start, end];
    const codePoints = index.codePointsOf(bytes);
    start = end;
    return { id, piece, bytes, codePoints, utf16: index.utf16Of(codePoints), special };
  });
}

/** Joins byte strings. */
export function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

const reader = new TextDecoder("utf-8", { ignoreBOM: true });

/** Reads UTF-8; what is not valid becomes U+FFFD. A byte order mark is kept as text. */
export function readUtf8(bytes: Uint8Array): string {
  return reader.decode(bytes);
}
