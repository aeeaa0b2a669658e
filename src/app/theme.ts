import { useSyncExternalStore } from "react";
import { createStore } from "zustand/vanilla";
import { readStored, store } from "./storage";

export type Theme = "light" | "dark";

const system = matchMedia("(prefers-color-scheme: dark)");

function wanted(): Theme {
  const stored = readStored("theme");
  if (stored === "light" || stored === "dark") return stored;
  return system.matches ? "dark" : "light";
}

const theme = createStore<{ readonly theme: Theme }>()(() => ({ theme: wanted() }));

function apply(): void {
  document.documentElement.dataset["theme"] = theme.getState().theme;
}

/** Draws the page in the stored theme, or the system's, and follows the system while nothing is stored. */
export function startTheme(): void {
  apply();
  theme.subscribe(apply);
  system.addEventListener("change", () => theme.setState({ theme: wanted() }));
}

/** Chooses the other theme, and keeps the choice. */
export function toggleTheme(): void {
  const next = theme.getState().theme === "dark" ? "light" : "dark";
  store("theme", next);
  theme.setState({ theme: next });
}

export function useTheme(): Theme {
  return useSyncExternalStore(theme.subscribe, () => theme.getState().theme);
}
