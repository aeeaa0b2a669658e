import { createStore, type StoreApi } from "zustand/vanilla";
import type { Recording } from "../experiments/experiment";
import type { Problem } from "../result";

export interface RunProgress {
  readonly done: number;
  readonly total: number;
  readonly note: string;
}

/** Where a result comes from, as is said above it. */
export interface Provenance {
  readonly kind: "recorded" | "live";
  readonly recorded: Recording["recorded"];
}

export interface Finished {
  readonly result: unknown;
  readonly provenance: Provenance;
}

export type RunStatus =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly key: string; readonly progress: RunProgress | null }
  | { readonly kind: "failed"; readonly key: string; readonly problem: Problem };

/** What has been computed, by the key of the document that it was computed from. Never in a link. */
export interface RunState {
  readonly status: RunStatus;
  readonly results: ReadonlyMap<string, Finished>;
  /** The key whose result was shown last; it stays in view, marked stale, when the document changes. */
  readonly latest: string | null;
  /** The key whose recording is being fetched; what is in view stays as it is until then. */
  readonly coming: string | null;
  /** What came with the presets that were opened, by the key of their documents; a run does not replace it. */
  readonly recordings: ReadonlyMap<string, Recording>;
}

export type RunStore = StoreApi<RunState>;

/** Results of this many documents are kept; the oldest go first. */
const keptResults = 30;

export function createRunStore(): RunStore {
  return createStore<RunState>()(() => ({
    status: { kind: "idle" },
    results: new Map(),
    latest: null,
    coming: null,
    recordings: new Map(),
  }));
}

export function keepResult(store: RunStore, key: string, finished: Finished, latest: string | null = key): void {
  store.setState((state) => {
    const others = [...state.results].filter(([other]) => other !== key).slice(1 - keptResults);
    return { results: new Map([...others, [key, finished]]), latest };
  });
}

/** Keeps what was fetched where nothing has been computed in the meantime; what is not `inView` was not shown last. */
export function keepFetched(store: RunStore, key: string, finished: Finished, inView: string): void {
  const { results, latest } = store.getState();
  if (!results.has(key)) keepResult(store, key, finished, key === inView ? key : latest);
}

/** The recordings that are here, but for that of a document's own settings. */
export function otherRecordings({ recordings }: Pick<RunState, "recordings">, key: string): readonly Recording[] {
  return [...recordings].flatMap(([other, recording]) => (other === key ? [] : [recording]));
}

export interface Shown {
  /** Of the document that it was computed from. */
  readonly key: string;
  readonly finished: Finished;
  readonly stale: boolean;
}

/** The result to be shown for a document: its own, or the latest one marked stale. */
export function shownResult({ results, latest }: Pick<RunState, "results" | "latest">, key: string): Shown | null {
  const own = results.get(key);
  if (own) return { key, finished: own, stale: false };
  const before = latest === null ? undefined : results.get(latest);
  return latest !== null && before ? { key: latest, finished: before, stale: true } : null;
}
