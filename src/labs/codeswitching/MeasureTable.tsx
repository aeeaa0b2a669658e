import { metrics } from "../../codeswitch/metrics";
import { Details } from "../../ui/Details";
import { type Column, Table } from "../../ui/Table";
import type { CodeSwitchingResult, GeneratedSentence } from "./result";
import { measureName } from "./wording";

interface Row {
  readonly target: number;
  readonly number: number;
  readonly sentence: GeneratedSentence;
}

/** Every measure of every sentence, beside what was asked for. */
export function MeasureTable({ result }: { readonly result: CodeSwitchingResult }) {
  const rows: readonly Row[] = result.batches.flatMap(({ target, sentences }) =>
    sentences.map((sentence, index) => ({ target, number: index + 1, sentence })),
  );
  const columns: readonly Column<Row>[] = [
    { key: "number", label: "No.", value: ({ number }) => number },
    {
      key: "text",
      label: "Sentence",
      value: ({ sentence }) => sentence.text,
      render: ({ sentence }) => <bdi className="measure-sentence">{sentence.text}</bdi>,
      heading: true,
    },
    { key: "target", label: `${measureName(result.measure)} asked`, value: ({ target }) => target, digits: 0 },
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
        caption="Measured on the sentences as they stand. Burstiness and memory are not defined for every sentence."
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.target}-${row.number}`}
        name="switched-sentences"
        provenance={[
          `Code-switching ${result.languages.join("-")}, ${result.theory}, seed ${result.seed}, synthetic`,
          `alignment ${result.alignment}`,
        ]}
      />
      <dl className="measure-notes">
        {metrics.map((metric) => (
          <div key={metric.id}>
            <dt>{metric.name}</dt>
            <dd>
              {metric.formula} <cite>{metric.reference}</cite>
            </dd>
          </div>
        ))}
      </dl>
    </Details>
  );
}
