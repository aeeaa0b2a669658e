import { useCallback, useMemo, useState } from "react";
import { useStore } from "zustand";
import { Button } from "../ui/Button";
import type { Problem } from "../result";
import { Details } from "../ui/Details";
import { ProblemNote } from "../ui/ProblemNote";
import { embedded, pageAddress } from "./embed";
import { ErrorBoundary } from "./ErrorBoundary";
import { hashOfSession } from "./open";
import { Presets } from "./Presets";
import { RunBar } from "./RunBar";
import { startRun, stopRun } from "./run";
import { shownResult } from "./runs";
import { type LabSession, presetOf, resultKey } from "./session";
import { ShareDialog } from "./ShareDialog";
import { shelf } from "./shelf";
import { useNarrow } from "./narrow";
import { useShortcuts } from "./shortcuts";
import { CapabilityLine, StatusLine } from "./StatusLine";

/** What is around every lab: its questions, Run and Stop, where results come from, errors, sharing, undo. */
export function LabFrame({ session, onKeys }: { session: LabSession; onKeys: () => void }) {
  const { lab, documents, runs } = session;
  const { document, past, future, edit, undo, redo } = useStore(documents);
  const run = useStore(runs);
  const notice = useStore(session.notice, (state) => state.problem);
  const [sharing, setSharing] = useState(false);
  const narrow = useNarrow();
  const key = useMemo(() => resultKey(lab, document), [lab, document]);
  const preset = useMemo(() => presetOf(session, document), [session, document]);
  const shown = shownResult(run, key);

  const start = useCallback(() => void startRun(session), [session]);
  const stop = useCallback(() => stopRun(session), [session]);
  useShortcuts({ run: start, stop, undo, redo, help: onKeys });

  const controls = (
    <ErrorBoundary what="the settings" resetKey={document}>
      <lab.Controls document={document} edit={edit} />
    </ErrorBoundary>
  );

  return (
    <main className="lab" id="main">
      <header className="lab-head">
        <h1>{lab.title}</h1>
        <p className="lab-tagline">{lab.tagline}</p>
      </header>
      {notice ? (
        <ProblemNote problem={notice}>
          <Button onClick={() => session.notice.setState({ problem: null })}>Dismiss</Button>
        </ProblemNote>
      ) : null}
      {embedded ? null : <Presets lab={lab.id} presets={lab.presets} current={preset} />}
      <div className="lab-body">
        <section className="lab-controls" aria-label="Settings">
          <RunBar
            status={run.status}
            stale={shown?.stale ?? false}
            canUndo={past.length > 0}
            canRedo={future.length > 0}
            onRun={start}
            onStop={stop}
            onUndo={undo}
            onRedo={redo}
            onShare={() => setSharing(true)}
          />
          {embedded || narrow ? <Details summary="Settings">{controls}</Details> : controls}
          <CapabilityLine />
        </section>
        <section className="lab-results" aria-label="Results" aria-busy={run.status.kind === "running"}>
          {lab.Bench ? (
            <ErrorBoundary what="the bench" resetKey={document}>
              <lab.Bench document={document} edit={edit} result={shown?.finished.result ?? null} />
            </ErrorBoundary>
          ) : null}
          <StatusLine finished={shown?.finished ?? null} stale={shown?.stale ?? false} status={run.status} />
          {run.status.kind === "failed" ? <RunProblem problem={run.status.problem} onRun={start} /> : null}
          {shown ? (
            <div className="lab-figures" data-stale={shown.stale ? "" : undefined}>
              <ErrorBoundary what="the results" resetKey={shown.finished}>
                <lab.Results
                  document={document}
                  edit={edit}
                  result={shown.finished.result}
                  running={run.status.kind === "running"}
                  stale={shown.stale}
                />
              </ErrorBoundary>
            </div>
          ) : null}
        </section>
        <aside className="lab-method" aria-label="Method">
          {embedded ? (
            <a href={`${pageAddress()}${hashOfSession(session)}`} target="_blank" rel="noreferrer">
              Open in the lab
            </a>
          ) : (
            <lab.Method />
          )}
        </aside>
      </div>
      {sharing ? <ShareDialog session={session} document={document} onClose={() => setSharing(false)} /> : null}
    </main>
  );
}

/** Why a run failed; where the graphics processor may be the cause, the way round it. */
function RunProblem({ problem, onRun }: { problem: Problem; onRun: () => void }) {
  const backend = useStore(shelf, (state) => state.backend);
  function runOnWasm(): void {
    shelf.setState({ backend: "wasm" });
    onRun();
  }
  return (
    <ProblemNote problem={problem}>
      {backend !== "wasm" && curedByWasm.has(problem.code) ? <Button onClick={runOnWasm}>Run on WASM</Button> : null}
    </ProblemNote>
  );
}

const curedByWasm: ReadonlySet<Problem["code"]> = new Set([
  "adapter-absent",
  "device-lost",
  "out-of-memory",
  "runtime-failed",
  "logits-nan",
]);
