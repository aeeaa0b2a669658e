import { useMemo, useState } from "react";
import { isObject, type Json } from "../../experiments/delta";
import { type Difference, differences } from "../../experiments/difference";
import { readJson } from "../../experiments/link";
import { Details } from "../../ui/Details";
import { showSigned } from "../../ui/show-fixed";
import { type Column, showFixed, Table } from "../../ui/Table";
import { numberPairs, type NumberPair, type Said, type SettingPair, settingPairs } from "./compared";
import { type OpenedSaved, useOpened } from "./open-saved";
import { SavedFigures } from "./SavedFigures";
import type { Saved } from "./store";
import { Unseen } from "./Unseen";

interface ComparisonProps {
  readonly a: Saved;
  readonly b: Saved;
}

/** Two saved experiments side by side: what each found, the settings and the numbers in which they differ. */
export function Comparison({ a, b }: ComparisonProps) {
  return <Compared key={`${a.id} ${b.id}`} a={a} b={b} />;
}

function Compared({ a, b }: ComparisonProps) {
  const [openA, openB] = [useOpened(a), useOpened(b)];
  const sides = [
    { item: a, opened: openA },
    { item: b, opened: openB },
  ];
  return (
    <section className="comparison" aria-label="Comparison">
      <h2>Side by side</h2>
      <div className="comparison-findings">
        {sides.map(({ item, opened }) => (
          <div key={item.id} className="stack-close">
            <h3>{item.name}</h3>
            <p>{item.headline === "" ? "Not run when it was saved." : item.headline}</p>
            <SavedFigures opened={opened} />
          </div>
        ))}
      </div>
      {a.lab === b.lab ? (
        <OfOneLab a={a} b={b} openA={openA} openB={openB} />
      ) : (
        <p className="note">They are of different labs; only the findings can be compared.</p>
      )}
    </section>
  );
}

/** Numbers of the first table with any that differ, which are in view; the rest is folded. */
const most = 24;

interface OfOneLabProps extends ComparisonProps {
  readonly openA: OpenedSaved | null;
  readonly openB: OpenedSaved | null;
}

function OfOneLab({ a, b, openA, openB }: OfOneLabProps) {
  const [saidA, hearA] = useState<Said | null>(null);
  const [saidB, hearB] = useState<Said | null>(null);
  const settings = useMemo(() => saidA && saidB && settingPairs(saidA.settings, saidB.settings), [saidA, saidB]);
  const numbers = useMemo(() => (saidA && saidB ? numberPairs(saidA.tables, saidB.tables) : []), [saidA, saidB]);
  const differing = numbers.filter((pair) => pair.a !== pair.b);
  const first = differing.filter(({ table }) => table === differing[0]!.table).slice(0, most);
  const rest = numbers.filter((pair) => !first.includes(pair));
  const raw = useMemo(() => differences(documentOf(a), documentOf(b)), [a, b]);
  const sides = [
    { key: "a" as const, label: a.name },
    { key: "b" as const, label: b.name === a.name ? `${b.name} (2)` : b.name },
  ];
  return (
    <>
      {openA ? <Unseen opened={openA} onSaid={hearA} /> : null}
      {openB ? <Unseen opened={openB} onSaid={hearB} /> : null}
      {settings && settings.length > 0 ? (
        <Table
          caption="Settings that differ"
          columns={[
            { key: "name", label: "Setting", value: ({ name }: SettingPair) => name, heading: true },
            ...sides.map(({ key, label }) => ({ key, label, value: (row: SettingPair) => clipped(row[key]) })),
          ]}
          rows={settings}
          rowKey={({ name }) => name}
          name="comparison-settings"
        />
      ) : null}
      {settings?.length === 0 ? <p className="note">The controls are set alike.</p> : null}
      {raw.length > 0 ? (
        <Details costly summary="The settings as the files have them">
          <Table
            caption="Settings that differ, by their names in the files"
            columns={[
              { key: "path", label: "Setting", value: ({ path }: Difference) => path, heading: true },
              ...sides.map(({ key, label }) => ({ key, label, value: (row: Difference) => written(row[key]) })),
            ]}
            rows={raw}
            rowKey={({ path }) => path}
            name="comparison-documents"
          />
        </Details>
      ) : null}
      {first.length > 0 ? <Numbers rows={first} sides={sides} caption="Numbers that differ" /> : null}
      {rest.length > 0 ? (
        <Details costly summary={`${rest.length} more numbers that both have`}>
          <Numbers rows={rest} sides={sides} caption="Further numbers that both have" />
        </Details>
      ) : null}
    </>
  );
}

interface NumbersProps {
  readonly rows: readonly NumberPair[];
  readonly sides: readonly { readonly key: "a" | "b"; readonly label: string }[];
  readonly caption: string;
}

function Numbers({ rows, sides, caption }: NumbersProps) {
  const columns: readonly Column<NumberPair>[] = [
    {
      key: "name",
      label: "Number",
      value: ({ name, unit }) => (unit === "" ? name : `${name} (${unit})`),
      heading: true,
    },
    ...sides.map(({ key, label }) => ({
      key,
      label,
      value: (row: NumberPair) => row[key],
      render: (row: NumberPair) => showFixed(row[key], row.digits),
    })),
    {
      key: "difference",
      label: "Second less first",
      value: ({ difference }) => difference,
      render: ({ difference, digits }) => (difference === null ? "" : showSigned(difference, digits)),
    },
  ];
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ table, name }) => `${table} ${name}`}
      name="comparison-numbers"
    />
  );
}

function documentOf({ text }: Saved): Json | undefined {
  const json = readJson(text);
  return isObject(json) ? json["document"] : undefined;
}

function written(value: Json | undefined): string {
  return value === undefined ? "" : clipped(typeof value === "string" ? value : JSON.stringify(value));
}

function clipped(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
