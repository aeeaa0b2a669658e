import { LabError } from "../../result";
import type { TokenizerFiles } from "../hf-model";

export interface TrainingOptions {
  /** Rows of the vocabulary, special tokens included. */
  readonly vocabularySize: number;
  /** They take the first ids, in this order. */
  readonly specialTokens: readonly string[];
}

/** Steps done of the steps wanted. */
export interface TrainingProgress {
  readonly done: number;
  readonly total: number;
}

/** One way of making a vocabulary from text. Equal texts and options give equal files. */
export interface Trainer {
  readonly name: string;
  readonly title: string;
  readonly reference: string;
  /**
   * Trains step by step; the value at the end is a `tokenizer.json` with its config, of at most the size asked for: a small text
   * has no more to merge. Throws LabError (`input-invalid`) for a text without words and a size that leaves no place for the alphabet.
   */
  train(text: string, options: TrainingOptions): Generator<TrainingProgress, TokenizerFiles>;
}

/** Refuses what no vocabulary can be made of. `alphabet` are the rows that must be there before anything is learnt. */
export function checkTraining(words: ReadonlyMap<string, number>, alphabet: number, vocabularySize: number): void {
  if (words.size === 0) {
    throw new LabError({
      code: "input-invalid",
      what: "The text has no words to train on.",
      remedy: "Paste or drop a text of at least a few sentences.",
    });
  }
  if (!Number.isInteger(vocabularySize) || vocabularySize < alphabet) {
    throw new LabError({
      code: "input-invalid",
      what: `A vocabulary of ${vocabularySize} has no place for the ${alphabet} rows that every text needs: special tokens and the alphabet.`,
      remedy: `Choose at least ${alphabet}.`,
      facts: { vocabularySize, alphabet },
    });
  }
}
