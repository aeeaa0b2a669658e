/** Ways to the next byte's probability. */
export const ways = ["naive", "healed", "exact"] as const;
export type Way = (typeof ways)[number];

export const wayNames: Readonly<Record<Way, string>> = {
  naive: "naive",
  healed: "token healing",
  exact: "exact",
};

/** The word as far as it was given, and what each way gives the character that follows in it. */
export interface Place {
  readonly given: string;
  readonly next: string;
  /** Tokens of the text so far, as the tokenizer cuts it. */
  readonly tokens: readonly string[];
  /** Of the whole next character: the product over its bytes. */
  readonly probability: Readonly<Record<Way, number>>;
}

/** One possible next byte behind the beginning that is looked at. */
export interface NextByte {
  readonly shown: string;
  readonly probability: Readonly<Record<Way, number>>;
}

export interface HalfWordResult {
  readonly model: string;
  readonly before: string;
  readonly word: string;
  readonly places: readonly Place[];
  /** Place whose next bytes are listed. */
  readonly at: number;
  readonly next: readonly NextByte[];
  /** Forward passes that the exact way took, for all places. */
  readonly passes: number;
}
