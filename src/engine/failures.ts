import { LabError, type Problem, problemOf } from "../result";

const memoryWords = /out of memory|bad_alloc|allocation failed|failed to allocate|\boom\b|cannot enlarge memory/i;
const deviceWords = /device (was |is )?(lost|destroyed)|instance dropped|destroyed device/i;
const fetchWords = /failed to fetch|networkerror|network error|load failed|importing a module script failed/i;

/** The problem in what ONNX Runtime or WebGPU threw while `doing` something with `bytes` of weights. */
export function runtimeProblem(thrown: unknown, doing: string, bytes: number): Problem {
  if (thrown instanceof LabError || (thrown instanceof DOMException && thrown.name === "AbortError")) {
    return problemOf(thrown);
  }
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  if (deviceWords.test(detail)) return deviceLost(detail);
  // A bare number is a C++ exception that the runtime could not put into words: memory, in all cases seen.
  if (thrown instanceof RangeError || typeof thrown === "number" || memoryWords.test(detail)) return outOfMemory(bytes);
  if (fetchWords.test(detail)) return runtimeNotFetched(detail);
  return {
    code: "runtime-failed",
    what: `${doing} failed: ${detail.slice(0, 400)}`,
    remedy: "Run it again; if it fails the same way, choose the other backend or report this message.",
  };
}

/**
 * True where the WebAssembly instance is broken or never came to be: the runtime does not try again, so that only a new
 * worker helps.
 */
export function isFatal(thrown: unknown): boolean {
  if (thrown instanceof WebAssembly.RuntimeError) return true;
  const words = /Aborted\(|memory access out of bounds|unreachable|no available backend|initWasm/;
  return thrown instanceof Error && words.test(thrown.message);
}

export function outOfMemory(bytes: number): Problem {
  return {
    code: "out-of-memory",
    what: `There is not enough memory for this model (${megabytes(bytes)} MB of weights) beside what is loaded.`,
    remedy: "Choose 8 bit or 4 bit weights, unload other models, close other pages, or take a smaller model.",
    facts: { bytes },
  };
}

/** One tensor is larger than any buffer of this adapter. */
export function tensorTooLarge(tensor: string, bytes: number, limit: number): Problem {
  return {
    code: "out-of-memory",
    what: `${tensor} has ${megabytes(bytes)} MB, but this graphics adapter takes at most ${megabytes(limit)} MB at once.`,
    remedy: "Choose 8 bit or 4 bit weights, or WASM.",
    facts: { tensor, bytes, limit },
  };
}

export function runtimeNotFetched(detail: string): Problem {
  return {
    code: "network-dropped",
    what: `The runtime could not be fetched: ${detail.slice(0, 200)}`,
    remedy: "Check the connection and run it again.",
  };
}

export const cancelled: Problem = problemOf(new DOMException("", "AbortError"));

export const adapterAbsent: Problem = {
  code: "adapter-absent",
  what: "This browser offers no WebGPU adapter.",
  remedy: "Choose WASM (or “automatic”): everything works there, only slower.",
};

export function deviceLost(detail: string): Problem {
  return {
    code: "device-lost",
    what: `The graphics device was lost in the middle of the run: ${detail}`,
    remedy: "Run it again, choose WASM, or close other pages that use the graphics card.",
  };
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}
