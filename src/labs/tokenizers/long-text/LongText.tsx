import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import type { Document } from "../../../experiments/documents/tokenizers";
import { type Problem, problemOf } from "../../../result";
import { Button } from "../../../ui/Button";
import { Details } from "../../../ui/Details";
import { FileField } from "../../../ui/FileField";
import { ProblemNote } from "../../../ui/ProblemNote";
import { showFixed, Table } from "../../../ui/Table";
import { loadTokenizerFiles } from "../../built-in-encoders";
import { describeTokenizer, repositoryOf } from "../encoders";
import { ownFiles, ownTokenizers } from "../own-tokenizers";
import { inWorker } from "../vocabulary/in-worker";
import type { LongCount } from "./count";

const mostBytes = 50_000_000;

type State =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly done: number; readonly total: number; readonly note: string }
  | { readonly kind: "stopped" }
  | { readonly kind: "failed"; readonly problem: Problem };

/** A text that is too long for a link, from a file: counted with every chosen tokenizer in a worker, which Stop ends. */
export function LongText({ document }: { readonly document: Document }) {
  const [state, setState] = useState<State>({ kind: "idle" });
  const [name, setName] = useState("");
  const [counts, setCounts] = useState<readonly LongCount[]>([]);
  const running = useRef<AbortController>(null);
  useStore(ownTokenizers);
  const lacking = document.tokenizers.filter((id) => /^(own|hub):/.test(id) && !ownFiles.has(id));
  const countable = document.tokenizers.filter((id) => !lacking.includes(id));
  useEffect(() => () => running.current?.abort(), []);

  async function count(file: File): Promise<Problem | null> {
    if (file.size > mostBytes) return tooLong(file);
    if (countable.length === 0) return noneHere;
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setName(file.name);
    setCounts([]);
    setState({ kind: "running", done: 0, total: 1, note: "reading" });
    try {
      const text = await file.text();
      const tokenizers = await Promise.all(countable.map(withFiles));
      for await (const event of inWorker({ kind: "count", text, tokenizers }, controller.signal)) {
        if (event.kind === "progress") setState({ ...event, kind: "running" });
        if (event.kind === "counted") setCounts((known) => [...known, event.count]);
      }
      setState({ kind: "idle" });
    } catch (thrown) {
      if (running.current !== controller) return null;
      setState(controller.signal.aborted ? { kind: "stopped" } : { kind: "failed", problem: problemOf(thrown) });
    }
    return null;
  }

  return (
    <Details summary="A long text from a file">
      <div className="stack">
        {lacking.map((id) => (
          <p key={id} className="note" role="status">
            {whyLeftOut(id)}
          </p>
        ))}
        <FileField
          label="Count the tokens of a text file"
          accept=".txt,.md,.csv,.tsv,.json,.jsonl,text/*"
          help="Up to 50 MB of UTF-8. It is read in a worker, in blocks that end with a line, and stays on this machine."
          take={count}
        />
        {state.kind === "running" ? (
          <div className="row">
            <progress value={state.total > 0 ? state.done / state.total : 0} aria-label="Progress of counting" />
            <span className="note numeric">{state.note}</span>
            <Button onClick={() => running.current?.abort()}>Stop counting</Button>
          </div>
        ) : null}
        {state.kind === "stopped" ? <p className="note">Stopped; tokenizers that were done stay.</p> : null}
        {state.kind === "failed" ? <ProblemNote problem={state.problem} /> : null}
        {counts.length > 0 ? <Counts counts={counts} name={name} /> : null}
      </div>
    </Details>
  );
}

function Counts({ counts, name }: { readonly counts: readonly LongCount[]; readonly name: string }) {
  const [{ bytes, characters }] = counts as readonly [LongCount];
  return (
    <Table<LongCount>
      caption={`${name}: ${characters.toLocaleString("en")} characters, ${bytes.toLocaleString("en")} bytes`}
      columns={[
        { key: "tokenizer", label: "Tokenizer", value: ({ id }) => describeTokenizer(id).name, heading: true },
        {
          key: "tokens",
          label: "Tokens",
          value: ({ tokens }) => tokens,
          render: ({ tokens }) => tokens.toLocaleString("en"),
        },
        { key: "bytes", label: "Bytes a token", value: (row) => row.bytes / row.tokens, digits: 2 },
        { key: "characters", label: "Characters a token", value: (row) => row.characters / row.tokens, digits: 2 },
        {
          key: "speed",
          label: "Speed",
          unit: "MB/s",
          value: (row) => row.bytes / 1e6 / row.seconds,
          render: (row) => showFixed(row.bytes / 1e6 / row.seconds, 2),
        },
      ]}
      rows={counts}
      rowKey={({ id }) => id}
      name="long-text"
    />
  );
}

/** Why a tokenizer cannot count yet: its file is not in this page. */
function whyLeftOut(id: string): string {
  const { name } = describeTokenizer(id);
  return repositoryOf(id) === undefined
    ? `${name} is left out: no link carries its file. Add it again under “Tokenizers”.`
    : `${name} is left out until Run has fetched its tokenizer from the hub.`;
}

async function withFiles(id: string) {
  const files = id === "polyglot-base" ? await loadTokenizerFiles(id) : ownFiles.get(id);
  return files ? { id, files } : { id };
}

const noneHere: Problem = {
  code: "tokenizer-invalid",
  what: "None of the chosen tokenizers is in this page yet.",
  remedy: "Press Run, which fetches those of the hub, or choose another tokenizer.",
};

function tooLong(file: File): Problem {
  return {
    code: "input-invalid",
    what: `The file ${file.name} has ${(file.size / 1e6).toFixed(0)} MB.`,
    remedy: `Choose a text of at most ${mostBytes / 1e6} MB, or a part of it.`,
  };
}
