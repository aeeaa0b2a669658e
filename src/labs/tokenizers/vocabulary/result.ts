import type { ScriptRows } from "../../../tokenization/transfer/trim-scripts";

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

/** The shares of a language's tokens, on held-out sentences, that trimming by script keeps, and trimming by use at that size. */
export interface ScriptCoverage {
  readonly language: string;
  readonly byScript: number;
  readonly byUse: number;
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

/** What the base and the changed model write after the same words. */
export interface Continuation {
  readonly language: string;
  readonly prompt: string;
  readonly before: string;
  readonly after: string;
}

export interface HeadToken {
  readonly text: string;
  readonly logit: number;
}

/** What the old and the new head say of the base's one last hidden state behind a prompt: ten tokens each, the likeliest first. */
export interface TwoHeads {
  readonly language: string;
  readonly prompt: string;
  readonly before: readonly HeadToken[];
  readonly after: readonly HeadToken[];
}

/** Sentences in Latin letters against themselves in their own script, as means of rows. */
export interface Retrieval {
  readonly language: string;
  readonly cosine: number;
  /** Sentences that lie nearest to themselves. */
  readonly found: number;
  readonly of: number;
}

/** What became of a vocabulary that was written in Latin letters too. */
export interface Transliteration {
  readonly pieces: number;
  /** Rows of what merges make on the way to a piece. */
  readonly onTheWay: number;
  /** New pieces that stand for several old ones. */
  readonly shared: number;
  readonly collisions: readonly { readonly latin: string; readonly originals: readonly string[] }[];
  /** A sentence a language, cut before and after. */
  readonly examples: readonly {
    readonly language: string;
    readonly native: string;
    readonly before: readonly string[];
    readonly after: readonly string[];
  }[];
  /** With the base's tokenizer and rows. */
  readonly retrieval: readonly Retrieval[];
}

/** How word vectors were rotated: by how many pairs, and how many held-out words find their translation nearest, before and after. */
export interface RotationTold {
  readonly pairs: number;
  readonly heldOut: number;
  readonly before: number | null;
  readonly after: number | null;
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
  /** Of a transliterated vocabulary, by language. */
  readonly retrieval?: readonly Retrieval[];
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
  /** Languages whose forty sentences are among the texts that were learnt from; recordings of before have none. */
  readonly learntFrom?: readonly string[];
  readonly scored: readonly string[];
  readonly fertility: readonly Fertility[];
  readonly coverage: readonly Coverage[];
  /** Of a trimmed vocabulary; recordings of before have none. */
  readonly scripts?: readonly ScriptRows[];
  readonly scriptCoverage?: readonly ScriptCoverage[];
  readonly words: readonly NewWord[];
  readonly models: readonly ScoredModel[];
  readonly transliteration?: Transliteration;
  readonly rotation?: RotationTold;
  readonly proof: Proof | null;
  /** The checkpoint on the shelf, and how its rows were made. */
  readonly kept: { readonly checkpoint: string; readonly name: string; readonly by?: string } | null;
  /** By the base and by the model on the shelf; recordings of before have none. */
  readonly continuations?: readonly Continuation[];
  readonly heads?: readonly TwoHeads[];
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
  /** As of a change. */
  readonly learntFrom?: readonly string[];
  readonly seconds: number;
  readonly fileBytes: number;
  /** Bytes a token on the text it was learnt from. */
  readonly bytesPerToken: number;
  /** The longest tokens, which tell what the text was about. */
  readonly longest: readonly string[];
  readonly fertility: readonly Fertility[];
}
