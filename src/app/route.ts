import { useSyncExternalStore } from "react";
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

/** Writes the address of what is on the page, without going anywhere. Does nothing in an embedded page. */
export function rewriteHash(next: string): void {
  if (embedded || next === location.hash) return;
  hash = next;
  history.replaceState(null, "", next);
}
