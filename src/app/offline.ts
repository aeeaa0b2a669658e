import { createStore } from "zustand/vanilla";
import { embedded } from "./embed";

/** A newer version that has been fetched and waits; null while there is none. */
export const update = createStore<{ readonly waiting: ServiceWorker | null }>()(() => ({ waiting: null }));

/**
 * Keeps the page for visits without a network. Nothing in an embedded page, while developing, and where the browser has no
 * service workers: the page works without.
 */
export async function startOffline(): Promise<void> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (embedded || !import.meta.env.PROD || !workers) return;
  try {
    const registration = await workers.register(new URL("sw.js", document.baseURI));
    const look = (): void => {
      if (registration.waiting && workers.controller) update.setState({ waiting: registration.waiting });
    };
    look();
    registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
  } catch {
    // Storage or service workers are switched off.
  }
}

/** Goes over to the version that waits, and loads the page again; another tab may have gone over before. */
export function takeUpdate(): void {
  const { waiting } = update.getState();
  if (waiting?.state !== "installed") {
    location.reload();
    return;
  }
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage("take over", { transfer: [] });
}
