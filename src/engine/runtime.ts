import type * as Ort from "onnxruntime-web";
import type { PartStore } from "../checkpoints/store/part-store";

export type Runtime = Pick<typeof Ort, "InferenceSession" | "Tensor" | "env">;

/** A build of ONNX Runtime: with WebGPU kernels (they run CPU graphs too), or the smaller one without. */
export type Build = "webgpu" | "wasm";

/** What the engine asks of the place it runs in: a browser's worker, or Node. */
export interface Platform {
  /** Fetched when it is first asked for. */
  runtime(build: Build): Promise<Runtime>;
  readonly gpu: GPU | undefined;
  readonly threads: number;
  /** Where what comes from the hub is kept between visits. */
  readonly store?: PartStore | undefined;
  /** Bytes of memory of the machine, where it is known. */
  readonly memory?: number | undefined;
  /** Lets waiting messages in, such as a cancellation. */
  pause(): Promise<void>;
}

export function hasJspi(): boolean {
  return "Suspending" in WebAssembly;
}

/** Builds that are loaded once and kept; a fetch that failed is tried again at the next request. */
export function onceEach(load: (build: Build) => Promise<Runtime>): (build: Build) => Promise<Runtime> {
  const loaded = new Map<Build, Promise<Runtime>>();
  return (build) => {
    const known = loaded.get(build);
    if (known) return known;
    const runtime = load(build);
    loaded.set(build, runtime);
    runtime.catch(() => loaded.delete(build));
    return runtime;
  };
}
