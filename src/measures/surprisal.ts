import { splitWords } from "../codeswitch/words";

/** A word of a text, with what stands around it, and what it costs under a model. */
export interface WordBits {
  readonly text: string;
  readonly bits: number;
}

/**
 * Bits of each word from bits a token: a token's bits are spread evenly over its bytes, so that models with different
 * tokenizers are compared on the same words. `ends` are the tokens' ends in UTF-8 bytes. The words' texts joined are the
 * text, and their bits sum to the tokens'.
 */
export function bitsByWord(
  text: string,
  { ends, bits }: { readonly ends: readonly number[]; readonly bits: readonly number[] },
  language: string,
): readonly WordBits[] {
  const perByte = bits.flatMap((value, token) => {
    const length = ends[token]! - (ends[token - 1] ?? 0);
    return Array.from({ length }, () => value / length);
  });
  let at = 0;
  return splitWords(text, language).map((word) => {
    const whole = word.before + word.text + word.after;
    const end = at + new TextEncoder().encode(whole).length;
    const sum = perByte.slice(at, end).reduce((total, value) => total + value, 0);
    at = end;
    return { text: whole, bits: sum };
  });
}
