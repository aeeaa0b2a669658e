import { useDeferredValue, useMemo, useState } from "react";
import { catalogueOf, countBy, type Entry } from "../../../tokenization/catalogue";
import type { Encoder } from "../../../tokenization/encoder";
import { Bars } from "../../../ui/Bars";
import { Field } from "../../../ui/Field";
import { Select } from "../../../ui/Select";
import { Table } from "../../../ui/Table";
import { describeTokenizer } from "../encoders";
import { OverlapTable } from "./OverlapTable";

/** Rows that are listed: the rest is found by searching. */
const listed = 60;

interface VocabularyBrowserProps {
  readonly encoder: Encoder;
  readonly others: readonly Encoder[];
}

/** What lies in a vocabulary: rows by search and script, how many a script has, how long they are, what two have in common. */
export function VocabularyBrowser({ encoder, others }: VocabularyBrowserProps) {
  const entries = useMemo(() => catalogueOf(encoder), [encoder]);
  const scripts = useMemo(() => countBy(entries, ({ script }) => script), [entries]);
  const [search, setSearch] = useState("");
  const [script, setScript] = useState("all");
  const [beside, setBeside] = useState("none");
  const wanted = useDeferredValue(search);
  const found = useMemo(() => entries.filter((entry) => fits(entry, wanted, script)), [entries, wanted, script]);
  const other = others.find(({ id }) => id === beside);
  return (
    <div className="stack">
      <div className="tokenizers-pair">
        <Field
          label="Search for a piece or an id"
          value={search}
          maxLength={100}
          help="␣ or a space before a word finds pieces that begin one."
          onChange={setSearch}
        />
        <Select
          label="Script"
          value={script}
          options={[
            { value: "all", label: "all scripts" },
            ...scripts.map(([name, count]) => ({ value: name, label: `${name} (${count.toLocaleString("en")})` })),
          ]}
          onChange={setScript}
        />
      </div>
      <Table<Entry>
        caption={`${found.length.toLocaleString("en")} of ${entries.length.toLocaleString("en")} pieces${found.length > listed ? `, the first ${listed}` : ""}`}
        columns={[
          { key: "id", label: "Id", value: ({ id }) => id, render: ({ id }) => id, heading: true },
          {
            key: "piece",
            label: "Piece",
            value: ({ shown }) => shown,
            render: ({ shown }) => <bdi className="replay-piece">{shown}</bdi>,
          },
          { key: "script", label: "Script", value: (entry) => entry.script },
          { key: "characters", label: "Characters", value: ({ characters }) => characters },
          { key: "bytes", label: "Bytes", value: ({ key }) => key.length },
        ]}
        rows={found.slice(0, listed)}
        rowKey={({ id }) => String(id)}
        name={`vocabulary-${encoder.id.replaceAll(":", "-")}`}
      />
      <div className="tokenizers-pair">
        <Counts caption="Pieces by script." title="Script" counts={scripts.slice(0, 14)} />
        <Counts
          caption={`Pieces by length in characters${script === "all" ? "" : `, ${script}`}; “<1” are pieces of a character.`}
          title="Characters"
          counts={lengthsOf(script === "all" ? entries : entries.filter((entry) => entry.script === script))}
        />
      </div>
      {others.length > 0 ? (
        <Select
          label="Overlap with"
          value={beside}
          options={[
            { value: "none", label: "no other" },
            ...others.map(({ id }) => ({ value: id, label: describeTokenizer(id).name })),
          ]}
          onChange={setBeside}
        />
      ) : null}
      {other ? <OverlapTable first={encoder} second={other} /> : null}
    </div>
  );
}

interface CountsProps {
  readonly caption: string;
  readonly title: string;
  readonly counts: readonly (readonly [string, number])[];
}

function Counts({ caption, title, counts }: CountsProps) {
  return (
    <Bars
      caption={caption}
      groups={counts.map(([name, count]) => ({ id: name, label: name, values: [count] }))}
      series={[{ id: "pieces", label: "pieces", colour: "var(--amount)" }]}
      unit="pieces"
      groupTitle={title}
      format={(count) => count.toLocaleString("en")}
      name={`pieces-by-${title.toLowerCase()}`}
    />
  );
}

function fits(entry: Entry, search: string, script: string): boolean {
  if (script !== "all" && entry.script !== script) return false;
  const wanted = search.replaceAll(" ", "␣");
  return wanted === "" || entry.shown.includes(wanted) || String(entry.id) === search;
}

const longLength = 12;

function lengthsOf(entries: readonly Entry[]): readonly (readonly [string, number])[] {
  const nameOf = ({ characters }: Entry) =>
    characters === null ? "<1" : characters >= longLength ? `${longLength}+` : String(characters);
  return countBy(entries, nameOf).toSorted(([a], [b]) => order(a) - order(b));
}

function order(length: string): number {
  return length === "<1" ? 0 : Number.parseInt(length, 10);
}
