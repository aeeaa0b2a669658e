import { graphemesOf } from "../segments";
import { byteLength } from "../spans";
import { ratioOfLines, type TextMetric } from "./metric";

/** Share of graphemes, what readers call characters, that a token boundary cuts. */
export const graphemeBreaks: TextMetric = {
  kind: "text",
  id: "grapheme-breaks",
  name: "Broken graphemes",
  formula: "|{graphemes with a token boundary inside}| / |graphemes|",
  convention: "Graphemes by UAX 29 (Intl.Segmenter); a boundary may lie between code points or between bytes.",
  source: "Velayuthan and Sarveswaran 2025 (arXiv 2409.11501)",
  unit: "share of graphemes",
  better: "lower",
  digits: 3,
  ...ratioOfLines(({ text, tokens }) => {
    const boundaries = tokens.map((token) => token.bytes[1]);
    let graphemes = 0;
    let broken = 0;
    let start = 0;
    let next = 0;
    for (const { text: grapheme } of graphemesOf(text)) {
      const end = start + byteLength(grapheme);
      while (next < boundaries.length && (boundaries[next] as number) <= start) next += 1;
      graphemes += 1;
      if ((boundaries[next] ?? end) < end) broken += 1;
      start = end;
    }
    return [broken, graphemes];
  }),
};
