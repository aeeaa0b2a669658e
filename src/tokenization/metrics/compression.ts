import { byteLength } from "../spans";
import { ratioOfLines, type TextMetric } from "./metric";

/** Code points per token. */
export const charactersPerToken: TextMetric = {
  kind: "text",
  id: "characters-per-token",
  name: "Characters per token",
  formula: "Σ code points / Σ tokens",
  convention: "Unicode code points, white space and punctuation included.",
  source: "Rust et al. 2021; Dagan et al. 2024",
  unit: "characters",
  better: "higher",
  digits: 2,
  ...ratioOfLines(({ text, tokens }) => [Array.from(text).length, tokens.length]),
};

/** UTF-8 bytes per token. */
export const bytesPerToken: TextMetric = {
  kind: "text",
  id: "bytes-per-token",
  name: "Bytes per token",
  formula: "Σ UTF-8 bytes / Σ tokens",
  convention: "A Devanagari letter is 3 bytes, a Latin one 1: compare tokenizers with it, not languages.",
  source: "Dagan et al. 2024",
  unit: "bytes",
  better: "higher",
  digits: 2,
  ...ratioOfLines(({ text, tokens }) => [byteLength(text), tokens.length]),
};
