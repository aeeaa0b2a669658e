/** Tokens of the same sentences in their own script and in Latin letters. */
export interface Counted {
  readonly native: number;
  readonly latin: number;
  /** Tokens of the reference's sentences. */
  readonly reference: number;
}

/** Sentences in Latin letters against themselves in their own script. */
export interface Side {
  /** InfoNCE at temperature 0.1, in nats. */
  readonly loss: number;
  /** The share that lies nearest to itself. */
  readonly found: number;
  /** One less the cosine of the two means. */
  readonly apart: number;
}

/** The script barrier of a language at a layer, as the model is, and after a rotation fitted on other sentences. */
export interface Barrier {
  readonly language: string;
  readonly layer: number;
  readonly sentences: number;
  readonly before: Side;
  readonly mapped: Side;
}

export interface RomaniseResult {
  readonly reference: string;
  readonly languages: readonly string[];
  readonly tokenizers: readonly {
    readonly id: string;
    readonly name: string;
    readonly short: string;
    readonly languages: Readonly<Record<string, Counted>>;
  }[];
  /** What the tables lost, by language. */
  readonly lost: readonly {
    readonly language: string;
    readonly types: number;
    readonly merged: number;
    readonly groups: readonly { readonly latin: string; readonly words: readonly string[] }[];
  }[];
  readonly examples: readonly { readonly language: string; readonly native: string; readonly latin: string }[];
  /** With a model: by layer, then by language. */
  readonly barrier?: { readonly model: string; readonly layers: readonly Barrier[] };
  /** The text in the field, in Latin letters. */
  readonly text: string;
}
