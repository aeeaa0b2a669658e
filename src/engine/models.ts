import type { Checkpoint, CheckpointRef, LoadProgress, TokenizerFiles } from "../checkpoints/checkpoint";
import { bytesPerElement, elementCount } from "../checkpoints/dtype";
import { openCheckpoint } from "../checkpoints/open";
import { mergeCheckpoint } from "../checkpoints/virtual";
import { modelsOf, type Recipe } from "../merging/recipe";
import { LabError, unwrap } from "../result";
import type { Encoder } from "../tokenization/encoder";
import { createEncoder } from "../tokenization/hf-encoder";
import { findCapabilities } from "./device";
import type { Backend, Model, Notice } from "./engine";
import { adapterAbsent } from "./failures";
import { runStep } from "./forward";
import { LoadedModel } from "./loaded-model";
import type { EngineSettings, LoadSettings } from "./protocol";
import type { Platform } from "./runtime";
import type { SessionCache } from "./sessions";
import { TensorCache } from "./tensor-cache";

export interface Loading {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: LoadProgress) => void;
}

const keptTensorBytes = 128 * 2 ** 20;

/** Opens checkpoints, merges them, and keeps the models made of them. */
export class ModelStore {
  readonly #models = new Map<string, LoadedModel>();
  /** Opened checkpoints by reference and by id: a recipe may name either. */
  readonly #checkpoints = new Map<string, Checkpoint>();
  readonly #tensors = new TensorCache(keptTensorBytes);

  constructor(
    private readonly platform: Platform,
    private readonly sessions: SessionCache,
    private readonly settings: EngineSettings,
    private readonly tell: (notice: Notice) => void,
  ) {}

  get(id: string): LoadedModel {
    const model = this.#models.get(id);
    if (model) return model;
    throw new LabError({
      code: "model-not-loaded",
      what: "This model is not loaded.",
      remedy: "Load it again.",
      facts: { model: id },
    });
  }

  async load(ref: CheckpointRef, settings: LoadSettings, loading: Loading): Promise<Model> {
    loading.onProgress({ phase: "header", done: 0, total: 1 });
    return await this.#ready(await this.#open(ref, loading.signal), settings, loading);
  }

  async merge(recipe: Recipe, settings: LoadSettings, loading: Loading): Promise<Model> {
    loading.onProgress({ phase: "header", done: 0, total: 1 });
    const parents = new Map<string, Checkpoint>();
    for (const name of modelsOf(recipe)) parents.set(name, await this.#open(name, loading.signal));
    const merged = unwrap(mergeCheckpoint(recipe, parents));
    this.#checkpoints.set(merged.id, merged);
    return { ...(await this.#ready(merged, settings, loading)), merge: merged.summary };
  }

  /** Frees the model's sessions; converted weights that others share stay. */
  async unload(id: string): Promise<void> {
    const model = this.#models.get(id);
    if (!model) return;
    this.#models.delete(id);
    const shared = new Set([...this.#models.values()].flatMap((other) => other.programs().map(({ key }) => key)));
    for (const program of model.programs()) {
      if (!shared.has(program.key)) await this.sessions.discard(program, model.backend);
    }
  }

  async #open(ref: CheckpointRef, signal: AbortSignal): Promise<Checkpoint> {
    const known = typeof ref === "string" ? this.#checkpoints.get(ref) : undefined;
    if (known) return known;
    const checkpoint = this.#tensors.wrap(await openCheckpoint(ref, { ...this.settings, signal }));
    if (typeof ref === "string") this.#checkpoints.set(ref, checkpoint);
    this.#checkpoints.set(checkpoint.id, checkpoint);
    return checkpoint;
  }

  async #ready(checkpoint: Checkpoint, { backend, weights }: LoadSettings, loading: Loading): Promise<Model> {
    const chosen = backend === "auto" ? await this.#choose() : backend;
    const id = `${checkpoint.id}/${weights}/${chosen}`;
    let progress: ProgressMeter | undefined;
    const model =
      this.#models.get(id) ??
      new LoadedModel(
        id,
        this.#tensors.wrap(checkpoint, (bytes) => progress?.read(bytes)),
        await encoderOf(checkpoint),
        weights,
        chosen,
      );
    progress = new ProgressMeter(model, loading.onProgress);
    try {
      await this.#warmUp(model, progress, loading);
    } catch (thrown) {
      const lost = thrown instanceof LabError && thrown.problem.code === "device-lost";
      if (backend !== "auto" || chosen !== "webgpu" || lost || loading.signal.aborted) throw thrown;
      this.tell({
        code: "fell-back-to-wasm",
        what: `WebGPU could not run ${checkpoint.id}, so it runs on WASM.`,
        model: id,
      });
      model.backend = "wasm";
      await this.#warmUp(model, progress, loading);
    }
    progress = undefined;
    this.#models.set(id, model);
    return model.handle;
  }

  async #choose(): Promise<Backend> {
    const { webgpu } = await findCapabilities(this.platform);
    return webgpu.available && !webgpu.software ? "webgpu" : "wasm";
  }

  /** Makes the plain program's session and runs one token, so that the first answer is not the slowest. */
  async #warmUp(model: LoadedModel, progress: ProgressMeter, { signal, onProgress }: Loading): Promise<void> {
    if (model.backend === "webgpu" && !this.platform.gpu) throw new LabError(adapterAbsent);
    const { session, release } = await this.sessions.acquire(model.plain, model.backend, {
      signal,
      onBlob: (blob) => progress.converted(blob.byteLength),
      onCompile: () => onProgress({ phase: "compile", done: 0, total: 1 }),
    });
    onProgress({ phase: "warm-up", done: 0, total: 1 });
    const cache = session.cache(1);
    try {
      await runStep(session, { ids: [[0]], cache, edits: {}, outputs: ["logits"], signal });
      onProgress({ phase: "warm-up", done: 1, total: 1 });
    } finally {
      cache.dispose();
      release();
    }
  }
}

/** The checkpoint's tokenizer; undefined where its files are not there. Throws `tokenizer-invalid`. */
async function encoderOf(checkpoint: Checkpoint): Promise<Encoder | undefined> {
  let files: TokenizerFiles;
  try {
    files = await checkpoint.tokenizer();
  } catch (thrown) {
    if (thrown instanceof LabError && thrown.problem.code === "not-found") return undefined;
    throw thrown;
  }
  return unwrap(createEncoder(files, checkpoint.id));
}

/** Bytes read and bytes converted as one course: first what arrives, then what is still to be laid out. */
class ProgressMeter {
  readonly #total: number;
  #read = 0;
  #converted = 0;
  readonly #wanted: number;

  constructor(
    { checkpoint, plain }: LoadedModel,
    private readonly report: (progress: LoadProgress) => void,
  ) {
    let total = 0;
    for (const { shape, type } of checkpoint.tensors.values()) {
      total += elementCount(shape) * bytesPerElement[type];
    }
    this.#total = total;
    this.#wanted = plain.weights.reduce((sum, blob) => sum + blob.byteLength, 0);
  }

  read(bytes: number): void {
    this.#read = Math.min(this.#read + bytes, this.#total);
    this.report({ phase: "download", done: this.#read, total: this.#total });
  }

  converted(bytes: number): void {
    this.#converted += bytes;
    if (this.#read >= this.#total) {
      this.report({ phase: "convert", done: Math.min(this.#converted, this.#wanted), total: this.#wanted });
    }
  }
}
