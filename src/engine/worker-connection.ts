import type { HostConnection, Reply } from "./protocol";
// oxlint-disable-next-line import/default -- the build gives the address of the bundled worker
import script from "./worker.ts?worker&url";

/** Starts the engine's worker. */
export function openWorker(): HostConnection {
  const start = startingScript();
  const worker = new Worker(start, { type: "module", name: "engine" });
  return {
    send: (request) => worker.postMessage(request, []),
    listen({ onReply, onCrash }) {
      worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => onReply(data));
      worker.addEventListener("error", (event) => onCrash(event.message || "its script could not be loaded"));
      worker.addEventListener("messageerror", () => onCrash("a message could not be read"));
    },
    terminate() {
      worker.terminate();
      URL.revokeObjectURL(start);
    },
  };
}

/** A worker that begins in a blob is under the page's security policy; one begun by address is under that of its response, which has none. */
function startingScript(): string {
  const address = new URL(script, document.baseURI).href;
  return URL.createObjectURL(new Blob([`import ${JSON.stringify(address)};`], { type: "text/javascript" }));
}
