import { sum } from "../../vectors";
import { wordsOf } from "../segments";
import { isSpaced, whiteSpaceWords } from "../words";
import { ratioOfLines, type TextMetric } from "./metric";

/** Tokens per word as most papers count. */
export const fertilityInContext: TextMetric = {
  kind: "text",
  id: "fertility",
  name: "Fertility",
  formula: "F = Σ tokens of a line / Σ words of a line",
  convention:
    "In context: all tokens of the text, over what stands between white space. Not defined for Chinese, Japanese, Thai and other scripts without spaces.",
  source: "Ács 2019; Rust et al. 2021",
  unit: "tokens per word",
  better: "lower",
  digits: 2,
  ...ratioOfLines(
    ({ text, tokens }) => [tokens.length, whiteSpaceWords(text).length],
    ({ lines }) => isSpaced(lines.map((line) => line.text).join("\n")),
  ),
};

/** Tokens per word when each word is tokenized on its own. */
export const fertilityIsolated: TextMetric = {
  kind: "text",
  id: "fertility-isolated",
  name: "Fertility, word by word",
  formula: "F = Σ |t(w)| / |W|",
  convention:
    "Each word alone, without the space before it; words by Unicode's rules (Intl.Segmenter), punctuation left out. Defined for every script.",
  source: "Rust et al. 2021; TokSuite",
  unit: "tokens per word",
  better: "lower",
  digits: 2,
  ...ratioOfLines(({ text }, { encoder, language }) => {
    const words = wordsOf(text, language);
    return [sum(words.map((word) => encoder.encode(word.text).length)), words.length];
  }),
};
