import { useSyncExternalStore } from "react";
import { isObject } from "../experiments/delta";
import { parseHash, type Route } from "../experiments/link";
import type { Result } from "../result";
import { embedded } from "./embed";

let hash = location.hash;
let route: Result<Route> = parseHash(hash);

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}

/** Where the address leads. */
export function currentRoute(): Result<Route> {
  if (location.hash !== hash) {
    hash = location.hash;
    route = parseHash(hash);
  }
  return route;
}

/** Where the address leads, as it changes. Changes made with `rewriteHash` are not navigation and are not seen here. */
export function useRoute(): Result<Route> {
  return useSyncExternalStore(subscribe, currentRoute);
}

/**
 * Writes the address of what is on the page, without going anywhere; a draft is kept with this place in the tab's history, where
 * a reload and the way back find it. Does nothing in an embedded page.
 */
export function rewriteHash(next: string, draft?: string): void {
  if (embedded) return;
  hash = next;
  history.replaceState(draft === undefined ? null : { draft }, "", next);
}

/** The draft that is kept with the place in the tab's history where the page is now. */
export function keptDraft(): string | null {
  const state: unknown = history.state;
  return isObject(state) && typeof state["draft"] === "string" ? state["draft"] : null;
}
