import { useMemo, useState } from "react";
import type { Encoder } from "../../../tokenization/encoder";
import type { Chunk, ReplayStep } from "../../../tokenization/replay/replay";
import { Button } from "../../../ui/Button";
import { Details } from "../../../ui/Details";
import { Table } from "../../../ui/Table";
import { methods, notes, showPiece, type PieceReader, pieceReader } from "./spelling";

/** Chunks that are offered at once. */
const page = 60;
/** Letters or bytes of a chunk that is replayed: the work grows with the square. */
const longest = 300;

interface ReplayPanelProps {
  readonly encoder: Encoder;
  readonly text: string;
}

/** The chunks that the text falls into before anything is looked up, and the steps inside the one that is chosen. */
export function ReplayPanel({ encoder, text }: ReplayPanelProps) {
  const chunks = useMemo(() => chunksOf(encoder, text), [encoder, text]);
  const [from, setFrom] = useState(0);
  const [chosen, setChosen] = useState<number | null>(null);
  const read = useMemo(() => pieceReader(encoder), [encoder]);
  const start = from < chunks.length ? from : 0;
  const at = chosen !== null && chosen < chunks.length ? chosen : mostWork(chunks);
  const chunk = chunks[at];
  if (!chunk) return <p className="note">This text cannot be cut into chunks.</p>;
  return (
    <>
      <div className="replay-chunks" role="group" aria-label="Chunks of the text">
        {chunks.slice(start, start + page).map((one, i) => (
          <Button
            // oxlint-disable-next-line react/no-array-index-key -- chunks are places in the text
            key={start + i}
            kind="quiet"
            pressed={start + i === at}
            onClick={() => setChosen(start + i)}
          >
            <bdi className="replay-piece">{showPiece(read, one.text)}</bdi>
          </Button>
        ))}
      </div>
      {chunks.length > page ? (
        <nav className="row numeric" aria-label="Chunks">
          <Button disabled={start === 0} onClick={() => setFrom(Math.max(0, start - page))}>
            Earlier chunks
          </Button>
          <span className="note">
            {start + 1} to {Math.min(chunks.length, start + page)} of {chunks.length}
          </span>
          <Button disabled={start + page >= chunks.length} onClick={() => setFrom(start + page)}>
            Later chunks
          </Button>
        </nav>
      ) : null}
      <p className="note">
        {chunks.length} chunks: the text is cut here first, and no token crosses a cut. Choose one to see its steps.
      </p>
      <Steps encoder={encoder} chunk={chunk} read={read} />
    </>
  );
}

function Steps({ encoder, chunk, read }: { encoder: Encoder; chunk: Chunk; read: PieceReader }) {
  const replay = useMemo(
    () => (chunk.text.length > longest ? undefined : encoder.replaying?.replay(chunk)),
    [encoder, chunk],
  );
  if (!replay) return <p className="note">This chunk is too long to be replayed: more than {longest} symbols.</p>;
  const { idea, formula, source, score } = methods[replay.method];
  const shown = showPiece(read, chunk.text);
  const tokens = replay.steps.at(-1)?.pieces.length ?? 0;
  return (
    <>
      <Table<ReplayStep & { readonly step: number }>
        caption={`${shown}: ${replay.steps.length - 1} ${replay.steps.length === 2 ? "step" : "steps"} to ${tokens} ${tokens === 1 ? "token" : "tokens"}`}
        columns={[
          { key: "step", label: "Step", value: ({ step }) => step, heading: true },
          { key: "what", label: "What", value: ({ note }) => notes[note] },
          {
            key: "pieces",
            label: "Pieces",
            value: ({ pieces }) => pieces.map((piece) => showPiece(read, piece)).join(" | "),
            render: (step) => <Pieces step={step} read={read} />,
          },
          { key: "score", label: score.label, value: (step) => step.score, digits: score.digits },
        ]}
        rows={replay.steps.map((step, i) => ({ ...step, step: i }))}
        rowKey={({ step }) => String(step)}
        name="replay"
      />
      <Details summary="What decides the next step">
        <p className="formula">{formula}</p>
        <p>{idea}</p>
        <p className="note">{source}</p>
      </Details>
    </>
  );
}

function Pieces({ step, read }: { readonly step: ReplayStep; readonly read: PieceReader }) {
  return (
    <span className="replay-pieces">
      {step.pieces.map((piece, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- pieces are places in the chunk
        <bdi key={i} className={i === step.at ? "replay-piece replay-new" : "replay-piece"}>
          {showPiece(read, piece)}
        </bdi>
      ))}
    </span>
  );
}

function chunksOf({ replaying }: Encoder, text: string): readonly Chunk[] {
  try {
    return replaying?.chunks(text.replaceAll(/\p{Surrogate}/gu, "")).filter((chunk) => chunk.text !== "") ?? [];
  } catch {
    return [];
  }
}

/** The longest chunk that is replayed: the one with most to see. */
function mostWork(chunks: readonly Chunk[]): number {
  return chunks.reduce((best, { text, added }, i) => {
    const better = !added && text.length <= 40 && text.length > (chunks[best]?.text.length ?? 0);
    return better || i === 0 ? i : best;
  }, 0);
}
