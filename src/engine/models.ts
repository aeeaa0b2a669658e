import { changeVocabulary, type VocabularyChange } from "../checkpoints/change-vocabulary";
import type { Borrowing, Checkpoint, CheckpointRef, LoadProgress, TokenizerFiles } from "../checkpoints/checkpoint";
import { compile } from "../compiler/compile";
import { plainProgram, type WeightFormat } from "../compiler/program";
import { borrowings, bytesOf } from "../checkpoints/borrowing";
import { elementCount } from "../checkpoints/dtype";
import { openCheckpoint, type OpenOptions, openTokenizer } from "../checkpoints/open";
import { openMerge } from "../checkpoints/open-merge";
import type { Evidence } from "../merging/evidence";
import type { Recipe } from "../merging/recipe";
import { contentHash } from "../hash";
import { LabError, type ProblemCode, problemOf, unwrap } from "../result";
import type { Encoder } from "../tokenization/encoder";
import { createEncoder } from "../tokenization/hf-encoder";
import { chooseWeights } from "./choose-weights";
import { findCapabilities } from "./device";
import type { Backend, Capabilities, Inspection, Model, Notice } from "./engine";
import { adapterAbsent } from "./failures";
import { runStep } from "./forward";
import { LoadedModel } from "./loaded-model";
import { packSkill, type PackRequest, profileWeights, type ProfileRequest, type TensorTask } from "./merging";
import type { EngineSettings, LoadSettings } from "./protocol";
import type { Platform } from "./runtime";
import type { SessionCache } from "./sessions";
import { TensorCache } from "./tensor-cache";

export interface Loading {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: LoadProgress) => void;
}

const keptTensorBytes = 32 * 2 ** 20;

/** Opens checkpoints, merges them, and keeps the models made of them. */
export class ModelStore {
  readonly #models = new Map<string, LoadedModel>();
  /** Ids of models that run on WASM because WebGPU could not run them, until they are unloaded. */
  readonly #fellBack = new Set<string>();
  /** Opened checkpoints by reference and by id: a recipe may name either. */
  readonly #checkpoints = new Map<string, Checkpoint>();
  readonly #tensors = new TensorCache(keptTensorBytes);
  /** By the content of their files: a merge has its parents' encoder. As long as a model has them. */
  readonly #encoders = new Map<string, WeakRef<Encoder>>();

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
    return await this.#ready(await this.#open(ref, settings, loading.signal), settings, loading);
  }

  async tokenizer(reference: string, settings: LoadSettings, signal: AbortSignal): Promise<TokenizerFiles> {
    return await openTokenizer(reference, this.#opening(settings, signal));
  }

  /** Reads headers and compiles in every format; no weight is fetched. */
  async inspect(ref: CheckpointRef, settings: LoadSettings, signal: AbortSignal): Promise<Inspection> {
    const checkpoint = await this.#open(ref, settings, signal);
    const capabilities = await findCapabilities(this.platform);
    const backend = settings.backend === "auto" ? choose(capabilities) : settings.backend;
    const { config, tensors } = checkpoint;
    const { geometry, heldBytes } = sizesOf(checkpoint, backend);
    return {
      checkpoint: checkpoint.id,
      modelType: typeof config["model_type"] === "string" ? config["model_type"] : "unknown",
      layers: geometry.layers,
      vocabulary: geometry.vocabulary,
      parameters: [...tensors.values()].reduce((sum, { shape }) => sum + elementCount(shape), 0),
      storedBytes: [...tensors.keys()].reduce((sum, name) => sum + bytesOf(checkpoint, name), 0),
      heldBytes,
      backend,
      auto: this.#chooseWeights(checkpoint, heldBytes, backend, capabilities),
    };
  }

  async merge(recipe: Recipe, settings: LoadSettings, loading: Loading, evidence?: Evidence): Promise<Model> {
    loading.onProgress({ phase: "header", done: 0, total: 1 });
    const parents = new Map<string, Checkpoint>();
    const open = async (name: string) => {
      const parent = await this.#open(name, settings, loading.signal);
      parents.set(name, parent);
      return parent;
    };
    const merged = await openMerge(recipe, open, evidence);
    this.#checkpoints.set(merged.id, merged);
    const borrowing = borrowings(merged, parents);
    return { ...(await this.#ready(merged, settings, loading, borrowing)), merge: merged.summary };
  }

  /** The base with another vocabulary; it is known by its id from then on, as merges are. */
  async changeVocabulary(
    base: CheckpointRef,
    change: VocabularyChange,
    settings: LoadSettings,
    loading: Loading,
  ): Promise<Model> {
    loading.onProgress({ phase: "header", done: 0, total: 1 });
    const changed = changeVocabulary(await this.#open(base, settings, loading.signal), change);
    this.#checkpoints.set(changed.id, changed);
    return await this.#ready(changed, settings, loading);
  }

  async profile({ base, experts, conditions }: ProfileRequest, settings: LoadSettings, task: TensorTask) {
    const named = async (name: string) => [name, await this.#open(name, settings, task.signal)] as const;
    const others = [];
    for (const expert of experts) others.push(await named(expert));
    return await profileWeights(await named(base), others, conditions, task);
  }

  async pack({ base, tuned, pack }: PackRequest, settings: LoadSettings, task: TensorTask) {
    const named = async (name: string) => [name, await this.#open(name, settings, task.signal)] as const;
    return await packSkill(await named(base), await named(tuned), pack, task);
  }

  /** Frees the model's sessions; converted weights that others share stay. */
  async unload(id: string): Promise<void> {
    const model = this.#models.get(id);
    if (!model) return;
    this.#models.delete(id);
    this.#fellBack.delete(id);
    const shared = new Set([...this.#models.values()].flatMap((other) => other.programs().map(({ key }) => key)));
    for (const program of model.programs()) {
      if (!shared.has(program.key)) await this.sessions.discard(program, model.backend);
    }
  }

  async #open(ref: CheckpointRef, settings: LoadSettings, signal: AbortSignal): Promise<Checkpoint> {
    const known = typeof ref === "string" ? this.#checkpoints.get(ref) : undefined;
    if (known) return known;
    const checkpoint = this.#tensors.wrap(await openCheckpoint(ref, this.#opening(settings, signal)));
    if (typeof ref === "string") this.#checkpoints.set(ref, checkpoint);
    this.#checkpoints.set(checkpoint.id, checkpoint);
    return checkpoint;
  }

  #opening({ token }: LoadSettings, signal: AbortSignal): OpenOptions {
    const { store } = this.platform;
    const onFull = () => this.tell(storageFull);
    return {
      ...this.settings,
      ...(token && { token }),
      ...(store && { keeping: { store, onFull } }),
      signal,
    };
  }

  async #ready(
    checkpoint: Checkpoint,
    settings: LoadSettings,
    loading: Loading,
    borrowing?: readonly Borrowing[],
  ): Promise<Model> {
    const capabilities = await findCapabilities(this.platform);
    const backend = settings.backend === "auto" ? choose(capabilities) : settings.backend;
    const weights =
      settings.weights === "auto"
        ? this.#chooseWeights(checkpoint, sizesOf(checkpoint, backend).heldBytes, backend, capabilities)
        : settings.weights;
    const { webgpu } = capabilities;
    const largest = webgpu.available ? webgpu.maxBufferBytes : undefined;
    const onCard = () => this.#make(checkpoint, { weights, backend: "webgpu", largest }, loading, borrowing);
    const onWasm = () => this.#make(checkpoint, { weights, backend: "wasm" }, loading, borrowing);
    if (backend === "wasm") return await onWasm();
    if (settings.backend === "webgpu") return await onCard();

    const wasmId = idOf(checkpoint, weights, "wasm");
    if (this.#fellBack.has(wasmId)) return await onWasm();
    try {
      return await onCard();
    } catch (thrown) {
      if (loading.signal.aborted || !faultsOfCard.has(problemOf(thrown).code)) throw thrown;
      this.tell({
        code: "fell-back-to-wasm",
        what: `WebGPU could not run ${checkpoint.id}, so it runs on WASM.`,
        model: wasmId,
      });
      const model = await onWasm();
      this.#fellBack.add(wasmId);
      return model;
    }
  }

  /** The model on this backend, warmed up; one that is loaded already is taken as it is. */
  async #make(
    checkpoint: Checkpoint,
    { weights, backend, largest }: { weights: WeightFormat; backend: Backend; largest?: number | undefined },
    loading: Loading,
    borrowing?: readonly Borrowing[],
  ): Promise<Model> {
    const id = idOf(checkpoint, weights, backend);
    let progress: ProgressMeter | undefined;
    const model =
      this.#models.get(id) ??
      new LoadedModel(
        id,
        this.#tensors.wrap(checkpoint, (tensor) => progress?.read(bytesOf(checkpoint, tensor))),
        await this.#encoderOf(checkpoint),
        weights,
        backend,
        largest,
      );
    progress = new ProgressMeter(model, loading.onProgress, borrowing);
    await this.#warmUp(model, progress, loading);
    progress = undefined;
    this.#models.set(id, model);
    return model.handle;
  }

  #chooseWeights(
    { tensors }: Checkpoint,
    bytes: Inspection["heldBytes"],
    backend: Backend,
    capabilities: Capabilities,
  ): WeightFormat {
    const bits = [...tensors.values()].flatMap(({ blocks }) => blocks?.bits ?? []);
    const { memory } = this.platform;
    return chooseWeights({
      bytes,
      backend,
      capabilities,
      ...(bits.length > 0 && { storedBits: Math.min(...bits) === 4 ? 4 : 8 }),
      ...(memory !== undefined && { memory }),
    });
  }

  /** The checkpoint's tokenizer; undefined where its files are not there. Throws `tokenizer-invalid`. */
  async #encoderOf(checkpoint: Checkpoint): Promise<Encoder | undefined> {
    let files: TokenizerFiles;
    try {
      files = await checkpoint.tokenizer();
    } catch (thrown) {
      if (thrown instanceof LabError && thrown.problem.code === "not-found") return undefined;
      throw thrown;
    }
    const key = contentHash(JSON.stringify(files));
    const encoder = this.#encoders.get(key)?.deref() ?? unwrap(createEncoder(files, checkpoint.id));
    this.#encoders.set(key, new WeakRef(encoder));
    return encoder;
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

function idOf(checkpoint: Checkpoint, weights: WeightFormat, backend: Backend): string {
  return `${checkpoint.id}/${weights}/${backend}`;
}

/** What another backend may do better. A lost device is none: its host is replaced (rule 3). */
const faultsOfCard: ReadonlySet<ProblemCode> = new Set(["runtime-failed", "out-of-memory", "adapter-absent"]);

function choose({ webgpu }: Capabilities): Backend {
  return webgpu.available && !webgpu.software ? "webgpu" : "wasm";
}

const weightFormats = ["f32", "f16", "q8", "q4"] as const satisfies readonly WeightFormat[];

/** What a program holds in each format; f16 is widened when it is loaded. Throws as `compile` does. */
function sizesOf(checkpoint: Checkpoint, backend: Backend) {
  const programs = weightFormats.map((weights) => unwrap(compile(checkpoint, { ...plainProgram, weights, backend })));
  const bytes = programs.map((program) => program.weights.reduce((sum, { byteLength }) => sum + byteLength, 0));
  const [f32, , q8, q4] = bytes as [number, number, number, number];
  return { geometry: programs[0]!.geometry, heldBytes: { f32, f16: f32, q8, q4 } };
}

const storageFull: Notice = {
  code: "storage-full",
  what: "The browser's storage is full: what is downloaded now runs, but is not kept. Delete models under Models to make room.",
};

/** Bytes read and bytes converted as one course: first what arrives, then what is still to be laid out. */
class ProgressMeter {
  readonly #total: number;
  #read = 0;
  #converted = 0;
  readonly #wanted: number;

  constructor(
    { checkpoint, plain }: LoadedModel,
    private readonly report: (progress: LoadProgress) => void,
    private readonly borrowing?: readonly Borrowing[],
  ) {
    this.#total = [...checkpoint.tensors.keys()].reduce((sum, name) => sum + bytesOf(checkpoint, name), 0);
    this.#wanted = plain.weights.reduce((sum, blob) => sum + blob.byteLength, 0);
  }

  read(bytes: number): void {
    this.#read = Math.min(this.#read + bytes, this.#total);
    const { borrowing } = this;
    this.report({ phase: "download", done: this.#read, total: this.#total, ...(borrowing && { borrowing }) });
  }

  converted(bytes: number): void {
    this.#converted += bytes;
    if (this.#read >= this.#total) {
      this.report({ phase: "convert", done: Math.min(this.#converted, this.#wanted), total: this.#wanted });
    }
  }
}
