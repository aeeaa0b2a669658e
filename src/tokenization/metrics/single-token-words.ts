import { wordsOf } from "../segments";
import { ratioOfLines, type TextMetric } from "./metric";

const shared = {
  kind: "text",
  formula: "STRR = 100/n Σ 1[|t(w)| = 1]",
  source: "Nayeem et al. 2025 (arXiv 2510.09947)",
  unit: "% of words",
  better: "higher",
  digits: 1,
} as const;

/** Single-token retention rate of words as they stand after a space. */
export const singleTokenWordsSpaced: TextMetric = {
  ...shared,
  id: "single-token-words-spaced",
  name: "Single-token words, with a space",
  convention:
    "Each word behind another one and a space, as in running text: one token that is not the unknown one, with the space or without. Words by Unicode's rules (Intl.Segmenter).",
  ...retention("a", " "),
};

/** Single-token retention rate of words as they stand at the beginning of a line. */
export const singleTokenWordsBare: TextMetric = {
  ...shared,
  id: "single-token-words",
  name: "Single-token words",
  convention:
    "Each word alone, without a space before it; one token that is not the unknown one. Words by Unicode's rules (Intl.Segmenter).",
  ...retention("", ""),
};

/** Tokens that a word adds to what stands before it: many tokenizers put a space of their own before a text. */
function retention(before: string, gap: string) {
  return ratioOfLines(({ text }, { encoder, language }) => {
    const words = wordsOf(text, language);
    const own = encoder.encode(before).length;
    const whole = words.filter((word) => {
      const tokens = encoder.encode(before + gap + word.text);
      return tokens.length === own + 1 && tokens.at(-1)!.id !== encoder.unknownId;
    });
    return [100 * whole.length, words.length];
  });
}
