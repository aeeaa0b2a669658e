import type { HostConnection, Reply } from "./protocol";

/** Starts the engine's worker. */
export function openWorker(): HostConnection {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "engine" });
  return {
    send: (request) => worker.postMessage(request, []),
    listen({ onReply, onCrash }) {
      worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => onReply(data));
      worker.addEventListener("error", (event) => onCrash(event.message || "its script could not be loaded"));
      worker.addEventListener("messageerror", () => onCrash("a message could not be read"));
    },
    terminate: () => worker.terminate(),
  };
}
