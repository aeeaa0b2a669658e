import { useMemo } from "react";
import type { Change } from "../../measures/card/change";
import { itemRows } from "../../measures/card/item-rows";
import { Button } from "../../ui/Button";
import { type CellValue, download, toCsv } from "../../ui/csv";
import { useOrigin } from "../../ui/figure-place";
import { LanguageTag } from "../../ui/LanguageTag";
import { type Row, RowsFile } from "../../ui/RowsFile";
import { ScriptButton } from "../../ui/ScriptButton";
import { type Column, showFixed, Table } from "../../ui/Table";
import { Terms } from "../../ui/Terms";
import { type Card, isClear, isGain, type NumberKey } from "./card";
import type { MeasuresResult } from "./result";
import { languageName } from "./showing";

interface CardTableProps {
  readonly card: Card;
  readonly result: MeasuresResult;
  readonly selected: NumberKey | null;
  readonly onSelect: (number: NumberKey) => void;
}

interface Line {
  readonly measure: Card["measures"][number];
  readonly language: string;
}

/** Main numbers of every measure and language, a column a variant; each number opens what is behind it. */
export function CardTable({ card, result, selected, onSelect }: CardTableProps) {
  const rows = useMemo(
    () => card.measures.flatMap((measure) => card.languagesOf(measure.id).map((language) => ({ measure, language }))),
    [card],
  );
  const origin = useOrigin();
  return (
    <section className="measures-table stack-close" aria-label="All numbers">
      <h2>All numbers</h2>
      <Table
        caption="Choose a number to see its formula, its sample and the items behind it. ▲ better, ▼ worse than the baseline, where clear"
        columns={columns(card, selected, onSelect)}
        rows={rows}
        rowKey={({ measure, language }) => `${measure.id} ${language}`}
        name="scorecard"
      />
      <div className="row">
        <Button
          kind="quiet"
          onClick={() => download("scorecard-facets.csv", everyFacet(card, result, origin()), "text/csv;charset=utf-8")}
        >
          Download every facet as CSV
        </Button>
        <Button
          kind="quiet"
          onClick={() => download("scorecard.json", `${JSON.stringify(result, null, 1)}\n`, "application/json")}
        >
          Download JSON
        </Button>
        <ScriptButton name="card.py" load={() => import("../../../scripts/card.py?raw")} />
      </div>
      {card.measures.some(({ id }) => id === "bits-per-byte") ? (
        <p className="note">
          <code>python card.py scorecard.json BASE OTHER</code> measures bits per byte of larger models on the same
          sentences, with transformers; with <code>--tokens</code> it counts tokens alone.
        </p>
      ) : null}
      <RowsFile
        what="Items"
        name="scorecard-items"
        csv
        rows={() => everyItem(card, result)}
        note="Every item with what each model wrote and how it scored."
      />
    </section>
  );
}

function columns(
  card: Card,
  selected: NumberKey | null,
  onSelect: (number: NumberKey) => void,
): readonly Column<Line>[] {
  return [
    {
      key: "measure",
      label: "Measure",
      value: ({ measure }) => measure.name,
      render: ({ measure, language }) =>
        card.languagesOf(measure.id)[0] === language ? <Terms>{measure.name}</Terms> : measure.name,
      heading: true,
    },
    {
      key: "language",
      label: "Language",
      value: ({ language }) => language,
      render: ({ language }) => (language === "all" ? "all" : <LanguageTag code={language} />),
    },
    ...card.variants.map(({ id, title }) => ({
      key: id,
      label: title,
      value: ({ measure, language }: Line) =>
        card.reading({ variant: id, measure: measure.id, language, facet: "" })?.value ?? null,
      render: ({ measure, language }: Line) => {
        const number = { variant: id, measure: measure.id, language, facet: "" };
        const reading = card.reading(number);
        if (!reading) return "–";
        const shown = reading.value === null ? "n/a" : showFixed(reading.value, measure.digits);
        const change = card.change(number);
        const gain = change && isClear(change) ? isGain(measure, change) : null;
        const pressed = selected?.variant === id && selected.measure === measure.id && selected.language === language;
        return (
          <button
            type="button"
            className="measures-number numeric"
            aria-pressed={pressed}
            aria-label={`${measure.name}, ${languageName(language)}, ${title}: ${shown}${gain === null ? "" : gain ? ", better" : ", worse"}`}
            onClick={() => onSelect(number)}
          >
            {gain === null ? "" : gain ? "▲ " : "▼ "}
            {shown}
          </button>
        );
      },
    })),
  ];
}

/** Every number with its interval, sample and note; main numbers with what changed from the baseline and its test. */
function everyFacet(card: Card, { readings }: MeasuresResult, header: readonly string[]): string {
  const columns = ["variant", "measure", "language", "facet", "value", "low", "high", "interval", "items", "note"];
  const changed = ["difference", "difference low", "difference high", "compared items", "test", "p", "p after Holm"];
  const title = (variant: string) => card.variants.find(({ id }) => id === variant)?.title ?? variant;
  const rows = readings.flatMap(({ variant, readings: own }) =>
    own.map(({ measure, language, facet, value, low, high, interval, n, note }) => [
      title(variant),
      measure,
      language,
      facet,
      value,
      low,
      high,
      interval,
      n,
      note ?? null,
      ...changeCells(card.change({ variant, measure, language, facet }), changed.length),
    ]),
  );
  return toCsv([...columns, ...changed], rows, header);
}

function changeCells(change: Change | undefined, columns: number): readonly CellValue[] {
  if (!change) return Array.from({ length: columns }, () => null);
  const { difference, low, high, n, test, p, adjusted } = change;
  return [difference, low, high, n, test, p, adjusted];
}

/** Every item of every number, as each variant did at it. */
function everyItem(card: Card, { readings }: MeasuresResult): readonly Row[] {
  return readings.flatMap(({ variant, readings: own }) => {
    const { title = variant, checkpoint = "" } = card.variants.find(({ id }) => id === variant) ?? {};
    return own.flatMap((reading) =>
      itemRows(reading, card.itemsOf(reading), card.answersOf(variant, reading)).map((row) => ({
        variant: title,
        checkpoint,
        ...row,
      })),
    );
  });
}
