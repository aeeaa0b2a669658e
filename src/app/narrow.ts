import { useSyncExternalStore } from "react";

/** The width at which the style sheet puts settings, results and method under each other. */
const query = matchMedia("(max-width: 52rem)");

function subscribe(listener: () => void): () => void {
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

/** True where there is no room beside the results; settings are folded there so that the results come first. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}
