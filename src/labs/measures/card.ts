import type { Document } from "../../experiments/documents/measures";
import type { CardMeasure } from "../../measures/card/card-measure";
import { type Change, changesBetween } from "../../measures/card/change";
import type { Reading } from "../../measures/card/reading";
import { measuresOf } from "../../measures/card/registry";
import type { MeasuredVariant, MeasuresResult, Taken } from "./result";

/** A result arranged for reading: every number by variant, measure, language and facet, and what changed. */
export interface Card {
  readonly variants: readonly MeasuredVariant[];
  readonly baseline: MeasuredVariant | undefined;
  readonly measures: readonly CardMeasure[];
  /** Languages of a measure, in the order of the run. */
  languagesOf(measure: string): readonly string[];
  facetsOf(measure: string): readonly string[];
  reading(number: NumberKey): Reading | undefined;
  /** Against the baseline; of main numbers, corrected together for each variant. */
  change(number: NumberKey): Change | undefined;
  changesOf(variant: string): readonly Change[];
  itemsOf(reading: Reading): readonly string[];
  /** What a variant wrote, item for item; undefined where it wrote nothing. */
  answersOf(variant: string, reading: Reading): readonly string[] | undefined;
  /** The recording that a variant's numbers of a measure were taken over from; undefined where they were computed. */
  takenOf(variant: string, measure: string): Taken | undefined;
}

/** Names one number of a card. */
export interface NumberKey {
  readonly variant: string;
  readonly measure: string;
  readonly language: string;
  readonly facet: string;
}

export function cardOf(result: MeasuresResult, { seed, interval }: Pick<Document, "seed" | "interval">): Card {
  const readings = new Map<string, Reading>();
  for (const { variant, readings: own } of result.readings) {
    for (const reading of own) readings.set(keyOf({ variant, ...reading }), reading);
  }
  const all = [...readings.values()];
  const measures = measuresOf([...new Set(all.map(({ measure }) => measure))]);
  const [baseline] = result.variants;
  const ofVariant = (variant: string) => result.readings.find((one) => one.variant === variant);
  const main = (variant: string) => (ofVariant(variant)?.readings ?? []).filter(({ facet }) => facet === "");
  const changes = new Map(
    result.variants
      .filter((variant) => variant !== baseline)
      .map(({ id }) => [id, changesBetween(measures, main(baseline?.id ?? ""), main(id), { seed, interval })]),
  );
  const unique = (of: (reading: Reading) => string, measure: string) => [
    ...new Set(all.filter((reading) => reading.measure === measure).map(of)),
  ];
  return {
    variants: result.variants,
    baseline,
    measures,
    languagesOf: (measure) => unique(({ language }) => language, measure),
    facetsOf: (measure) => unique(({ facet }) => facet, measure),
    reading: (number) => readings.get(keyOf(number)),
    change: ({ variant, measure, language, facet }) =>
      facet === ""
        ? changes.get(variant)?.find((change) => change.measure === measure && change.language === language)
        : undefined,
    changesOf: (variant) => changes.get(variant) ?? [],
    itemsOf: ({ set }) => result.sets[set] ?? [],
    takenOf: (variant, measure) => ofVariant(variant)?.taken?.[measure],
    answersOf: (variant, { set }) => ofVariant(variant)?.answers[set],
  };
}

function keyOf({ variant, measure, language, facet }: NumberKey): string {
  return JSON.stringify([variant, measure, language, facet]);
}

/** The corrected p below which a change is clear. */
const clearBelow = 0.05;

/** True where a change stays clear after Holm's correction. */
export function isClear({ adjusted }: Change): boolean {
  return adjusted < clearBelow;
}

/** True where so few items could not show a clear change, whatever they were. */
export function isTooFew({ least }: Change): boolean {
  return least >= clearBelow;
}

/** Whether a change is clear, in words; where so few items could not show one, that is no finding. */
export function clarityOf(change: Change): string {
  if (isClear(change)) return "clear";
  return isTooFew(change) ? "too few items to tell" : "not told from chance";
}

/** Whether a change is for the better; null where the measure takes no side. */
export function isGain(measure: CardMeasure, { difference }: Change): boolean | null {
  if (measure.better === "neither") return null;
  return difference === 0 ? null : difference > 0 === (measure.better === "higher");
}

/** The clear change of a variant that is largest beside the baseline's value, for the better or for the worse. */
export function largestChange(card: Card, variant: string, gain: boolean): Change | undefined {
  const size = (change: Change) => {
    const before = card.reading({ ...change, variant: card.baseline?.id ?? "" })?.value ?? 0;
    return Math.abs(change.difference) / Math.max(0.05, Math.abs(before));
  };
  return card
    .changesOf(variant)
    .filter((change) => isClear(change))
    .filter((change) => {
      const measure = card.measures.find(({ id }) => id === change.measure);
      return measure !== undefined && isGain(measure, change) === gain;
    })
    .toSorted((a, b) => size(b) - size(a))[0];
}
