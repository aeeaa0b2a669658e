import type { Document } from "../../experiments/documents/codeswitching";
import type { CodeSwitchingResult } from "./result";

/**
 * One line a sentence: its text, its words with language, script and links, its switches with their reasons, its measures,
 * and on each line what made it: pair, theory, request, seed. The first line says what the file is.
 */
export function toJsonl(document: Document, result: CodeSwitchingResult): string {
  const head = {
    format: "babelscope-codeswitching",
    version: 1,
    synthetic: true,
    note: "Generated from a sentence pair by a theory of code-switching; no one spoke these sentences.",
    settings: document,
    units: result.units,
    total: result.total,
    enumerated: result.enumerated,
  };
  const made = {
    generator: "grammar",
    theory: result.theory,
    matrix: result.languages[result.matrix],
    seed: result.seed,
  };
  const lines = result.batches.flatMap(({ target, sentences }) =>
    sentences.map((sentence) => ({
      text: sentence.text,
      words: sentence.words.map(({ text, language, script, side, index, unit, aligned }) => ({
        text,
        language,
        script,
        side,
        index,
        unit,
        aligned,
      })),
      switches: sentence.switches,
      measures: sentence.measures,
      asked: { [result.measure]: target },
      alignment: result.alignment,
      ...made,
    })),
  );
  return [head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join("");
}
