import type { Piece } from "../../../../codeswitch/phrases/order";

/** A sentence as it stands, with its units in an order drawn by chance, and from the last to the first. */
export const orders = ["given", "permuted", "reversed"] as const;
export type Order = (typeof orders)[number];

/** A sentence cut into units and what stands between them, in each order. */
export type OrderedSentence = Readonly<Record<Order, readonly Piece[]>>;

/** What one model pays, by sentence. */
export interface OrderBy {
  readonly checkpoint: string;
  /** Bits a byte of the whole text. */
  readonly bitsPerByte: readonly Readonly<Record<Order, number>>[];
  /** Bits a byte of the last unit behind all others as given, and of the first behind all others reversed; null of one unit. */
  readonly last: readonly (number | null)[];
  readonly first: readonly (number | null)[];
}

export interface OrderResult {
  readonly reading: "order";
  readonly seed: number;
  readonly sentences: readonly OrderedSentence[];
  readonly models: readonly OrderBy[];
}
