import { languageOf } from "../../ui/languages";
import { type Column, Table } from "../../ui/Table";
import { metricOf } from "./metric-choice";
import { shownMetrics } from "../../experiments/documents/tokenizers";
import type { Intervals, Scores, TokenizersResult } from "./result";

interface Row {
  readonly tokenizer: string;
  readonly language: string;
  readonly scores: Scores;
  readonly intervals: Intervals | undefined;
}

const columns: readonly Column<Row>[] = [
  { key: "tokenizer", label: "Tokenizer", value: (row) => row.tokenizer, heading: true },
  { key: "language", label: "Language", value: (row) => languageOf(row.language).name },
  ...shownMetrics.flatMap((id): readonly Column<Row>[] => {
    const { name, unit, digits } = metricOf(id);
    const value: Column<Row> = { key: id, label: name, unit, digits, value: (row) => row.scores[id] ?? null };
    const ends = ["low", "high"].map((end, at): Column<Row> => {
      return { key: `${id}-${end}`, label: end, unit, digits, value: (row) => row.intervals?.[id]?.[at] ?? null };
    });
    return [value, ...ends];
  }),
];

/** Every metric of every language under every tokenizer, to take along. */
export function AllNumbers({ result }: { readonly result: TokenizersResult }) {
  const rows = result.tokenizers.flatMap(({ name, languages, intervals }) =>
    result.languages.map(
      (language): Row => ({
        tokenizer: name,
        language,
        scores: languages[language] ?? {},
        intervals: intervals?.[language],
      }),
    ),
  );
  return (
    <Table
      caption="Every metric on the parallel sentences"
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.tokenizer} ${row.language}`}
      name="tokenizer-scorecard"
    />
  );
}
