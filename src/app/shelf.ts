import { createStore } from "zustand/vanilla";
import { embeddedCheckpoints } from "../checkpoints/embedded";
import type { WeightFormat } from "../compiler/program";
import type { Backend, Inspection, Model } from "../engine/engine";
import type { ModelChoice } from "../labs/ModelSelect";
import type { Problem } from "../result";
import { onStoredElsewhere, readStored, store } from "./storage";

/** A checkpoint on the shelf, whether loaded or not. */
export interface ShelfItem extends ModelChoice {
  readonly source: "embedded" | "hub" | "local" | "made";
  /** ISO 639-1; empty where it is not known. */
  readonly languages: readonly string[];
  readonly weightBytes: number;
  readonly licence: string;
  /** Other weight files of the same repository, as ids of items. */
  readonly variants?: readonly Variant[];
  /** Of dropped files. */
  readonly files?: readonly File[];
}

/** A weight file of a repository that has several. */
export interface Variant {
  readonly id: string;
  readonly label: string;
  readonly weightBytes: number;
}

/** A load that is under way. */
export interface Loading {
  readonly id: string;
  readonly phase: string;
  readonly done: number;
  readonly total: number;
  /** When the phase began, in milliseconds of the page's clock. */
  readonly since: number;
  /** Bytes a second of a download; 0 while it is not known. */
  readonly rate: number;
}

export interface ShelfState {
  readonly items: readonly ShelfItem[];
  /** Models that the engine holds, by checkpoint reference. */
  readonly loaded: ReadonlyMap<string, Model>;
  readonly loading: Loading | null;
  readonly problem: Problem | null;
  readonly backend: Backend | "auto";
  readonly weights: WeightFormat | "auto";
  /** An access token of the hub; in memory only, "" for none. */
  readonly token: string;
  /** What checkpoints take, of those that were asked about. */
  readonly inspected: ReadonlyMap<string, Inspection>;
  readonly open: boolean;
}

export const shelf = createStore<ShelfState>()(() => ({
  items: [...embeddedItems(), ...storedItems()],
  loaded: new Map(),
  loading: null,
  problem: null,
  backend: "auto",
  weights: "auto",
  token: "",
  inspected: new Map(),
  open: false,
}));

// What another tab adds or takes away is so here too, else the next change in either would undo the other's.
onStoredElsewhere("shelf", () =>
  shelf.setState(({ items }) => ({ items: [...items.filter(({ source }) => source !== "hub"), ...storedItems()] })),
);

export function openShelf(): void {
  shelf.setState({ open: true });
}

export function closeShelf(): void {
  shelf.setState({ open: false });
}

/** Puts a checkpoint on the shelf; hub repositories are remembered for the next visit, files are not. */
export function addItem(item: ShelfItem): void {
  shelf.setState(({ items }) => ({ items: [...items.filter(({ id }) => id !== item.id), item] }));
  remember();
}

export function removeItem(id: string): void {
  shelf.setState(({ items, loaded }) => ({
    items: items.filter((item) => item.id !== id),
    loaded: new Map([...loaded].filter(([key]) => key !== id)),
  }));
  remember();
}

/** Ids of checkpoints of dropped files; they mean something only where the files are. */
export function isLocal(id: string): boolean {
  return id.startsWith("local-");
}

/** Ids of checkpoints that were made in this page; they mean something only while it is open. */
export function isMade(id: string): boolean {
  return id.startsWith("vocabulary-");
}

function embeddedItems(): readonly ShelfItem[] {
  return embeddedCheckpoints.map(({ id, title, languages, weightBytes, licence }) => ({
    id,
    title: `${id}: ${title}`,
    languages,
    weightBytes,
    licence,
    source: "embedded",
  }));
}

function remember(): void {
  const hub = shelf.getState().items.filter(({ source }) => source === "hub");
  store("shelf", hub.length === 0 ? null : JSON.stringify(hub));
}

function storedItems(): readonly ShelfItem[] {
  try {
    const stored: unknown = JSON.parse(readStored("shelf") ?? "[]");
    return Array.isArray(stored) ? stored.filter(isHubItem) : [];
  } catch {
    return [];
  }
}

function isHubItem(value: unknown): value is ShelfItem {
  if (typeof value !== "object" || value === null) return false;
  const item = value as Partial<ShelfItem>;
  return (
    item.source === "hub" &&
    typeof item.id === "string" &&
    typeof item.title === "string" &&
    typeof item.weightBytes === "number" &&
    typeof item.licence === "string" &&
    Array.isArray(item.languages)
  );
}
