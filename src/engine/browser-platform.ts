import { browserStore } from "../checkpoints/store/browser-store";
import { hasJspi, onceEach, type Build, type Platform, type Runtime } from "./runtime";

/** Threads need shared memory, which only a cross-origin isolated page has. */
const threads = globalThis.crossOriginIsolated ? Math.min(4, Math.ceil(navigator.hardwareConcurrency / 2)) : 1;

/** The platform of the engine's worker: ONNX Runtime's builds lie beside the script, whatever path the lab is served from. */
export function browserPlatform(): Platform {
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.addEventListener("message", () => waiting.shift()?.());
  channel.port1.start();
  return {
    runtime: onceEach(loadBuild),
    gpu: navigator.gpu,
    threads,
    store: browserStore(),
    memory: "deviceMemory" in navigator ? Number(navigator.deviceMemory) * 2 ** 30 : undefined,
    pause: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        channel.port2.postMessage(null);
      }),
  };
}

async function loadBuild(build: Build): Promise<Runtime> {
  const [runtime, { default: wasm }] = await fetchBuild(build);
  runtime.env.wasm.wasmPaths = { wasm };
  runtime.env.wasm.numThreads = threads;
  runtime.env.logLevel = "error";
  return runtime;
}

function fetchBuild(build: Build): Promise<[Runtime, { readonly default: string }]> {
  if (build === "wasm") {
    return Promise.all([import("onnxruntime-web/wasm"), import("onnxruntime-web/ort-wasm-simd-threaded.wasm?url")]);
  }
  if (hasJspi()) {
    return Promise.all([
      import("onnxruntime-web/jspi"),
      import("onnxruntime-web/ort-wasm-simd-threaded.jspi.wasm?url"),
    ]);
  }
  return Promise.all([
    import("onnxruntime-web/webgpu"),
    import("onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url"),
  ]);
}
