import { problemOf } from "../../../result";
import type { WorkerReply } from "./in-worker";
import { work, type WorkRequest } from "./work";

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const reply = (message: WorkerReply) => scope.postMessage(message, []);

async function answer(request: WorkRequest): Promise<void> {
  try {
    for await (const event of work(request)) reply({ kind: "event", event });
    reply({ kind: "done" });
  } catch (thrown) {
    reply({ kind: "failed", problem: problemOf(thrown) });
  }
}

scope.addEventListener("message", ({ data }: MessageEvent<WorkRequest>) => void answer(data));
