/** Vocabularies of one size, each trained on one language, and the last on all. */
export interface OneOrFiveResult {
  readonly title: string;
  readonly size: number;
  readonly languages: readonly string[];
  readonly tokenizers: readonly {
    readonly learnt: readonly string[];
    readonly rows: number;
    /** Of the forty sentences of a language. */
    readonly tokens: Readonly<Record<string, number>>;
  }[];
}
