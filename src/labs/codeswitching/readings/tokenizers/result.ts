import type { LanguageCode } from "../../../../codeswitch/language";
import type { Rate } from "../../../../codeswitch/comprehension/rate";

/** Texts of one kind: unmixed in a language, or mixed at a rate; in the scripts they are written in, or in Latin letters. */
export interface TextKind {
  readonly languages: readonly [main: LanguageCode, other: LanguageCode];
  readonly form: "main" | "other" | Rate;
  readonly latin: boolean;
  /** Of a mix, the mean share of its words in the other language; recordings of before have none. */
  readonly percent?: number;
  readonly example: string;
  readonly sentences: number;
  readonly words: number;
  /** By tokenizer, in their order. */
  readonly tokens: readonly number[];
}

export interface TokenizersReadingResult {
  readonly reading: "tokenizers";
  readonly tokenizers: readonly string[];
  readonly kinds: readonly TextKind[];
}
