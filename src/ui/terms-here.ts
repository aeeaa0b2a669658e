import { useSyncExternalStore } from "react";
import type { FoundWord } from "../data/find-words";

type FindWords = (text: string) => readonly FoundWord[];

const none: FindWords = () => [];
let find = none;
let asked = false;
const listeners = new Set<() => void>();

/** The glossary is fetched when a text is there to be read. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!asked) {
    asked = true;
    fetchWords().catch(() => (asked = false));
  }
  return () => listeners.delete(listener);
}

async function fetchWords(): Promise<void> {
  find = (await import("../data/find-words")).findWords;
  for (const tell of listeners) tell();
}

/** Finds the glossary's words in a text; none before they are here. */
export function useFindWords(): FindWords {
  return useSyncExternalStore(
    subscribe,
    () => find,
    () => none,
  );
}
