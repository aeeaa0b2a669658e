import { wordsOf } from "../segments";
import { ratioOfLines, type TextMetric } from "./metric";

/** Share of words that are cut (Rust et al. 2021). */
export const continuedWords: TextMetric = {
  kind: "text",
  id: "continued-words",
  name: "Continued words",
  formula: "PCW = |{w : |t(w)| ≥ 2}| / |W|",
  convention:
    "In context: a word counts when two tokens or more touch it. Words by Unicode's rules (Intl.Segmenter), punctuation left out.",
  source: "Rust et al. 2021",
  unit: "share of words",
  better: "lower",
  digits: 3,
  ...ratioOfLines(({ text, tokens }, { language }) => {
    let words = 0;
    let continued = 0;
    let first = 0;
    for (const { span } of wordsOf(text, language)) {
      while (first < tokens.length && (tokens[first]?.utf16[1] ?? 0) <= span[0]) first += 1;
      let last = first;
      while (last < tokens.length && (tokens[last]?.utf16[0] ?? 0) < span[1]) last += 1;
      words += 1;
      if (last - first > 1) continued += 1;
    }
    return [continued, words];
  }),
};
