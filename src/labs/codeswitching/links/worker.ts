import { proposeAlignment } from "../../../codeswitch/aligner/propose";
import type { AlignRequest } from "./in-worker";

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

scope.addEventListener("message", ({ data: { pair, others } }: MessageEvent<AlignRequest>) =>
  scope.postMessage(proposeAlignment(pair, others), []),
);
