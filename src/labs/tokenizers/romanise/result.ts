/** Tokens of the same sentences in their own script and in Latin letters. */
export interface Counted {
  readonly native: number;
  readonly latin: number;
  /** Tokens of the reference's sentences. */
  readonly reference: number;
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
  /** The text in the field, in Latin letters. */
  readonly text: string;
}
