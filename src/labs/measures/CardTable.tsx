import { useMemo } from "react";
import { Button } from "../../ui/Button";
import { download } from "../../ui/csv";
import { Details } from "../../ui/Details";
import { LanguageTag } from "../../ui/LanguageTag";
import { type Column, showFixed, Table } from "../../ui/Table";
import type { Reading } from "../../measures/card/reading";
import { type Card, isClear, isGain, type NumberKey } from "./card";
import type { MeasuresResult } from "./result";
import { languageName } from "./showing";

interface CardTableProps {
  readonly card: Card;
  readonly result: MeasuresResult;
  readonly selected: NumberKey | null;
  readonly onSelect: (number: NumberKey) => void;
}

interface Row {
  readonly measure: Card["measures"][number];
  readonly language: string;
}

/** Main numbers of every measure and language, a column a variant; each number opens what is behind it. */
export function CardTable({ card, result, selected, onSelect }: CardTableProps) {
  const rows = useMemo(
    () => card.measures.flatMap((measure) => card.languagesOf(measure.id).map((language) => ({ measure, language }))),
    [card],
  );
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
      <Details summary="Every facet, with intervals">
        <EveryFacet card={card} result={result} />
      </Details>
      <div className="row">
        <Button
          kind="quiet"
          onClick={() => download("scorecard.json", `${JSON.stringify(result, null, 1)}\n`, "application/json")}
        >
          Download JSON
        </Button>
      </div>
    </section>
  );
}

function columns(
  card: Card,
  selected: NumberKey | null,
  onSelect: (number: NumberKey) => void,
): readonly Column<Row>[] {
  return [
    { key: "measure", label: "Measure", value: ({ measure }) => measure.name, heading: true },
    {
      key: "language",
      label: "Language",
      value: ({ language }) => language,
      render: ({ language }) => (language === "all" ? "all" : <LanguageTag code={language} />),
    },
    ...card.variants.map(({ id, title }) => ({
      key: id,
      label: title,
      value: ({ measure, language }: Row) =>
        card.reading({ variant: id, measure: measure.id, language, facet: "" })?.value ?? null,
      render: ({ measure, language }: Row) => {
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

type Facet = Reading & { readonly variant: string };

function EveryFacet({ card, result }: { readonly card: Card; readonly result: MeasuresResult }) {
  const title = (variant: string) => card.variants.find(({ id }) => id === variant)?.title ?? variant;
  const rows = result.readings.flatMap(({ variant, readings }): readonly Facet[] =>
    readings.map((reading) => ({ ...reading, variant })),
  );
  const column = (key: "low" | "high" | "value", label: string): Column<Facet> => ({
    key,
    label,
    value: (row) => row[key],
    digits: 3,
  });
  return (
    <Table
      caption="Every number with its 95 % interval"
      name="scorecard-facets"
      rows={rows}
      rowKey={({ variant, measure, language, facet }) => `${variant} ${measure} ${language} ${facet}`}
      columns={[
        { key: "variant", label: "Variant", value: ({ variant }) => title(variant), heading: true },
        { key: "measure", label: "Measure", value: ({ measure }) => measure },
        { key: "language", label: "Language", value: ({ language }) => language },
        { key: "facet", label: "Facet", value: ({ facet }) => facet },
        column("value", "Value"),
        column("low", "from"),
        column("high", "to"),
        { key: "interval", label: "Interval", value: ({ interval }) => interval ?? "none" },
        { key: "n", label: "Items", value: ({ n }) => n },
        { key: "note", label: "Note", value: ({ note }) => note ?? "" },
      ]}
    />
  );
}
