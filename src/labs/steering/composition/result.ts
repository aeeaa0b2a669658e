import type { Strategy } from "../../../steering/dynamic-strength";
import type { Composition } from "../../../experiments/documents/steering-composition";

/** What a run over several properties at once has computed so far; plain JSON. */
export interface CompositionResult {
  readonly task: "composition";
  readonly model: { readonly checkpoint: string; readonly layers: number };
  readonly properties: readonly PropertyReport[];
  /** Cosine between the directions of each two, where they act at one layer; null elsewhere. */
  readonly cosines: readonly (readonly (number | null)[])[];
  readonly strength: number;
  readonly texts: readonly ComposedText[];
}

export interface PropertyReport {
  readonly property: Composition["properties"][number]["property"];
  /** From what to what, as `en`, or as `sad`. */
  readonly ends: readonly [from: string, to: string];
  readonly layer: number;
  /** d' on held-out texts at that layer. */
  readonly dPrime: number;
}

/** A prompt as it goes on under each strategy. */
export interface ComposedText {
  readonly prompt: string;
  readonly rows: readonly ComposedRow[];
}

export interface ComposedRow {
  readonly strategy: Strategy;
  readonly text: string;
  readonly language: string | null;
  /** A token or the tokens that share a character, with the strength of each property there, that of its first token. */
  readonly pieces: readonly { readonly text: string; readonly strengths: readonly number[] }[];
  /** Of what is written, under the unsteered model; null where nothing is. */
  readonly bitsPerByte: number | null;
  /** For each property where the text lies as the unsteered model reads it: 0 at the mean of the one set, 1 at the other's. */
  readonly places: readonly number[] | null;
}
