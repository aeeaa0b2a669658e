import { embedded } from "./embed";

const prefix = "babelscope-";

/** A stored string of this page; null where there is none, where storage is closed, and in an embedded page. */
export function readStored(key: string): string | null {
  if (embedded) return null;
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

/** Stores a string, or forgets it; does nothing in an embedded page or where storage is closed. */
export function store(key: string, value: string | null): void {
  if (embedded) return;
  try {
    if (value === null) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, value);
  } catch {
    // Storage is full or closed: the page works without it.
  }
}

/** Calls when another tab has stored or forgotten this key. */
export function onStoredElsewhere(key: string, listener: () => void): void {
  if (embedded) return;
  window.addEventListener("storage", (event) => {
    if (event.key === prefix + key) listener();
  });
}
