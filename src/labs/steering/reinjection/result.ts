import type { Estimate } from "../../../measures/statistics/bootstrap";

/** What a run over re-injected instructions has computed so far; plain JSON. */
export interface ReinjectionResult {
  readonly task: "reinjection";
  readonly model: { readonly checkpoint: string; readonly layers: number };
  readonly layer: number;
  readonly language: string;
  /** Whether the model has a chat template; without one an instruction is a line, and the answer goes on behind it. */
  readonly chat: boolean;
  readonly instructions: number;
  /** Each way in which is answered: no weight, some weights, and a random vector of the length of the greatest. */
  readonly ways: readonly Way[];
  /** By distance, rising; grows. */
  readonly distances: readonly DistanceResult[];
  readonly into: string;
  /** Empty until all are there. */
  readonly translations: readonly TranslationResult[];
}

export interface Way {
  readonly weight: number;
  readonly random: boolean;
}

export interface DistanceResult {
  readonly sentences: number;
  /** Tokens between an instruction's end and the answer, mean over instructions. */
  readonly tokens: number;
  /** By way. */
  readonly kept: readonly WayKept[];
  /** The first instruction, and what was answered, by way. */
  readonly example: { readonly instruction: string; readonly replies: readonly Reply[] };
}

/** Over all instructions at one distance. */
export interface WayKept {
  /** Share of instructions that are kept in all their parts. */
  readonly passed: Estimate;
  /** Share of the answers that are in the instructions' language. */
  readonly adherent: Estimate;
}

export interface Reply {
  readonly text: string;
  readonly passed: boolean;
}

/** A sentence with what was made of it, by way, and last as the story tells it. */
export interface TranslationResult {
  readonly source: readonly string[];
  readonly outputs: readonly {
    readonly words: readonly string[];
    /** Numbers of words of the source and of the output. */
    readonly missed: readonly number[];
    readonly added: readonly number[];
  }[];
}
