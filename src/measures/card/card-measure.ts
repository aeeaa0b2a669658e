import type { CardItems } from "./items";
import type { Materials, Needs } from "./needs";

export const families = ["alignment", "behaviour", "modelling", "diversity", "skill"] as const;
export type Family = (typeof families)[number];

/** What a number says of itself; a facet leaves out what it shares with its measure's main number. */
export interface NumberTerms {
  readonly unit?: string;
  readonly formula?: string;
  /** What guessing scores, where that is known; a facet's own is not the main number's. */
  readonly chance?: string;
  /** Items of weight 1 are right or wrong, 1 or 0: they may flip, and have Wilson's interval where all are alike. */
  readonly verdict?: boolean;
}

/** One number a language and facet, as a ratio of sums over items. */
export interface Facet extends NumberTerms {
  readonly language: string;
  /** Empty for the measure's main number; else what is apart: `layer 3`, `turn 2, strict`. */
  readonly facet: string;
  /** The items in words, index for index. Facets of one set share a name. */
  readonly set: string;
  readonly items: readonly string[];
  /** One an item; an item that cannot be measured has denominator 0. */
  readonly parts: readonly (readonly [numerator: number, denominator: number])[];
  /** What the model wrote, where it wrote. */
  readonly answers?: readonly string[];
  /** Why there is no number, or what to know about it. */
  readonly note?: string;
}

/**
 * One measure of the card: what it needs, and numbers from that. Pure: who runs models, in batches, with progress and
 * Stop, is `collect`.
 */
export interface CardMeasure extends NumberTerms {
  readonly id: string;
  readonly name: string;
  readonly family: Family;
  readonly unit: string;
  readonly better: "higher" | "lower" | "neither";
  readonly digits: number;
  /** Shown with every number. */
  readonly formula: string;
  readonly convention: string;
  readonly source: string;
  needs(items: CardItems): Partial<Needs>;
  facets(items: CardItems, materials: Materials): readonly Facet[];
}
