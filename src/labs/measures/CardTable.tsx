import { useMemo } from "react";
import { LanguageTag } from "../../ui/LanguageTag";
import { type Column, showFixed, Table } from "../../ui/Table";
import { Terms } from "../../ui/Terms";
import { type Card, isClear, isGain, type NumberKey } from "./card";
import { CardFiles } from "./CardFiles";
import { numbersCsv } from "./numbers";
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
  return (
    <section className="measures-table stack-close" aria-label="All numbers">
      <h2>All numbers</h2>
      <Table
        caption="Choose a number to see its formula, its sample and the items behind it. ▲ better, ▼ worse than the baseline, where the change is clear. ↑ higher is better, ↓ lower is better."
        columns={columns(card, selected, onSelect)}
        rows={rows}
        rowKey={({ measure, language }) => `${measure.id} ${language}`}
        name="scorecard"
        csv={(header) => numbersCsv(card, result, false, header)}
      />
      <CardFiles card={card} result={result} />
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
      render: ({ measure, language }) => (
        <>
          {card.languagesOf(measure.id)[0] === language ? <Terms>{measure.name}</Terms> : measure.name}
          {aims[measure.better]}
        </>
      ),
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

/** Behind a measure's name, the way in which it is better. */
const aims = { higher: " ↑", lower: " ↓", neither: "" } as const;
