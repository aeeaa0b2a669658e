import type { Replaying } from "./replay/replay";

/** Half-open interval [start, end). */
export type Span = readonly [start: number, end: number];

/** One token of a text, with exact spans: consecutive byte spans meet, and together they cover the text. */
export interface Token {
  readonly id: number;
  /** The vocabulary's own spelling, such as `Ġhello`. */
  readonly piece: string;
  /** In UTF-8 bytes of the text. A special token that was added (BOS) has an empty span. */
  readonly bytes: Span;
  /** In code points: those that the token's bytes touch, so a token inside a character has that character's span. */
  readonly codePoints: Span;
  /** In UTF-16 units, for slicing the text. */
  readonly utf16: Span;
  readonly special: boolean;
}

/** A tokenizer as the lab sees it, whatever family it is of. */
export interface Encoder {
  readonly id: string;
  readonly name: string;
  /** Rows of the vocabulary, special tokens included. */
  readonly vocabularySize: number;
  /** The id that stands for text the vocabulary cannot spell, where there is one. */
  readonly unknownId?: number | undefined;
  /** Tokens with spans. Special tokens of the template (BOS) are added only when asked for. */
  encode(text: string, options?: { readonly addSpecialTokens?: boolean }): readonly Token[];
  /** Text of ids; bytes that are not valid UTF-8 at either end become U+FFFD. Special tokens are left out unless asked for. */
  decode(ids: readonly number[], options?: { readonly keepSpecialTokens?: boolean }): string;
  /** The UTF-8 bytes that an id stands for; empty for a special token. */
  bytesOf(id: number): Uint8Array;
  /** How tokens come about, where the tokenizer has steps to show. */
  readonly replaying?: Replaying;
}
