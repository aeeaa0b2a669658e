import * as runtime from "onnxruntime-web";
import { onceEach, type Platform } from "./runtime";

/** Node has no WebGPU: the same engine on the CPU, for tests and scripts. */
export function nodePlatform(): Platform {
  return {
    runtime: onceEach(() => {
      runtime.env.wasm.numThreads = 1;
      runtime.env.logLevel = "error";
      return Promise.resolve(runtime);
    }),
    gpu: undefined,
    threads: 1,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  };
}
