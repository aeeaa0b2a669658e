import { LabError, type Problem, problemOf } from "../result";
import { deviceLost } from "./device";

const memoryWords = /out of memory|bad_alloc|allocation failed|failed to allocate|oom|cannot enlarge memory/i;
const deviceWords = /device (was |is )?(lost|destroyed)|instance dropped|destroyed device/i;

/** The problem in what ONNX Runtime or WebGPU threw while `doing` something with `bytes` of weights. */
export function runtimeProblem(thrown: unknown, doing: string, bytes: number): Problem {
  if (thrown instanceof LabError || (thrown instanceof DOMException && thrown.name === "AbortError")) {
    return problemOf(thrown);
  }
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  if (deviceWords.test(detail)) return deviceLost(detail);
  if (thrown instanceof RangeError || typeof thrown === "number" || memoryWords.test(detail)) return outOfMemory(bytes);
  return {
    code: "runtime-failed",
    what: `${doing} failed: ${detail.slice(0, 400)}`,
    remedy: "Run it again; if it fails the same way, choose the other backend or report this message.",
  };
}

export function outOfMemory(bytes: number): Problem {
  return {
    code: "out-of-memory",
    what: `There is not enough memory for this model (${Math.round(bytes / 2 ** 20)} MB of weights) beside what is loaded.`,
    remedy: "Choose 8 bit or 4 bit weights, unload other models, close other pages, or take a smaller model.",
    facts: { bytes },
  };
}

/** True where the WebAssembly instance itself is broken, so that only a new worker helps. */
export function isFatal(thrown: unknown): boolean {
  if (thrown instanceof WebAssembly.RuntimeError) return true;
  return thrown instanceof Error && /Aborted\(|memory access out of bounds|unreachable/.test(thrown.message);
}
