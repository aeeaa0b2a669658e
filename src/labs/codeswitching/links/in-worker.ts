import type { Alignment } from "../../../codeswitch/alignment";
import type { WordPair } from "../../../codeswitch/aligner/ibm1";
import { LabError } from "../../../result";

export interface AlignRequest {
  readonly pair: WordPair;
  readonly others: readonly WordPair[];
}

/** Trains IBM Model 1 and aligns in a worker of its own; where there is no page (tests), in this thread. */
export async function alignInWorker(request: AlignRequest): Promise<Alignment> {
  if (typeof document === "undefined") {
    const { proposeAlignment } = await import("../../../codeswitch/aligner/propose");
    return proposeAlignment(request.pair, request.others);
  }
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "aligner" });
  try {
    return await new Promise<Alignment>((resolve, reject) => {
      worker.addEventListener("message", ({ data }: MessageEvent<Alignment>) => resolve(data));
      worker.addEventListener("error", ({ message }) => reject(new LabError(workerBroke(message))));
      worker.postMessage(request, []);
    });
  } finally {
    worker.terminate();
  }
}

function workerBroke(detail: string) {
  return {
    code: "runtime-failed",
    what: `The worker that learns links failed: ${detail || "its script could not be loaded"}.`,
    remedy: "Try again; if it fails the same way, reload the page.",
  } as const;
}
