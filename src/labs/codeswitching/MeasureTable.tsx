import { metrics } from "../../codeswitch/metrics";
import { Details } from "../../ui/Details";
import { type Column, Table } from "../../ui/Table";
import type { GeneratedSentence } from "./result";

interface Row {
  /** What was asked for; null where nothing was. */
  readonly asked: number | null;
  readonly number: number;
  readonly sentence: GeneratedSentence;
}

export interface MeasureTableProps {
  /** The heading of what was asked for; absent where nothing was. */
  readonly asked?: string;
  readonly rows: readonly Row[];
  readonly provenance: readonly string[];
}

/** Every measure of every sentence, beside what was asked for. */
export function MeasureTable({ asked, rows, provenance }: MeasureTableProps) {
  const columns: readonly Column<Row>[] = [
    { key: "number", label: "No.", value: ({ number }) => number },
    {
      key: "text",
      label: "Sentence",
      value: ({ sentence }) => sentence.text,
      render: ({ sentence }) => <bdi className="measure-sentence">{sentence.text}</bdi>,
      heading: true,
    },
    ...(asked === undefined
      ? []
      : [{ key: "asked", label: asked, value: ({ asked: value }: Row) => value, digits: 0 }]),
    { key: "switches", label: "Switches", value: ({ sentence }) => sentence.switches.length },
    ...metrics.map(
      (metric): Column<Row> => ({
        key: metric.id,
        label: metric.name,
        value: ({ sentence }) => sentence.measures[metric.id] ?? null,
        digits: metric.range[1] === 100 ? 1 : 3,
      }),
    ),
  ];
  return (
    <Details summary="All measures of all sentences">
      <Table
        caption="Measured on the sentences as they stand. Burstiness needs two stretches of words in one language, memory stretches of different lengths."
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.asked}-${row.number}`}
        name="switched-sentences"
        provenance={provenance}
      />
      <dl className="measure-notes">
        {metrics.map((metric) => (
          <div key={metric.id}>
            <dt>{metric.name}</dt>
            <dd>
              {metric.ends} {metric.formula}. <cite>{metric.reference}</cite>
            </dd>
          </div>
        ))}
      </dl>
    </Details>
  );
}
