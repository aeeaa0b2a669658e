import type { Neurons } from "../../../experiments/documents/steering-neurons";
import type { Gaussian } from "../../../steering/neurons/adjust";

/** What a run over language neurons has computed so far; plain JSON. */
export interface NeuronsResult {
  readonly task: "neurons";
  readonly model: { readonly checkpoint: string; readonly layers: number; readonly neurons: number };
  readonly languages: readonly string[];
  /** Tokens read of each language. */
  readonly tokens: readonly number[];
  /** counts[language][layer]: specific neurons. */
  readonly counts: readonly (readonly number[])[];
  /** overlap[language][language]: shared neurons over all neurons of both. */
  readonly overlap: readonly (readonly number[])[];
  /** Bits per byte of each language's held-out sentences with nothing edited; null until measured. */
  readonly base: readonly number[] | null;
  /** off[whose neurons][language tested]: change of bits per byte; rows grow. */
  readonly off: readonly (readonly number[])[];
  /** The same with as many random neurons in every layer. */
  readonly control: readonly (readonly number[])[];
  /** The language whose neurons are edited in the texts. */
  readonly language: string;
  readonly texts: readonly NeuronText[];
  /** How the neurons were found; results of before this could be chosen have none of the following. */
  readonly found?: Neurons["found"];
  /** Their gates are adjusted, in the texts and in the matrices, and nothing is switched off. */
  readonly adjusted?: boolean;
  readonly overlapByLayer?: readonly { readonly pair: string; readonly layers: readonly number[] }[];
  /** Of neuron adjust; null where no neuron was kept. */
  readonly rise?: Rise | null;
  readonly keySpace?: KeySpace;
  /** By language; older results have none. */
  readonly stability?: readonly Stability[];
  /** Where it was asked for. */
  readonly fallback?: Fallback;
}

/** What so many tokens give: overlap (intersection over union) with the neurons that all tokens give. */
export type Stability = readonly { readonly tokens: number; readonly overlap: number }[];

/** In which languages the prompts go on with ever more of one language's neurons off. */
export interface Fallback {
  /** How many neurons are off, rising from none. */
  readonly off: readonly number[];
  /** Identified languages, `und` for none. */
  readonly languages: readonly string[];
  /** counts[language][step]: continuations. */
  readonly counts: readonly (readonly number[])[];
}

/** A neuron's pre-activation in the language and in the others. */
export interface Rise {
  readonly layer: number;
  readonly neuron: number;
  readonly forget: Gaussian;
  readonly retain: Gaussian;
}

/** The cube around the language's keys, so many times as wide as needed to cover those it was made from. */
export interface KeySpace {
  readonly factor: number;
  /** inside[language][layer]: share of held-out sentences that lie in it. */
  readonly inside: readonly (readonly number[])[];
}

/** A prompt continued with nothing edited, with the language's neurons edited, and with as many random ones edited alike. */
export interface NeuronText {
  readonly prompt: string;
  readonly rows: readonly { readonly text: string; readonly language: string | null }[];
}
