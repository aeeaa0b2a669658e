import { createStore } from "zustand/vanilla";
import { type LabId, labIds } from "../../experiments/experiment";
import type { Problem } from "../../result";
import { database } from "./database";

/** An experiment that the reader keeps, under a name. */
export interface Saved {
  readonly id: string;
  readonly name: string;
  /** ISO date and time. */
  readonly on: string;
  readonly lab: LabId;
  /** The finding in words, as the lab wrote it when it was saved; empty where nothing had been run. */
  readonly headline: string;
  /** The experiment as an exported file has it, results and all. */
  readonly text: string;
}

export interface SavedState {
  readonly items: readonly Saved[];
  readonly ready: boolean;
  readonly problem: Problem | null;
  /** What was deleted at this visit, one list a deletion, the last one last: each can be had back. */
  readonly removed: readonly (readonly Saved[])[];
}

/** What this browser keeps of the reader's experiments, newest first. */
export const saved = createStore<SavedState>()(() => ({ items: [], ready: false, problem: null, removed: [] }));

/** Reads what is kept. */
async function refreshSaved(): Promise<void> {
  await guarded(async () => {
    const items = (await database().all()).filter(isSaved).toSorted((a, b) => (a.on < b.on ? 1 : -1));
    saved.setState({ items, ready: true });
  });
}

/** Reads again whenever another tab has changed what is kept; gives back how to stop. */
export function followSaved(): () => void {
  void refreshSaved();
  return database().onChangedElsewhere(() => void refreshSaved());
}

export async function keep(items: readonly Saved[]): Promise<boolean> {
  return await guarded(async () => {
    await database().put(items);
    await refreshSaved();
  });
}

export async function remove(items: readonly Saved[]): Promise<void> {
  await guarded(async () => {
    await database().remove(items.map(({ id }) => id));
    saved.setState(({ removed }) => ({ removed: [...removed, items] }));
    await refreshSaved();
  });
}

/** Takes back the last deletion that was not taken back. */
export async function undoRemove(): Promise<void> {
  const last = saved.getState().removed.at(-1);
  if (!last || !(await keep(last))) return;
  saved.setState(({ removed }) => ({ removed: removed.filter((items) => items !== last) }));
}

/** True where it was done; else the reason is in `problem`, and nothing is lost. */
async function guarded(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    saved.setState({ problem: null });
    return true;
  } catch (thrown) {
    const full = thrown instanceof DOMException && thrown.name === "QuotaExceededError";
    saved.setState({ ready: true, problem: full ? storageFull : storageClosed });
    return false;
  }
}

function isSaved(value: unknown): value is Saved {
  if (typeof value !== "object" || value === null) return false;
  const { id, name, on, lab, headline, text } = value as Partial<Saved>;
  return (
    [id, name, on, headline, text].every((field) => typeof field === "string") && labIds.some((known) => known === lab)
  );
}

const storageFull: Problem = {
  code: "storage-full",
  what: "This browser’s storage is full; the experiment was not saved.",
  remedy: "Delete saved experiments or models that are not needed, or download the experiment as a JSON file.",
};

const storageClosed: Problem = {
  code: "storage-full",
  what: "This browser keeps nothing for this page (a private window, or storage that is switched off).",
  remedy: "Download the experiment as a JSON file from Share instead.",
};
