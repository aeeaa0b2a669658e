import { useMemo, useState } from "react";
import type { Span, Token } from "../../tokenization/encoder";
import { graphemeStarts } from "../../tokenization/segments";
import { touched } from "../../tokenization/spans";
import { Select } from "../../ui/Select";
import { Table } from "../../ui/Table";
import type { Strip } from "./live";
import { tokensIn } from "./strips";

interface SpanTableProps {
  readonly text: string;
  readonly strips: readonly Strip[];
  /** The part of the text that is drawn. */
  readonly window: Span;
}

/** Every token of one strip with its id and its spans in all units, to take along. */
export function SpanTable({ text, strips, window }: SpanTableProps) {
  const [wanted, setWanted] = useState("");
  const strip = strips.find(({ id }) => id === wanted) ?? strips[0];
  const starts = useMemo(() => graphemeStarts(text), [text]);
  if (!strip) return null;
  return (
    <div className="stack">
      <Select
        label="Tokens of"
        value={strip.id}
        options={strips.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setWanted}
      />
      <Table<Token>
        caption={`Tokens of ${strip.name} in the part of the text that is drawn: half-open spans from 0. A token inside a character has that character’s.`}
        columns={[
          { key: "id", label: "Id", value: ({ id }) => id, render: ({ id }) => id, heading: true },
          { key: "piece", label: "Piece", value: ({ piece }) => piece, render: ({ piece }) => <code>{piece}</code> },
          { key: "bytes", label: "Bytes", value: ({ bytes }) => bytes.join("–") },
          { key: "code-points", label: "Code points", value: ({ codePoints }) => codePoints.join("–") },
          { key: "graphemes", label: "Graphemes", value: ({ utf16 }) => touched(starts, utf16).join("–") },
          { key: "utf16", label: "UTF-16 units", value: ({ utf16 }) => utf16.join("–") },
        ]}
        rows={strip.tokens.slice(...tokensIn(strip.tokens, window))}
        rowKey={(_, index) => String(index)}
        name={`spans-${strip.id.replaceAll(":", "-")}`}
      />
    </div>
  );
}
