import type { Alignment } from "../../../codeswitch/alignment";
import type { WordPair } from "../../../codeswitch/aligner/ibm1";
import { askWorker } from "../../ask-worker";

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
  return await askWorker(worker, request, "learns links");
}
