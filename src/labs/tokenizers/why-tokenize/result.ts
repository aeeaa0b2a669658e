import type { UnigramCost } from "../../../tokenization/markov";

export interface MarkovResult {
  readonly order: number;
  readonly flip: number;
  readonly symbols: number;
  /** The entropy of the source, bits a symbol. */
  readonly floor: number;
  /** From the two symbols on, a row more at a time. */
  readonly costs: readonly UnigramCost[];
}
