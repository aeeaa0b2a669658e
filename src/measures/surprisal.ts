import { splitWords } from "../codeswitch/words";
import { sum } from "../vectors";

/** A word of a text, with what stands around it, and what it costs under a model. */
export interface WordBits {
  readonly text: string;
  readonly bits: number;
}

/** Tokens of a text by where each ends in UTF-8 bytes, and their bits. */
export interface ScoredTokens {
  readonly ends: readonly number[];
  readonly bits: readonly number[];
}

/**
 * Bits of each part of a text from bits a token: a token's bits are spread evenly over its bytes, so that models with
 * different tokenizers are compared on the same parts. The parts joined are the text, and their bits sum to the tokens'.
 */
export function bitsByPart(parts: readonly string[], { ends, bits }: ScoredTokens): readonly number[] {
  const perByte = bits.flatMap((value, token) => {
    const length = ends[token]! - (ends[token - 1] ?? 0);
    return Array.from({ length }, () => value / length);
  });
  let at = 0;
  return parts.map((part) => {
    const end = at + new TextEncoder().encode(part).length;
    const bits = sum(perByte.slice(at, end));
    at = end;
    return bits;
  });
}

/** The same of each word of a text in a language, with what stands around it. */
export function bitsByWord(text: string, scored: ScoredTokens, language: string): readonly WordBits[] {
  const words = splitWords(text, language).map((word) => word.before + word.text + word.after);
  const bits = bitsByPart(words, scored);
  return words.map((word, index) => ({ text: word, bits: bits[index]! }));
}
