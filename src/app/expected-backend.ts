import { useStore } from "zustand";
import type { Backend } from "../engine/engine";
import { webgpu } from "./capabilities";
import { loadSettings } from "./engine";
import { shelf } from "./shelf";

/** What models would be run on now, as far as the page can tell before the engine does. */
export function expectedBackend(): Backend {
  const { backend = "auto" } = loadSettings();
  if (backend !== "auto") return backend;
  const { offered, software } = webgpu.getState();
  return offered && !software ? "webgpu" : "wasm";
}

/** The same in a component, which is drawn anew only where it changes. */
export function useExpectedBackend(): Backend {
  useStore(shelf, expectedBackend);
  return useStore(webgpu, expectedBackend);
}
