import { languageOf } from "../../../ui/languages";
import { showFixed, Table } from "../../../ui/Table";
import type { HeadToken, TwoHeads as Pair } from "./result";

interface TwoHeadsProps {
  readonly heads: readonly Pair[];
  /** What the new head's rows are made by. */
  readonly by: string;
}

interface Row {
  readonly rank: number;
  readonly before: HeadToken | undefined;
  readonly after: HeadToken | undefined;
}

/** One body with two heads: what each says of the same hidden state. */
export function TwoHeads({ heads, by }: TwoHeadsProps) {
  return (
    <section className="stack" aria-label="Two heads on one body">
      <h2>Two heads on one body</h2>
      {heads.map(({ language, prompt, before, after }) => (
        <Table<Row>
          key={language}
          caption={`${languageOf(language).name}, behind “${prompt}”`}
          columns={[
            { key: "rank", label: "", value: ({ rank }) => rank, heading: true },
            { key: "before", label: "old head", value: (row) => row.before?.text ?? "" },
            logit("before"),
            { key: "after", label: `new head: ${by}`, value: (row) => row.after?.text ?? "" },
            logit("after"),
          ]}
          rows={before.map((token, at) => ({ rank: at + 1, before: token, after: after[at] }))}
          rowKey={({ rank }) => String(rank)}
          name={`two-heads-${language}`}
        />
      ))}
      <p className="note">
        The base reads the beginning in its own tokens; the old and the new rows are laid on its one last state (Hydra
        models, Remy et al. 2024, arXiv 2408.04303).
      </p>
    </section>
  );
}

function logit(side: "before" | "after") {
  return {
    key: `${side}-logit`,
    label: "logit",
    value: (row: Row) => row[side]?.logit ?? Number.NaN,
    render: (row: Row) => (row[side] ? showFixed(row[side].logit, 2) : ""),
  };
}
