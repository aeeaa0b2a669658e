import type { Document } from "../../../experiments/documents/steering";
import type { Estimate } from "../../../measures/statistics/bootstrap";
import type { NeuronText } from "../neurons/result";

/** What a run over value vectors has computed so far; plain JSON. */
export interface ValuesResult {
  readonly task: "values";
  readonly model: { readonly checkpoint: string; readonly layers: number; readonly neuronsPerLayer: number };
  readonly trait: Document["trait"];
  /** The language of the texts by which the neurons were found; null where they were named. */
  readonly language: string | null;
  /** Whether value vectors were read behind the final norm. */
  readonly normed: boolean;
  /** The neurons that are scaled: by d', or as they were named. */
  readonly chosen: readonly ValueNeuron[];
  readonly listed: ListedLayer;
  /** The gain at which the prompts go on. */
  readonly gain: number;
  readonly texts: readonly NeuronText[];
  /** The languages of the stories on which the effect is measured, and how many held-out stories of each kind. */
  readonly languages: readonly string[];
  readonly heldOut: number;
  /** By gain, ascending, 1 among them; grows. */
  readonly effects: readonly GainEffect[];
}

export interface ListedLayer {
  readonly layer: number;
  readonly neurons: readonly ValueNeuron[];
  /** spans[n]: neurons of the layer whose tokens belong to n languages. */
  readonly spans: readonly number[];
}

/** A neuron and what its value vector does to the logits. */
export interface ValueNeuron {
  readonly layer: number;
  readonly neuron: number;
  /** Between the two kinds of texts; null where it was not found by them. */
  readonly dPrime: number | null;
  readonly raised: readonly NeuronToken[];
  readonly lowered: readonly NeuronToken[];
  /** Of the tokens raised. */
  readonly languages: readonly string[];
}

export interface NeuronToken {
  readonly text: string;
  /** null: shared by languages, or in none of the texts that were counted. */
  readonly language: string | null;
  readonly by: number;
}

/** What scaling does in each language. */
export interface GainEffect {
  readonly gain: number;
  readonly chosen: readonly LanguageEffect[];
  readonly random: readonly LanguageEffect[];
}

export interface LanguageEffect {
  /** By how many bits per byte texts of the wanted kind have become likelier against those of the other, with its interval over pairs. */
  readonly shift: Estimate;
  /** By how many bits per byte texts of both kinds have become dearer. */
  readonly paid: number;
}
