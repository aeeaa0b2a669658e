import { memo, type ReactNode, useCallback, useDeferredValue, useMemo, useReducer, useState } from "react";
import { useStore } from "zustand";
import type { LessonLimits } from "../experiments/link";
import { Button } from "../ui/Button";
import type { Problem } from "../result";
import { Details } from "../ui/Details";
import { FigurePlace } from "../ui/figure-place";
import { Drawing } from "../ui/Gradually";
import { ProblemNote } from "../ui/ProblemNote";
import { embedded, pageAddress } from "./embed";
import { figureSource } from "./figure-source";
import { ErrorBoundary } from "./ErrorBoundary";
import { useExpectedBackend } from "./expected-backend";
import { type AnyDocument, type AnyLab, labEntry } from "./labs";
import { hashOfSession } from "./open";
import { Presets } from "./Presets";
import { awaitResult } from "./result-place";
import { RunBar } from "./RunBar";
import { startRun, stopRun } from "./run";
import { otherRecordings, type Shown, shownResult } from "./runs";
import { type LabSession, presetOf, resultKey } from "./session";
import { SaveDialog } from "./saved/SaveDialog";
import { ShareDialog } from "./ShareDialog";
import { shelf } from "./shelf";
import { useNarrow } from "./narrow";
import { useShortcuts } from "./shortcuts";
import { CapabilityLine, StatusLine } from "./StatusLine";
import { Terms } from "../ui/Terms";

/** A lesson around the lab: its panel in place of the questions. */
export interface LessonFrame {
  readonly panel: ReactNode;
  readonly limits: LessonLimits;
  /** No prediction has been made: results are kept back and nothing runs. */
  readonly waiting: boolean;
}

/** A lesson's settings are locked. */
const noEdit = (): void => undefined;

export interface LabFrameProps {
  readonly session: LabSession;
  readonly onKeys: () => void;
  readonly lesson?: LessonFrame;
}

/** What is around every lab: its questions, Run and Stop, where results come from, errors, sharing, undo. */
export function LabFrame({ session, onKeys, lesson }: LabFrameProps) {
  const { lab, documents, runs } = session;
  const { document, past, future, ...state } = useStore(documents);
  const locked = lesson?.limits.locked ?? false;
  const waiting = lesson?.waiting ?? false;
  const [edit, undo, redo] = locked ? [noEdit, noEdit, noEdit] : [state.edit, state.undo, state.redo];
  const run = useStore(runs);
  const notice = useStore(session.notice, (state) => state.problem);
  const [sheet, setSheet] = useState<"share" | "save" | null>(null);
  const [kept, setKept] = useState<AnyDocument | null>(null);
  const narrow = useNarrow();
  const key = useMemo(() => resultKey(lab, document), [lab, document]);
  const preset = useMemo(() => presetOf(session, document), [session, document]);
  const { results, latest, recordings } = run;
  const backend = useExpectedBackend();
  const recorded = useMemo(
    () => ({ recordings: otherRecordings({ recordings }, key), backend }),
    [recordings, key, backend],
  );
  const shown = useMemo(() => shownResult({ results, latest }, key), [results, latest, key]);
  const stale = shown?.stale ?? false;
  const finished = shown?.finished ?? null;
  const place = useCallback(() => figureSource(session, shown), [session, shown]);
  const running = run.status.kind === "running";
  const figures = useMemo(() => shown && { shown, document, running }, [shown, document, running]);
  const asked = preset !== undefined && state.gesture === null;
  const coming = run.coming === key;

  const start = useCallback(() => {
    if (waiting || runs.getState().status.kind === "running") return;
    const goThere = awaitResult();
    void startRun(session).then(goThere);
  }, [session, runs, waiting]);
  const stop = useCallback(() => stopRun(session), [session]);
  useShortcuts({ run: start, stop, undo, redo, help: onKeys });

  const controls = (
    <ErrorBoundary what="the settings" resetKey={document}>
      {locked ? (
        <fieldset className="lab-locked" disabled>
          <legend>The settings of this lesson are locked.</legend>
          <lab.Controls document={document} edit={edit} />
        </fieldset>
      ) : (
        <lab.Controls document={document} edit={edit} />
      )}
    </ErrorBoundary>
  );

  const bench = lab.Bench ? (
    <ErrorBoundary what="the bench" resetKey={document}>
      <lab.Bench document={document} edit={edit} result={shown?.finished.result ?? null} recorded={recorded} />
    </ErrorBoundary>
  ) : null;

  return (
    <main className="lab" id="main">
      <header className="lab-head">
        <h1>{lab.title}</h1>
        <p className="lab-tagline">
          <Terms>{labEntry(lab.id).tagline}</Terms>
        </p>
      </header>
      {notice ? (
        <ProblemNote problem={notice}>
          <Button onClick={() => session.notice.setState({ problem: null })}>Dismiss</Button>
        </ProblemNote>
      ) : null}
      {lesson ? lesson.panel : embedded ? null : <Presets lab={lab.id} presets={lab.presets} current={preset} />}
      <div className="lab-body">
        <section className="lab-controls" aria-label="Settings">
          <RunBar
            status={run.status}
            stale={stale}
            waiting={waiting}
            canUndo={past.length > 0 && !locked}
            canRedo={future.length > 0 && !locked}
            onRun={start}
            onStop={stop}
            onUndo={undo}
            onRedo={redo}
            onShare={() => setSheet("share")}
            kept={kept === document}
            onSave={embedded ? undefined : () => setSheet("save")}
          />
          {lesson?.limits.bare ? null : embedded || narrow ? (
            <Details summary="Settings">{controls}</Details>
          ) : (
            controls
          )}
          <CapabilityLine />
        </section>
        <FigurePlace value={place}>
          <ResultsRegion
            lab={lab}
            edit={edit}
            figures={waiting ? null : figures}
            asked={asked}
            running={running}
            coming={coming}
          >
            {waiting ? (
              <p className="lesson-waiting">The result is shown once you have made a prediction.</p>
            ) : (
              <>
                {lab.benchTitle && narrow ? <Details summary={lab.benchTitle}>{bench}</Details> : bench}
                <StatusLine lab={lab} finished={finished} stale={stale} status={run.status} />
                {run.status.kind === "failed" ? <RunProblem problem={run.status.problem} onRun={start} /> : null}
              </>
            )}
          </ResultsRegion>
        </FigurePlace>
        <aside className="lab-method" aria-label="Method">
          {embedded ? (
            <a href={`${pageAddress()}${hashOfSession(session)}`} target="_blank" rel="noreferrer">
              Open in the lab
            </a>
          ) : (
            <MethodText lab={lab} />
          )}
        </aside>
      </div>
      {sheet === "share" ? <ShareDialog session={session} document={document} onClose={() => setSheet(null)} /> : null}
      {sheet === "save" ? (
        <SaveDialog
          session={session}
          document={document}
          onClose={() => setSheet(null)}
          onKept={() => setKept(document)}
        />
      ) : null}
    </main>
  );
}

/** Side text, which settings and results do not change. */
const MethodText = memo(function MethodText({ lab }: { lab: AnyLab }) {
  return <lab.Method />;
});

interface Drawn {
  readonly shown: Shown;
  readonly document: AnyDocument;
  readonly running: boolean;
}

interface ResultsRegionProps {
  readonly lab: AnyLab;
  readonly edit: (change: Partial<AnyDocument>, gesture?: string) => void;
  readonly figures: Drawn | null;
  /** The document is a question's, as it was asked. */
  readonly asked: boolean;
  readonly running: boolean;
  /** The recording of another experiment is on its way. */
  readonly coming: boolean;
  readonly children: ReactNode;
}

/**
 * The results, beneath what is given. Another experiment and another question are drawn in slices, the old one in view and the
 * region busy until then; what grows or is edited at once.
 */
function ResultsRegion({ lab, edit, figures, asked, running, coming, children }: ResultsRegionProps) {
  const deferred = useDeferredValue(figures, null);
  const another = deferred?.shown.key !== figures?.shown.key || (asked && deferred?.document !== figures?.document);
  const drawn = another ? deferred : figures;
  const [drawing, tell] = useReducer((columns: number, by: 1 | -1) => columns + by, 0);
  const busy = running || coming || drawn !== figures || drawing > 0;
  return (
    <section className="lab-results" aria-label="Results" aria-busy={busy}>
      {children}
      <Drawing value={tell}>{drawn ? <Figures lab={lab} edit={edit} coming={coming} {...drawn} /> : null}</Drawing>
    </section>
  );
}

interface FiguresProps extends Drawn {
  readonly lab: AnyLab;
  readonly edit: ResultsRegionProps["edit"];
  readonly coming: boolean;
}

/** The results as the lab draws them. */
const Figures = memo(function Figures({ lab, shown: { finished, stale }, document, edit, running }: FiguresProps) {
  return (
    <div className="lab-figures" data-stale={stale ? "" : undefined}>
      <ErrorBoundary what="the results" resetKey={finished}>
        <lab.Results document={document} edit={edit} result={finished.result} running={running} stale={stale} />
      </ErrorBoundary>
    </div>
  );
}, isDrawn);

/** Nothing is drawn anew for what results do not show, nor stale for the moment until others are there. */
function isDrawn(before: FiguresProps, { coming, ...now }: FiguresProps): boolean {
  return coming || Object.entries(now).every(([name, value]) => value === before[name as keyof typeof now]);
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
