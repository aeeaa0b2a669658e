/** Vocabularies of one size, each trained on one language, and the last on all. */
export interface OneOrFiveResult {
  readonly title: string;
  readonly size: number;
  readonly languages: readonly string[];
  /** Languages whose forty sentences were trained on, too; recordings of before have none. */
  readonly learntFrom?: readonly string[];
  readonly tokenizers: readonly TrainedTokenizer[];
}

export interface TrainedTokenizer {
  readonly learnt: readonly string[];
  readonly rows: number;
  /** Of the forty sentences of a language. */
  readonly tokens: Readonly<Record<string, number>>;
}
