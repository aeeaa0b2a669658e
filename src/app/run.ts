import { createStore } from "zustand/vanilla";
import type { Model } from "../engine/engine";
import { LabError, problemOf } from "../result";
import { guardedEngine, pageEngine } from "./engine";
import { expectedBackend } from "./expected-backend";
import { loadNote } from "./format";
import { keepResult, otherRecordings, type RunProgress } from "./runs";
import { type LabSession, resultKey } from "./session";

/** Growing results are drawn at most this often, in milliseconds. */
const drawEvery = 50;

/** How many labs are running something. */
export const running = createStore<{ readonly count: number }>()(() => ({ count: 0 }));

const controllers = new WeakMap<LabSession, AbortController>();

/** Computes the document that is in view. Results grow on the page; what is done stays when it is stopped or fails. */
export async function startRun(session: LabSession): Promise<void> {
  if (session.runs.getState().status.kind === "running") return;
  const { document } = session.documents.getState();
  const key = resultKey(session.lab, document);
  const controller = new AbortController();
  controllers.set(session, controller);
  running.setState(({ count }) => ({ count: count + 1 }));
  session.notice.setState({ problem: null });
  session.runs.setState({ status: { kind: "running", key, progress: null } });

  const begun = performance.now();
  const models: Model[] = [];
  let latest: unknown;
  let dirty = false;

  function report(progress: RunProgress): void {
    session.runs.setState(({ status }) =>
      status.kind === "running" && status.key === key ? { status: { ...status, progress } } : {},
    );
  }

  function keep(whole: boolean): void {
    dirty = false;
    const recorded = {
      on: new Date().toISOString().slice(0, 10),
      backend: [...new Set(models.map(({ backend }) => backend))].join(", ") || "none",
      seconds: (performance.now() - begun) / 1000,
      checkpoints: Object.fromEntries(models.map(({ checkpoint, weights }) => [checkpoint, weights])),
      whole,
    };
    keepResult(session.runs, key, { result: latest, provenance: { kind: "live", recorded } });
  }

  const drawing = setInterval(() => {
    if (dirty) keep(false);
  }, drawEvery);
  try {
    const engine = guardedEngine(await untilAborted(pageEngine(), controller.signal), {
      onModel: (model) => models.push(model),
      onProgress: (checkpoint, progress) =>
        report({ done: progress.done, total: progress.total, note: `${checkpoint}: ${loadNote(progress)}` }),
    });
    const recorded = { recordings: otherRecordings(session.runs.getState(), key), backend: expectedBackend() };
    const results = session.lab.run(document, { engine, signal: controller.signal, onProgress: report, recorded });
    for (;;) {
      const next = await untilAborted(results.next(), controller.signal);
      if (next.done) break;
      latest = next.value;
      dirty = true;
    }
    if (latest !== undefined) keep(true);
    session.runs.setState({ status: { kind: "idle" } });
  } catch (thrown) {
    if (dirty) keep(false);
    const problem = problemOf(thrown);
    const stopped = controller.signal.aborted && problem.code === "cancelled";
    session.runs.setState({ status: stopped ? { kind: "idle" } : { kind: "failed", key, problem } });
  } finally {
    clearInterval(drawing);
    controllers.delete(session);
    running.setState(({ count }) => ({ count: count - 1 }));
  }
}

/** Stops the run of a lab at once. */
export function stopRun(session: LabSession): void {
  controllers.get(session)?.abort();
}

/** The promise's value, or `cancelled` as soon as the signal aborts. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(new LabError(problemOf(new DOMException("", "AbortError"))));
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
