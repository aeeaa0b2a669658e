/** What a look inside a model has found so far; plain JSON. */
export interface ViewsResult {
  readonly task: "views";
  readonly model: { readonly checkpoint: string; readonly layers: number };
  /** Those that tokens are counted in, in this order. */
  readonly languages: readonly string[];
  /** The text's tokens, as far as they were read. */
  readonly tokens: readonly string[];
  /** How many tokens of the text were left out. */
  readonly leftOut: number;
  /** lens[position][layer] */
  readonly lens: readonly (readonly LensFigure[])[];
  readonly attention: Attention | null;
  readonly map: readonly MapLayer[] | null;
}

/** What the head would say after one block, behind one token. */
export interface LensFigure {
  readonly top: readonly { readonly text: string; readonly probability: number }[];
  /** The language with more than half of the probability that belongs to any; null where none has. */
  readonly language: string | null;
  /** Probability of each language's tokens. */
  readonly masses: readonly number[];
  /** Nats. */
  readonly entropy: number;
}

export interface Attention {
  readonly layer: number;
  /** patterns[head][query][key], each row 1 in sum. */
  readonly patterns: readonly (readonly (readonly number[])[])[];
}

/** Sentences by their mean residual stream after one layer, along the two directions of greatest spread. */
export interface MapLayer {
  readonly layer: number;
  readonly points: readonly {
    readonly language: string;
    readonly sentence: number;
    readonly at: readonly [number, number];
  }[];
  readonly explained: readonly [number, number];
  /** Share of sentences whose nearest other one is of the same language, and whose nearest is their translation. */
  readonly sameLanguage: number;
  readonly translation: number;
}
