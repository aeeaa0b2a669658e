import type { ParallelLanguage } from "../../../data/parallel-languages";
import { parallelSentences } from "../../../data/parallel";
import { unwrap } from "../../../result";
import type { VocabularyDocument } from "../../../experiments/documents/vocabulary";
import type { Encoder } from "../../../tokenization/encoder";
import { createEncoder } from "../../../tokenization/hf-encoder";
import { sampleOf, tokenCount } from "../../../tokenization/metrics/metric";
import { train } from "../vocabulary/target";
import { linesOf, textsOf } from "../vocabulary/texts";
import type { TrainedTokenizer } from "./result";

export interface OneOrFiveRequest {
  readonly document: VocabularyDocument;
  /** Whose forty sentences are counted. */
  readonly counted: readonly ParallelLanguage[];
}

export type OneOrFiveEvent =
  | { readonly kind: "progress"; readonly done: number; readonly total: number; readonly note: string }
  | { readonly kind: "tokenizer"; readonly tokenizer: TrainedTokenizer };

/**
 * Trains one vocabulary on each language and one on all of them, of equal size and by the same method, and counts sentences with each.
 * Throws what training throws.
 */
export async function* trainEachAndAll({ document, counted }: OneOrFiveRequest): AsyncGenerator<OneOrFiveEvent, void> {
  const { languages } = document;
  const texts = await textsOf(languages);
  const sets = [...languages.map((language) => [language]), languages];
  for (const [done, learnt] of sets.entries()) {
    const note = learnt.length === 1 ? `training on ${learnt[0]!}` : "training on all";
    const steps = train(document, learnt.flatMap((language) => linesOf(texts, language)).join("\n"), ["<|endoftext|>"]);
    let step = steps.next();
    for (; !step.done; step = steps.next()) yield { kind: "progress", done, total: sets.length, note };
    const encoder = unwrap(createEncoder(step.value, note));
    const tokens = Object.fromEntries(counted.map((language) => [language, tokensOf(encoder, language)]));
    yield { kind: "tokenizer", tokenizer: { learnt, rows: encoder.vocabularySize, tokens } };
  }
}

function tokensOf(encoder: Encoder, language: ParallelLanguage): number {
  return tokenCount(sampleOf(encoder, parallelSentences[language]));
}
