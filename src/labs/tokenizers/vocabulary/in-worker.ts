import { LabError, type Problem } from "../../../result";
import type { WorkEvent, WorkRequest } from "./work";
import { turn } from "../../../turns";

export type WorkerReply =
  | { readonly kind: "event"; readonly event: WorkEvent }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly problem: Problem };

/**
 * Does the work in a worker of its own, which a Stop ends at once; where there is no page (tests), in this thread, where a Stop ends
 * it at the next event. Throws what the work threw.
 */
export async function* inWorker(request: WorkRequest, signal: AbortSignal): AsyncGenerator<WorkEvent, void> {
  if (typeof document === "undefined") {
    for await (const event of (await import("./work")).work(request)) {
      await turn();
      signal.throwIfAborted();
      yield event;
    }
    return;
  }
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "vocabulary" });
  const replies: WorkerReply[] = [];
  let wake = () => {};
  const receive = (reply: WorkerReply) => {
    replies.push(reply);
    wake();
  };
  worker.addEventListener("message", ({ data }: MessageEvent<WorkerReply>) => receive(data));
  worker.addEventListener("error", ({ message }) => receive({ kind: "failed", problem: workerBroke(message) }));
  const stop = () => wake();
  signal.addEventListener("abort", stop);
  try {
    worker.postMessage(request, []);
    for (;;) {
      signal.throwIfAborted();
      const reply = replies.shift();
      if (reply?.kind === "event") yield reply.event;
      else if (reply?.kind === "failed") throw new LabError(reply.problem);
      else if (reply) return;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    signal.removeEventListener("abort", stop);
    worker.terminate();
  }
}

function workerBroke(detail: string): Problem {
  return {
    code: "runtime-failed",
    what: `The worker that makes vocabularies failed: ${detail || "its script could not be loaded"}.`,
    remedy: "Run it again; if it fails the same way, reload the page.",
  };
}
