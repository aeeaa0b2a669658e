import { createStore } from "zustand/vanilla";
import { browserStore } from "../checkpoints/store/browser-store";
import { problemOf } from "../result";
import { embedded } from "./embed";
import { shelf } from "./shelf";
import { readStored, store } from "./storage";

/** What this browser keeps of the hub's checkpoints: bytes by `owner/name@commit`, and what it took away by itself. */
export interface Kept {
  readonly repositories: ReadonlyMap<string, number>;
  readonly evicted: readonly string[];
}

export const kept = createStore<Kept>()(() => ({ repositories: new Map(), evicted: [] }));

/** Names of what was kept at the last visit: what is missing now, the browser has removed to make room. */
const memo = "kept";

/** Looks at the disk again, and asks the browser to hold on to what is there. */
export async function refreshKept(): Promise<void> {
  const parts = embedded ? undefined : browserStore();
  if (!parts) return;
  try {
    const repositories = await parts.list();
    const before = (readStored(memo) ?? "").split("\n").filter((name) => name !== "");
    const evicted = before.filter((name) => !repositories.has(name));
    kept.setState(({ evicted: known }) => ({ repositories, evicted: [...new Set([...known, ...evicted])] }));
    remember(repositories);
    if (repositories.size > 0) await navigator.storage?.persist?.();
  } catch {
    // A page whose storage is closed keeps nothing, and runs.
  }
}

/** Deletes what is kept of one repository. */
export async function deleteKept(repository: string): Promise<void> {
  try {
    await browserStore()?.remove(repository);
  } catch (thrown) {
    shelf.setState({ problem: problemOf(thrown) });
  }
  const repositories = new Map([...kept.getState().repositories].filter(([name]) => name !== repository));
  remember(repositories);
  kept.setState({ repositories });
}

export function dismissEvicted(): void {
  kept.setState({ evicted: [] });
}

function remember(repositories: ReadonlyMap<string, number>): void {
  store(memo, repositories.size === 0 ? null : [...repositories.keys()].join("\n"));
}
