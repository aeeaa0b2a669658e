import { LanguageTag } from "../../../ui/LanguageTag";
import { showFixed, Table } from "../../../ui/Table";
import type { ScriptRows } from "../../../tokenization/transfer/trim-scripts";
import type { ChangeResult, ScriptCoverage } from "./result";

/** What each script's rows took and keep, and what trimming by use would have kept of each language in as many rows. */
export function Scripts({ result }: { readonly result: ChangeResult }) {
  const { scripts = [], scriptCoverage = [], before, after } = result;
  const perRow = before.rows === after.rows ? 0 : (before.parameters - after.parameters) / (before.rows - after.rows);
  const saved = ({ rows, kept }: ScriptRows) => (4 * perRow * (rows - kept)) / 1e6;
  return (
    <section className="stack" aria-label="Rows by script">
      <h2>Rows by script</h2>
      <Table<ScriptRows>
        caption="The base’s rows by script, and those that stay"
        columns={[
          { key: "script", label: "Script", value: ({ script }) => script, heading: true },
          { key: "rows", label: "before", value: ({ rows }) => rows, render: ({ rows }) => rows.toLocaleString("en") },
          { key: "kept", label: "after", value: ({ kept }) => kept, render: ({ kept }) => kept.toLocaleString("en") },
          { key: "saved", label: "saved", unit: "MB", value: saved, digits: 2 },
        ]}
        rows={scripts}
        rowKey={({ script }) => script}
        name="rows-by-script"
      />
      {scriptCoverage.length > 0 ? (
        <Table<ScriptCoverage>
          caption="Tokens of forty sentences a language that stay: trimmed by script, and by use in at most as many rows"
          columns={[
            {
              key: "language",
              label: "Language",
              value: ({ language }) => language,
              render: ({ language }) => <LanguageTag code={language} named />,
              heading: true,
            },
            {
              key: "script",
              label: "by script",
              unit: "%",
              value: ({ byScript }) => 100 * byScript,
              render: ({ byScript }) => showFixed(100 * byScript, 1),
            },
            {
              key: "use",
              label: "by use",
              unit: "%",
              value: ({ byUse }) => 100 * byUse,
              render: ({ byUse }) => showFixed(100 * byUse, 1),
            },
          ]}
          rows={scriptCoverage}
          rowKey={({ language }) => language}
          name="script-coverage"
        />
      ) : null}
    </section>
  );
}
