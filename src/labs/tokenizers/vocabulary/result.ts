/** Tokens a word on the held-out sentences of a language, in context; word by word for scripts without spaces. */
export interface Fertility {
  readonly language: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly tokensBefore: number;
  readonly tokensAfter: number;
  /** Sentences that are cut in other places than before. */
  readonly changed: number;
  readonly sentences: number;
}

/** The share of a text's tokens that are among the most frequent `tokens`. */
export interface Coverage {
  readonly tokens: number;
  readonly share: number;
}

/** A token that the old vocabulary does not have, and how often the text has it. */
export interface NewWord {
  readonly id: number;
  readonly text: string;
  readonly count: number;
}

/** Of one new row: the old rows it is made of, largest shares first (none for a map), and the old rows it lies nearest to. */
export interface Recipe {
  readonly shares: readonly { readonly text: string; readonly weight: number }[];
  /** How many old rows in all; none where the row is drawn. */
  readonly of: number;
  readonly neighbours: readonly { readonly text: string; readonly cosine: number }[];
}

/** A model that was scored: the base, or the base with rows of one initialiser. */
export interface ScoredModel {
  /** An initialiser's or a map's name, `base` or `trim`; of a fine-tune `tuned` or how the rows came into it. */
  readonly name: string;
  readonly title: string;
  readonly formula: string;
  readonly reference: string;
  /** How well a map did where the truth is known; empty for mixtures. */
  readonly note: string;
  /** Rows that nothing was known of. */
  readonly drawn: number;
  readonly recipes: readonly Recipe[];
  /** By language. */
  readonly bitsPerByte: Readonly<Record<string, number>>;
}

/** What trimming leaves of the logits: the largest difference on kept tokens. */
export interface Proof {
  readonly sentences: number;
  readonly tokens: number;
  readonly logits: number;
  readonly largest: number;
  /** Sentences left out as they are cut in other places than before. */
  readonly apart: number;
}

export interface Size {
  readonly rows: number;
  readonly parameters: number;
}

export interface ChangeResult {
  readonly base: string;
  readonly target: string;
  readonly before: Size;
  readonly after: Size;
  readonly shared: number;
  readonly languages: readonly string[];
  readonly scored: readonly string[];
  readonly fertility: readonly Fertility[];
  readonly coverage: readonly Coverage[];
  readonly words: readonly NewWord[];
  readonly models: readonly ScoredModel[];
  readonly proof: Proof | null;
  /** The checkpoint on the shelf. */
  readonly kept: { readonly checkpoint: string; readonly name: string } | null;
  readonly folder: { readonly id: string; readonly name: string; readonly bytes: number } | null;
  /** The new tokenizer, under which id the page keeps it. */
  readonly tokenizer: string;
}

export interface TrainedResult {
  readonly tokenizer: string;
  readonly title: string;
  readonly reference: string;
  readonly rows: number;
  readonly textBytes: number;
  readonly seconds: number;
  readonly fileBytes: number;
  /** Bytes a token on the text it was learnt from. */
  readonly bytesPerToken: number;
  /** The longest tokens, which tell what the text was about. */
  readonly longest: readonly string[];
  readonly fertility: readonly Fertility[];
}
