import type { Change } from "../../measures/card/change";
import type { Reading } from "../../measures/card/reading";
import { type Column, csvOf } from "../../ui/Table";
import type { Card } from "./card";
import type { MeasuredVariant, MeasuresResult, Taken } from "./result";

/** One number of a card as a row of a file. */
interface NumberLine {
  readonly variant: MeasuredVariant;
  readonly reading: Reading;
  readonly change: Change | undefined;
  readonly taken: Taken | undefined;
}

/** Every number with its interval, sample and note; main numbers with what changed from the baseline and its test. */
const columns: readonly Column<NumberLine>[] = [
  { key: "variant", label: "variant", value: ({ variant }) => variant.title },
  { key: "measure", label: "measure", value: ({ reading }) => reading.measure },
  { key: "language", label: "language", value: ({ reading }) => reading.language },
  { key: "facet", label: "facet", value: ({ reading }) => reading.facet },
  { key: "value", label: "value", value: ({ reading }) => reading.value, interval: ({ reading }) => endsOf(reading) },
  { key: "interval", label: "interval", value: ({ reading }) => reading.interval },
  { key: "items", label: "items", value: ({ reading }) => reading.n },
  { key: "note", label: "note", value: ({ reading }) => reading.note ?? null },
  {
    key: "difference",
    label: "difference",
    value: ({ change }) => change?.difference ?? null,
    interval: ({ change }) => change?.interval() ?? null,
  },
  { key: "compared", label: "compared items", value: ({ change }) => change?.n ?? null },
  { key: "test", label: "test", value: ({ change }) => change?.test ?? null },
  { key: "p", label: "p", value: ({ change }) => change?.p ?? null },
  { key: "adjusted", label: "p after Holm", value: ({ change }) => change?.adjusted ?? null },
  { key: "recorded", label: "recorded", value: ({ taken }) => (taken ? `${taken.on}, ${taken.backend}` : null) },
];

function endsOf({ low, high }: Reading): { low: number; high: number } | null {
  return low === null || high === null ? null : { low, high };
}

/** Numbers as CSV, a row each: the main ones, or every facet. */
export function numbersCsv(
  card: Card,
  { readings }: MeasuresResult,
  every: boolean,
  header: readonly string[],
): string {
  const lines = card.variants.flatMap((variant) => {
    const own = readings.find((one) => one.variant === variant.id);
    return (own?.readings ?? [])
      .filter(({ facet }) => every || facet === "")
      .map((reading): NumberLine => {
        const change = card.change({ variant: variant.id, ...reading });
        return { variant, reading, change, taken: card.takenOf(variant.id, reading.measure) };
      });
  });
  return csvOf(columns, lines, header);
}

/** What changed in each main number of each variant, as data. */
export function changesOf(card: Card): readonly object[] {
  return card.variants.flatMap(({ id, title }) =>
    card.changesOf(id).map(({ measure, language, difference, interval, n, test, p, adjusted, flips }) => {
      const { low, high } = interval() ?? { low: null, high: null };
      return {
        variant: id,
        title,
        measure,
        language,
        difference,
        low,
        high,
        n,
        test,
        p,
        pHolm: adjusted,
        ...(flips && { negativeFlips: flips.negative, positiveFlips: flips.positive }),
      };
    }),
  );
}
