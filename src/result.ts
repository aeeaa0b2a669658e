/**
 * What can go wrong, as a value: a stable code, what happened in one sentence, and what to do about it. `facts` holds
 * the numbers and names behind the sentence (a tensor's name, an expected length), for tests and for bug reports.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly what: string;
  readonly remedy: string;
  readonly facts?: Readonly<Record<string, string | number | boolean | readonly number[]>>;
}

/** Every named error of the lab. A code never changes its meaning: links, tests and documentation refer to it. */
export type ProblemCode =
  // checkpoints
  | "safetensors-truncated"
  | "safetensors-header"
  | "tensor-missing"
  | "tensor-shape"
  | "tensor-dtype"
  | "tensor-nan"
  | "config-invalid"
  | "architecture-unsupported"
  | "tokenizer-invalid"
  | "tokenizer-mismatch"
  | "source-invalid"
  | "not-found"
  | "not-authorised"
  | "network-dropped"
  | "rate-limited"
  | "checksum-mismatch"
  | "storage-full"
  | "weights-pickled"
  | "gguf-header"
  | "onnx-header"
  | "checkpoints-incompatible"
  // engine
  | "adapter-absent"
  | "device-lost"
  | "out-of-memory"
  | "runtime-failed"
  | "model-not-loaded"
  | "logits-nan"
  | "cancelled"
  // what the user gave
  | "prompt-empty"
  | "prompt-too-long"
  | "text-unpaired-surrogate"
  | "input-invalid"
  | "intervention-invalid"
  | "recipe-invalid"
  | "alignment-invalid"
  // links and files
  | "link-cut"
  | "link-altered"
  | "link-too-large"
  | "link-from-the-future"
  | "link-invalid";

/** A failure that is expected is returned; an exception means a bug or crosses an asynchronous boundary as LabError. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(problem: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem };
}

/** A Problem that is thrown where a promise is the interface. Its message is readable as it stands. */
export class LabError extends Error {
  override readonly name = "LabError";
  constructor(readonly problem: Problem) {
    super(`${problem.what} ${problem.remedy}`);
  }
}

/** The value, or the problem thrown as a LabError. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new LabError(result.problem);
}

/** The problem in anything that was thrown: a LabError's own, `cancelled` for an abort, else `runtime-failed`. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof LabError) return thrown.problem;
  if (thrown instanceof DOMException && thrown.name === "AbortError") {
    return { code: "cancelled", what: "The run was stopped.", remedy: "Press Run to start it again." };
  }
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return {
    code: "runtime-failed",
    what: `The run failed: ${detail}`,
    remedy: "Run it again; if it fails the same way, choose the other backend or report this message.",
  };
}
