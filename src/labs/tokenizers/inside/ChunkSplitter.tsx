import { useDeferredValue, useMemo, useState } from "react";
import type { Encoder } from "../../../tokenization/encoder";
import { textChunks } from "../../../tokenization/text-chunks";
import { Slider } from "../../../ui/Slider";
import { Table } from "../../../ui/Table";
import { describeTokenizer } from "../encoders";

interface ChunkRow {
  readonly number: number;
  readonly text: string;
  readonly start: number;
  readonly tokens: number;
  /** Of the chunk by itself, with what the template adds. */
  readonly alone: number;
}

/** The text in chunks of at most so many tokens, as retrieval and contexts want them. */
export function ChunkSplitter({ encoder, text }: { readonly encoder: Encoder; readonly text: string }) {
  const [size, setSize] = useState(64);
  const [overlap, setOverlap] = useState(0);
  const settled = useDeferredValue(text);
  const rows = useMemo(
    () => chunkRows(encoder, settled, size, Math.min(overlap, size - 1)),
    [encoder, settled, size, overlap],
  );
  const name = describeTokenizer(encoder.id).name;
  return (
    <div className="stack">
      <div className="tokenizers-pair">
        <Slider label="Tokens in a chunk, at most" value={size} min={4} max={2048} step={4} onChange={setSize} />
        <Slider label="Overlap" value={overlap} min={0} max={size - 1} step={1} unit="tokens" onChange={setOverlap} />
      </div>
      <Table<ChunkRow>
        caption={`The text in ${rows.length.toLocaleString("en")} chunks by ${name}. A chunk cut out of the text may have other tokens than in it; “alone” counts it by itself, with the template’s.`}
        columns={[
          { key: "number", label: "Chunk", value: (row) => row.number, heading: true },
          { key: "tokens", label: "Tokens", value: (row) => row.tokens },
          { key: "alone", label: "Alone", value: (row) => row.alone },
          { key: "start", label: "From character", value: (row) => row.start },
          { key: "text", label: "Text", value: (row) => row.text, render: (row) => <bdi>{row.text}</bdi> },
        ]}
        rows={rows}
        rowKey={(row) => String(row.number)}
        name={`chunks-${encoder.id.replaceAll(":", "-")}`}
      />
      <p className="note">
        Chunks end where a token and a character end both, before a space if there is one in their second half.
      </p>
    </div>
  );
}

function chunkRows(encoder: Encoder, given: string, size: number, overlap: number): readonly ChunkRow[] {
  const text = given.replaceAll(/\p{Surrogate}/gu, "");
  return textChunks(text, encoder.encode(text), size, overlap).map(({ span, tokens }, at) => {
    const own = text.slice(...span);
    const alone = encoder.encode(own, { addSpecialTokens: true }).length;
    return { number: at + 1, text: own, start: Array.from(text.slice(0, span[0])).length, tokens, alone };
  });
}
