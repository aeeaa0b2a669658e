import type { Json } from "../../experiments/delta";
import { type Difference, differences } from "../../experiments/difference";
import { isObject } from "../../experiments/delta";
import { readJson } from "../../experiments/link";
import { type Column, Table } from "../../ui/Table";
import { SavedFigures } from "./SavedFigures";
import type { Saved } from "./store";

/** Two saved experiments side by side: what each found, its figures, and the settings in which they differ. */
export function Comparison({ a, b }: { a: Saved; b: Saved }) {
  const rows = a.lab === b.lab ? differences(documentOf(a), documentOf(b)) : null;
  const columns: readonly Column<Difference>[] = [
    { key: "path", label: "Setting", value: ({ path }) => path, heading: true },
    { key: "a", label: a.name, value: (row) => shown(row.a) },
    { key: "b", label: b.name === a.name ? `${b.name} (2)` : b.name, value: (row) => shown(row.b) },
  ];
  return (
    <section className="comparison" aria-label="Comparison">
      <h2>Side by side</h2>
      <div className="comparison-findings">
        {[a, b].map((item) => (
          <div key={item.id} className="stack-close">
            <h3>{item.name}</h3>
            <p>{item.headline === "" ? "Not run when it was saved." : item.headline}</p>
            <SavedFigures item={item} />
          </div>
        ))}
      </div>
      {rows === null ? (
        <p className="note">They are of different labs; only the findings can be compared.</p>
      ) : rows.length === 0 ? (
        <p className="note">The settings are the same.</p>
      ) : (
        <Table
          caption="Settings that differ"
          columns={columns}
          rows={rows}
          rowKey={({ path }) => path}
          name="comparison"
        />
      )}
    </section>
  );
}

function documentOf({ text }: Saved): Json | undefined {
  const json = readJson(text);
  return isObject(json) ? json["document"] : undefined;
}

function shown(value: Json | undefined): string {
  if (value === undefined) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
