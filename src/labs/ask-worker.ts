import { LabError } from "../result";

/** Puts one question to a worker, which ends with its answer or at a stop. `does` says what it does, where it fails: `runtime-failed`. */
export async function askWorker<Answer>(
  worker: Worker,
  question: unknown,
  does: string,
  signal?: AbortSignal,
): Promise<Answer> {
  let stop = () => {};
  try {
    return await new Promise<Answer>((resolve, reject) => {
      stop = () => reject(signal!.reason as Error);
      signal?.addEventListener("abort", stop);
      worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => resolve(data));
      worker.addEventListener("error", ({ message }) => reject(new LabError(workerBroke(does, message))));
      worker.postMessage(question, []);
    });
  } finally {
    signal?.removeEventListener("abort", stop);
    worker.terminate();
  }
}

function workerBroke(does: string, detail: string) {
  return {
    code: "runtime-failed",
    what: `The worker that ${does} failed: ${detail || "its script could not be loaded"}.`,
    remedy: "Try again; if it fails the same way, reload the page.",
  } as const;
}
