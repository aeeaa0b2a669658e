import type { Alive, HostConnection, Reply } from "./protocol";
// oxlint-disable-next-line import/default -- the build gives the address of the bundled worker
import script from "./worker.ts?worker&url";

/** Starts the engine's worker. Its end is noticed by the lock that it holds while it lives, as a worker that is killed says nothing. */
export function openWorker(): HostConnection {
  const start = startingScript();
  const name = `engine-${crypto.getRandomValues(new Uint32Array(2)).join("-")}`;
  const worker = new Worker(start, { type: "module", name });
  return {
    send: (request) => worker.postMessage(request, []),
    listen({ onReply, onCrash }) {
      worker.addEventListener("message", ({ data }: MessageEvent<Reply | Alive>) => {
        if (data.kind !== "alive") onReply(data);
        else
          void navigator.locks.request(name, () => onCrash("it was killed, as a browser does that is short of memory"));
      });
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
