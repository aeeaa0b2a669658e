import type { GateScore } from "../../../mixing/learned-gate";

/** What a run of several models has computed so far; plain JSON. */
export interface MixingResult {
  readonly task: "mixing";
  readonly mixer: string;
  readonly unit: "tokens" | "bytes";
  /** In the order of the mixer's roles. */
  readonly models: readonly MixedModel[];
  /** Of a gate that was learnt: what it is worth on held-out sentences. */
  readonly gate?: readonly GateScore[];
  /** One a prompt; grows. */
  readonly texts: readonly MixedText[];
}

export interface MixedModel {
  readonly role: string;
  readonly checkpoint: string;
  /** What only this model reads, before the prompt. */
  readonly before: string;
}

export interface MixedText {
  readonly prompt: string;
  readonly pieces: readonly MixedPiece[];
  /** null: no language could be told, or nothing was written. */
  readonly language: string | null;
  /** How often the text was taken back. */
  readonly takenBack: number;
  /** What each model writes alone behind the same prompt, in the order of the models; grows. */
  readonly alone: readonly { readonly text: string; readonly language: string | null }[];
}

/** A token, or the tokens that share a character. Of several: probabilities are multiplied, entropies and divergences added. */
export interface MixedPiece {
  readonly ids: readonly number[];
  readonly text: string;
  /** Under the mixture, and under each model. */
  readonly probability: number;
  readonly modelProbabilities: readonly number[];
  /** Of the mixture, nats. */
  readonly entropy: number;
  /** KL(mixture || model), nats; null where it is infinite. */
  readonly divergences: readonly (number | null)[];
  /** What the first model gave to tokens that were excluded, 0 to 1. */
  readonly massRemoved: number;
  /** The model whose token it is: the one that wrote it, else the one that finds it most probable, times its weight where the mixer weighs. */
  readonly decided: number;
}
