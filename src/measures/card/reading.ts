import { seededRandom } from "../../random";
import { contentHash } from "../../hash";
import { type IntervalMethod, ratioInterval } from "../statistics/interval";
import type { CardMeasure, Facet, NumberTerms } from "./card-measure";
import { sum } from "../../vectors";

/** A number of the card with its sample size, interval and the items behind it; plain JSON. */
export interface Reading extends NumberTerms {
  readonly measure: string;
  readonly language: string;
  readonly facet: string;
  /** Null where nothing could be measured; `note` says why. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly interval: IntervalMethod | "wilson" | null;
  /** Items that could be measured. */
  readonly n: number;
  readonly set: string;
  readonly numerators: readonly number[];
  /** 1 where every item weighs 1. */
  readonly denominators: readonly number[] | 1;
  readonly note?: string;
}

export interface ReadingOptions {
  readonly seed: number;
  readonly interval: IntervalMethod;
}

/** The number of a facet. Never NaN: without items that count it is null and says so. */
export function readingOf(measure: CardMeasure, facet: Facet, { seed, interval }: ReadingOptions): Reading {
  const parts = facet.parts.map(([numerator, denominator]) => [rounded(numerator), rounded(denominator)] as const);
  const counted = parts.filter(([, denominator]) => denominator !== 0);
  const numerators = counted.map(([numerator]) => numerator);
  const denominators = counted.map(([, denominator]) => denominator);
  const random = seededRandom(seed ^ Number.parseInt(contentHash(facet.set).slice(-7), 16));
  const { verdict } = termsOf(measure, facet);
  const found = ratioInterval({ numerators, denominators }, random, { method: interval, shares: verdict });
  const total = sum(denominators);
  const all = parts.map(([, denominator]) => denominator);
  const note = facet.note ?? noteOn(parts.length, counted.length, found === null);
  return {
    measure: measure.id,
    language: facet.language,
    facet: facet.facet,
    value: total === 0 ? null : sum(numerators) / total,
    low: found?.low ?? null,
    high: found?.high ?? null,
    interval: found?.method ?? null,
    n: counted.length,
    set: facet.set,
    numerators: parts.map(([numerator]) => numerator),
    denominators: counted.length === parts.length && denominators.every((one) => one === 1) ? 1 : all,
    ...(note !== "" && { note }),
    ...ownTerms(facet),
  };
}

/** What a facet says of itself and not of its measure. */
function ownTerms({ unit, formula, chance, verdict }: NumberTerms): NumberTerms {
  return {
    ...(unit !== undefined && { unit }),
    ...(formula !== undefined && { formula }),
    ...(chance !== undefined && { chance }),
    ...(verdict !== undefined && { verdict }),
  };
}

/** What a number is: its own terms, else its measure's; but what guessing scores at the main number says nothing of a facet. */
export function termsOf(
  { unit, formula, verdict = false, ...main }: CardMeasure,
  number: NumberTerms & { readonly facet: string },
): NumberTerms & Required<Pick<NumberTerms, "unit" | "formula" | "verdict">> {
  const chance = number.facet === "" ? main.chance : undefined;
  return { unit, formula, verdict, ...(chance !== undefined && { chance }), ...ownTerms(number) };
}

function noteOn(all: number, counted: number, withoutInterval: boolean): string {
  if (all === 0) return "There are no items.";
  if (counted === 0) return `None of the ${all} items could be measured.`;
  if (counted === 1) return "One item: there is no interval.";
  if (withoutInterval) return "All items score the same: resampling them gives no interval.";
  return "";
}

/** The weight of an item. */
export function denominatorOf({ denominators }: Reading, item: number): number {
  return denominators === 1 ? 1 : (denominators[item] ?? 0);
}

/** Three digits after the point: what is kept is what is counted. */
function rounded(value: number): number {
  return Number(value.toFixed(3));
}
