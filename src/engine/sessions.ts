import type { InferenceSession, Tensor } from "onnxruntime-web";
import type { Program } from "../compiler/program";
import { LabError, problemOf } from "../result";
import { type Device, requestDevice } from "./device";
import type { Backend } from "./engine";
import { isFatal, outOfMemory, runtimeNotFetched, runtimeProblem, tensorTooLarge } from "./failures";
import { gpuCache, type KvCache, plainCache, type Tensors } from "./kv-cache";
import { Queue } from "./queue";
import type { Platform, Runtime } from "./runtime";
import type { OnBlob, WeightStore } from "./weights";

/** A program that is ready to run, with a GPU device of its own where it runs on WebGPU. */
export interface ProgramSession {
  readonly program: Program;
  readonly backend: Backend;
  readonly weightBytes: number;
  /** One run; waits for its turn. Throws `device-lost`, `out-of-memory`, `runtime-failed`, `cancelled`. */
  run(feeds: Tensors, fetches: Record<string, Tensor | null>, signal?: AbortSignal): Promise<Tensors>;
  /** An empty cache of B rows; `kept` is false where only one run is made and its keys and values are dropped. */
  cache(rows: number, kept?: boolean): KvCache;
  /** A float32 input that stays where the program runs, until it is disposed of. */
  resident(values: Float32Array<ArrayBuffer>, dims: readonly number[]): { readonly tensor: Tensor; dispose(): void };
  readonly runtime: Runtime;
}

/** A session that is in use: it is not evicted before it is released. */
export interface Lease {
  readonly session: ProgramSession;
  readonly release: () => void;
}

interface Entry {
  readonly opening: Promise<OpenSession>;
  readonly bytes: number;
  users: number;
  /** No model wants it any more: it is closed at its last release. */
  discarded: boolean;
}

interface OpenSession extends ProgramSession {
  close(): Promise<void>;
}

export interface AcquireOptions {
  readonly signal?: AbortSignal;
  readonly onBlob?: OnBlob;
  /** Called when weights are there and the runtime begins. */
  readonly onCompile?: () => void;
}

/** What sessions may take together. */
export interface SessionLimits {
  /** Bytes of weights. */
  readonly bytes: number;
  /** Sessions: beside weights each holds buffers of its own, which only its release gives back. */
  readonly sessions: number;
}

/** Sessions by program and backend. The least recently used idle ones go where there are more than the limits allow. */
export class SessionCache {
  readonly #entries = new Map<string, Entry>();
  readonly #queue = new Queue();

  constructor(
    private readonly platform: Platform,
    private readonly weights: WeightStore,
    private readonly limits: SessionLimits,
    private readonly onFatal: () => void,
  ) {}

  async acquire(program: Program, backend: Backend, options: AcquireOptions = {}): Promise<Lease> {
    const key = `${backend}:${program.key}`;
    const entry = this.#entries.get(key) ?? this.#enter(key, program, backend, options);
    entry.users++;
    entry.discarded = false;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    try {
      const session = await entry.opening;
      return { session, release: () => void this.#release(key, entry) };
    } catch (thrown) {
      entry.users--;
      // Another call began this session and was stopped: this one stands on its own.
      const stopped = problemOf(thrown).code === "cancelled";
      if (stopped && !options.signal?.aborted) return await this.acquire(program, backend, options);
      throw thrown;
    }
  }

  /** Closes a session that no model wants any more; one in use at its last release, unless it is asked for again before. */
  async discard(program: Program, backend: Backend): Promise<void> {
    const key = `${backend}:${program.key}`;
    const entry = this.#entries.get(key);
    if (!entry) return;
    entry.discarded = true;
    if (entry.users === 0) await this.#close(key, entry);
  }

  /** Closes every idle session, or the oldest until one more of `needed` bytes is within the limits. */
  async evict(needed = Number.POSITIVE_INFINITY): Promise<void> {
    let bytes = [...this.#entries.values()].reduce((sum, entry) => sum + entry.bytes, 0);
    for (const [key, entry] of Array.from(this.#entries)) {
      if (bytes + needed <= this.limits.bytes && this.#entries.size < this.limits.sessions) return;
      if (entry.users > 0) continue;
      bytes -= entry.bytes;
      await this.#close(key, entry);
    }
  }

  async #release(key: string, entry: Entry): Promise<void> {
    entry.users--;
    // What a failure means for the engine is told to its owner; the call that had the session is done.
    if (entry.discarded && entry.users === 0) await this.#close(key, entry).catch(() => undefined);
  }

  async #close(key: string, entry: Entry): Promise<void> {
    if (this.#entries.get(key) !== entry) return;
    this.#entries.delete(key);
    await entry.opening.then(
      (session) => session.close(),
      () => undefined,
    );
  }

  #enter(key: string, program: Program, backend: Backend, options: AcquireOptions): Entry {
    const bytes = program.weights.reduce((sum, blob) => sum + blob.byteLength, 0);
    const opening = this.#open(program, backend, bytes, options);
    const entry = { opening, bytes, users: 0, discarded: false };
    opening.catch(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
    });
    return entry;
  }

  async #open(
    program: Program,
    backend: Backend,
    bytes: number,
    { signal, onBlob, onCompile }: AcquireOptions,
  ): Promise<OpenSession> {
    if (backend === "wasm" && bytes > wasmLimit) throw new LabError(outOfMemory(bytes));
    await this.evict(bytes);
    const runtime = await this.#runtime(backend);
    const parts = await this.weights.collect(program.weights, signal, onBlob);
    const externalData = program.weights.map(({ path }, i) => ({ path, data: parts[i]! }));
    onCompile?.();
    const create = () => this.#create(runtime, program, backend, bytes, externalData, signal);
    try {
      return await create();
    } catch (thrown) {
      if (!(thrown instanceof LabError && thrown.problem.code === "out-of-memory")) throw thrown;
      await this.evict();
      return await create();
    }
  }

  async #runtime(backend: Backend): Promise<Runtime> {
    try {
      return await this.platform.runtime(backend);
    } catch (thrown) {
      throw new LabError(runtimeNotFetched(thrown instanceof Error ? thrown.message : String(thrown)));
    }
  }

  async #create(
    runtime: Runtime,
    program: Program,
    backend: Backend,
    weightBytes: number,
    externalData: { path: string; data: Uint8Array }[],
    signal?: AbortSignal,
  ): Promise<OpenSession> {
    return await this.#guarded("Making the session", weightBytes, signal, async () => {
      const device = backend === "webgpu" ? await requestDevice(this.platform) : undefined;
      try {
        if (device) checkSizes(program, device.gpu);
        const session = await raceLoss(
          () => runtime.InferenceSession.create(program.model, sessionOptions(program, device, externalData)),
          device,
        );
        device?.checkMemory(weightBytes);
        return this.#wrap({ runtime, program, backend, weightBytes, session, device });
      } catch (thrown) {
        device?.destroy();
        throw thrown;
      }
    });
  }

  #wrap(made: {
    readonly runtime: Runtime;
    readonly program: Program;
    readonly backend: Backend;
    readonly weightBytes: number;
    readonly session: InferenceSession;
    readonly device: Device | undefined;
  }): OpenSession {
    const { runtime, program, backend, weightBytes, session, device } = made;
    return {
      runtime,
      program,
      backend,
      weightBytes,
      run: (feeds, fetches, signal) =>
        this.#guarded("A run of the model", weightBytes, signal, async () => {
          const outputs = await raceLoss(() => session.run(feeds, fetches), device);
          device?.checkMemory(weightBytes);
          return outputs;
        }),
      cache: (rows, kept = true) =>
        device && kept ? gpuCache(runtime, program, device.gpu, rows) : plainCache(runtime, program, rows),
      resident: (values, dims) => resident(runtime, device, values, dims),
      close: () =>
        this.#guarded("Closing the session", weightBytes, undefined, async () => {
          // The release of a session whose device is lost would break the runtime.
          await raceLoss(() => session.release(), device);
          device?.destroy();
        }),
    };
  }

  /** In its turn, with failures named; one that broke the runtime is told to the owner. */
  #guarded<T>(doing: string, bytes: number, signal: AbortSignal | undefined, task: () => Promise<T>): Promise<T> {
    return this.#queue.run(task, signal).catch((thrown: unknown) => {
      const problem = runtimeProblem(thrown, doing, bytes);
      // What a lost device leaves behind breaks the runtime, even the release of its sessions.
      if (isFatal(thrown) || problem.code === "device-lost") this.onFatal();
      throw new LabError(problem);
    });
  }
}

/** Throws `out-of-memory` for a tensor that fits no buffer of the device. */
function checkSizes(program: Program, { limits }: GPUDevice): void {
  const limit = Math.min(limits.maxBufferSize, limits.maxStorageBufferBindingSize);
  for (const { path, byteLength } of program.weights) {
    if (byteLength > limit) throw new LabError(tensorTooLarge(path, byteLength, limit));
  }
}

/** WebAssembly addresses 4 GiB; weights are once in the heap, beside activations and the cache. */
const wasmLimit = 3.5 * 2 ** 30;

function sessionOptions(
  program: Program,
  device: Device | undefined,
  externalData: { path: string; data: Uint8Array }[],
): InferenceSession.SessionOptions {
  const common = { externalData, graphOptimizationLevel: "all", logSeverityLevel: 3 } as const;
  if (!device) return { ...common, executionProviders: ["wasm"] };
  const cached = program.outputs.filter(({ name }) => name.startsWith("present."));
  return {
    ...common,
    executionProviders: [{ name: "webgpu", device: device.gpu }],
    preferredOutputLocation: Object.fromEntries(cached.map(({ name }) => [name, "gpu-buffer"])),
  };
}

/**
 * The task's outcome, or the loss of the device: a lost device may leave a run unanswered, and a run may fail of it a
 * moment before the loss is told. A race with a promise that lives as long as the device would hold every outcome as long.
 */
async function raceLoss<T>(task: () => Promise<T>, device: Device | undefined): Promise<T> {
  if (!device) return await task();
  const loss = device.loss();
  if (loss) throw new LabError(loss);
  let endWatch: (() => void) | undefined;
  try {
    return await new Promise((resolve, reject) => {
      endWatch = device.onLoss((problem) => reject(new LabError(problem)));
      task().then(resolve, (thrown) => setTimeout(reject, lossToldWithin, thrown));
    });
  } finally {
    endWatch?.();
  }
}

/** Milliseconds between the failure of a run and the news that its device is lost. */
const lossToldWithin = 500;

function resident(
  runtime: Runtime,
  device: Device | undefined,
  values: Float32Array<ArrayBuffer>,
  dims: readonly number[],
): { tensor: Tensor; dispose(): void } {
  if (!device) return { tensor: new runtime.Tensor("float32", values, dims), dispose: () => undefined };
  const buffer = device.gpu.createBuffer({
    size: Math.ceil(values.byteLength / 16) * 16,
    usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
  });
  device.gpu.queue.writeBuffer(buffer, 0, values);
  return {
    tensor: runtime.Tensor.fromGpuBuffer(buffer, { dataType: "float32", dims }),
    dispose: () => buffer.destroy(),
  };
}
