import type { MergeSummary } from "../../merging/summary";

/** The four models that are compared: the two parents, their plain average, and the recipe. */
export const roles = ["a", "b", "average", "merge"] as const;
export type Role = (typeof roles)[number];

/** What a run of the merging lab has computed so far; plain JSON. */
export interface MergingResult {
  /** Without B and the average where the recipe has one model. */
  readonly models: readonly ComparedModel[];
  /** Layers of the parents, and of the merge. */
  readonly depth: number;
  readonly layers: number;
  /** What the merge shares with its parents. */
  readonly sharing: MergeSummary | null;
  /** One a prompt, a text a model; grows. */
  readonly texts: readonly PromptTexts[];
  /** One a model and language; grows. */
  readonly scores: readonly LanguageScore[];
}

export interface ComparedModel {
  readonly role: Role;
  /** As the recipe names it; empty for average and merge. */
  readonly name: string;
  readonly checkpoint: string;
  readonly backend: string;
  /** Milliseconds from asking for the model to its first token being possible; small where it was open already. */
  readonly opening: number;
}

export interface PromptTexts {
  readonly prompt: string;
  readonly texts: readonly { readonly role: Role; readonly text: string; readonly finished: boolean }[];
}

/** A model on the held-out sentences of one language; `bits[i]` and `bytes[i]` are those of sentence i. */
export interface LanguageScore {
  readonly role: Role;
  readonly language: string;
  readonly bits: readonly number[];
  readonly bytes: readonly number[];
}
