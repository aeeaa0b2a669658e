import { languageOf } from "../../ui/languages";
import { type Column, Table } from "../../ui/Table";
import { metricOf } from "./metric-choice";
import { shownMetrics } from "../../experiments/documents/tokenizers";
import type { Scores, TokenizersResult } from "./result";

interface Row {
  readonly tokenizer: string;
  readonly language: string;
  readonly scores: Scores;
}

const columns: readonly Column<Row>[] = [
  { key: "tokenizer", label: "Tokenizer", value: (row) => row.tokenizer, heading: true },
  { key: "language", label: "Language", value: (row) => languageOf(row.language).name },
  ...shownMetrics.map((id): Column<Row> => {
    const { name, unit, digits } = metricOf(id);
    return { key: id, label: name, unit, digits, value: (row) => row.scores[id] ?? null };
  }),
];

/** Every metric of every language under every tokenizer, to take along. */
export function AllNumbers({ result }: { readonly result: TokenizersResult }) {
  const rows = result.tokenizers.flatMap(({ name, languages }) =>
    result.languages.map((language): Row => ({ tokenizer: name, language, scores: languages[language] ?? {} })),
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
