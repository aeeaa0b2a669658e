import type { ChatMessage } from "../checkpoints/chat-template";
import type { VocabularyChange } from "../checkpoints/change-vocabulary";
import type { CheckpointRef, LoadProgress, TokenizerFiles } from "../checkpoints/checkpoint";
import type { Geometry, WeightFormat } from "../compiler/program";
import type { ExtraFiles } from "../checkpoints/export-folder";
import type { Evidence } from "../merging/evidence";
import type { WeightProfile } from "../merging/profile";
import type { Recipe } from "../merging/recipe";
import type { MergeSummary } from "../merging/summary";
import type { Intervention } from "../steering/intervention";
import type { Token } from "../tokenization/encoder";
import { EngineClient } from "./client";
import type { Packed, PackRequest, ProfileRequest, TensorProgress } from "./merging";
import type { ComposedToken, ComposeSpec } from "./compose";
import type { LensCell, LensOptions } from "./lens";
import type { MixEvent, MixSpec } from "./mix";
import type { EngineSettings } from "./protocol";
import type { WindowFilter } from "./row-filters";
import type { ValueRequest, ValueTokens } from "./value-tokens";
import type { CheckpointVocabulary } from "./vocabulary";
import { openWorker } from "./worker-connection";

export type Backend = "webgpu" | "wasm";

/** What this browser offers; asked by requesting an adapter, never by sniffing. */
export interface Capabilities {
  readonly webgpu:
    | { readonly available: false; readonly reason: string }
    | {
        readonly available: true;
        readonly adapter: string;
        readonly software: boolean;
        readonly f16: boolean;
        readonly maxBufferBytes: number;
      };
  readonly wasm: { readonly threads: number };
  readonly jspi: boolean;
}

/** A model that is loaded: a handle, cheap to pass around. */
export interface Model {
  readonly id: string;
  /** Checkpoint id: embedded id, `owner/name@commit`, content hash or recipe hash. */
  readonly checkpoint: string;
  readonly backend: Backend;
  readonly weights: WeightFormat;
  readonly geometry: Geometry;
  /** Bytes of weights as held by the runtime. */
  readonly weightBytes: number;
  /** Of a merge: what it shares with its parents and what had to be computed. */
  readonly merge?: MergeSummary;
}

export interface LoadOptions {
  /** Default `auto`: WebGPU where a graphics card's adapter is offered, else WASM (which beats software WebGPU by far). */
  readonly backend?: Backend | "auto";
  /** Default `f32`; `auto` takes what fits the machine. */
  readonly weights?: WeightFormat | "auto";
  /** An access token for gated repositories of the hub. It is sent to the hub only, and kept in memory only. */
  readonly token?: string;
  readonly onProgress?: (progress: LoadProgress) => void;
  readonly signal?: AbortSignal;
}

export interface SamplingOptions {
  readonly maxNewTokens?: number;
  /** 0 is greedy (the default). */
  readonly temperature?: number;
  readonly topK?: number;
  readonly topP?: number;
  readonly minP?: number;
  /** 1 is none. Divides positive and multiplies negative logits of tokens seen so far (Keskar et al. 2019). */
  readonly repetitionPenalty?: number;
  readonly seed?: number;
  /** Default true: a token that ends a text stops the row and is not part of it. False writes on, for measurements. */
  readonly stopAtEnd?: boolean;
}

export interface GenerateOptions extends SamplingOptions {
  readonly interventions?: readonly Intervention[];
  readonly onToken?: (token: GeneratedToken) => void;
  readonly signal?: AbortSignal;
}

export interface BatchOptions extends Omit<GenerateOptions, "interventions"> {
  /** By row, what its tokens may be; rows without rules may write every token. */
  readonly filters?: readonly (readonly WindowFilter[])[];
  /**
   * Layers that other calls like this one steer by adding: all of them run in one session, rather than in one for each layer that
   * is steered. Where nothing is added a zero vector is, which changes no number.
   */
  readonly steerable?: readonly number[];
  /** By row, added to the logits [V] of every step: what a vector behind the last norm adds. Rows without one get nothing. */
  readonly biases?: readonly Float32Array[];
}

export interface GeneratedToken {
  readonly id: number;
  /** Text this token adds; empty while a character is incomplete. */
  readonly text: string;
  /** Natural log of the model's probability of this token (before temperature and filters). */
  readonly logProbability: number;
  /** Which row of a batch. */
  readonly row: number;
}

export interface Generation {
  readonly promptIds: readonly number[];
  readonly ids: readonly number[];
  readonly text: string;
  /** Nats, one a generated token. */
  readonly logProbabilities: readonly number[];
  readonly stopped: "end" | "length" | "cancelled";
}

export interface Score {
  readonly tokens: readonly Token[];
  /** Nats, one a token; the first is given the beginning-of-sequence token where the model has one, else NaN-free 0 and not counted. */
  readonly logProbabilities: readonly number[];
  /** -sum log2 p over the counted tokens. */
  readonly bits: number;
  /** UTF-8 bytes of the counted tokens. */
  readonly bytes: number;
  readonly bitsPerByte: number;
}

/** One activation: row-major values with their sizes, e.g. [B,S,D] for a residual. */
export interface Activation {
  readonly dims: readonly number[];
  readonly data: Float32Array;
}

export interface LogitsResult {
  /** [S,V] of one sequence. */
  readonly logits: Activation;
  readonly hooks: Readonly<Record<string, Activation>>;
}

export interface RunOptions {
  readonly interventions?: readonly Intervention[];
  readonly signal?: AbortSignal;
}

export interface ScoreOptions extends RunOptions {
  readonly onProgress?: (done: number) => void;
  /**
   * So many layers from the lowest are likely to be other models' too, such as those of a search: what they make of the texts is
   * kept for every model that has them weight by weight. Of short texts without interventions; 0, the default, keeps nothing.
   */
  readonly lowerLayers?: number;
}

/** Of work on the weights of checkpoints, tensor by tensor. */
export interface TensorOptions {
  readonly onTensor?: (progress: TensorProgress) => void;
  readonly signal?: AbortSignal;
}

/** A text, which gets what the tokenizer's template adds; a conversation to answer; or the very ids to continue. */
export type Prompt = string | { readonly messages: readonly ChatMessage[] } | readonly number[];

/** What a checkpoint is and what it would take, found without its weights. */
export interface Inspection {
  /** Pinned: as links name it. */
  readonly checkpoint: string;
  readonly modelType: string;
  readonly layers: number;
  readonly vocabulary: number;
  readonly parameters: number;
  /** Bytes of weights as they are stored: what a load fetches. */
  readonly storedBytes: number;
  /** Bytes of weights as the runtime holds them, in each format. */
  readonly heldBytes: Readonly<Record<WeightFormat, number>>;
  readonly backend: Backend;
  /** What `auto` takes here. */
  readonly auto: WeightFormat;
}

/**
 * Which of a text's own tokens are read; what the template adds never is. `last`; the `mean` of all, or `all` one by one, where
 * the token at position 0 is left out if others follow: it draws attention that says nothing of the text. A stretch from `from`
 * up to, not including, `to` (negative: counted from the end), or what ends behind a place in each text (UTF-16 units), as its mean.
 */
export type Position =
  | "last"
  | "mean"
  | "all"
  | { readonly from: number; readonly to?: number }
  | { readonly behind: readonly number[] };

/** Something that the user should know and that no call was asked about, such as a device that was lost and replaced. */
export interface Notice {
  readonly code: "device-recovered" | "fell-back-to-wasm" | "worker-restarted" | "storage-full";
  /** What happened, in one sentence that can be shown as it stands. */
  readonly what: string;
  readonly model?: string;
}

/**
 * The engine as labs, tests and the console use it. Every promise rejects with a LabError; every long call takes a
 * signal and stops within a token.
 */
export interface Engine {
  capabilities(): Promise<Capabilities>;
  load(ref: CheckpointRef, options?: LoadOptions): Promise<Model>;
  /** Opens a virtual checkpoint. Converted weights are shared with the parents: a layer swap converts nothing anew. */
  merge(recipe: Recipe, options?: LoadOptions & { readonly evidence?: Evidence }): Promise<Model>;
  /**
   * Opens the base with another vocabulary, a virtual checkpoint: all but the rows of tokens is shared with the base. Its checkpoint
   * id can then be loaded and merged like any other. With a title the page's shelf lists it.
   */
  changeVocabulary(
    base: CheckpointRef,
    change: VocabularyChange,
    options?: LoadOptions & { readonly title?: string },
  ): Promise<Model>;
  /** The model's tokenizer as files, and where the rows of its tokens lie. */
  vocabulary(model: Model): Promise<CheckpointVocabulary>;
  /** How experts differ from their base and from each other, part by part, from the weights alone. */
  profile(request: ProfileRequest, options?: TensorOptions): Promise<WeightProfile>;
  /** What a fine-tune changed, compressed into one file. */
  packSkill(request: PackRequest, options?: TensorOptions): Promise<Packed>;
  /** Values of one tensor of the model's checkpoint, row-major. */
  tensor(model: Model, name: string): Promise<Float32Array>;
  /** What neurons write, read off the weights: the tokens that each one's column of the down projection raises and lowers at the head. */
  valueTokens(
    model: Model,
    request: ValueRequest,
    options?: { readonly signal?: AbortSignal; readonly onProgress?: (done: number) => void },
  ): Promise<readonly ValueTokens[]>;
  /** A Hugging Face folder as the pieces of a zip: weights, config, tokenizer, and the files given. */
  exportFolder(model: Model, extra: ExtraFiles, options?: TensorOptions): Promise<readonly Uint8Array[]>;
  /** Reads a checkpoint's headers: its sizes in every format, before anything large is fetched. */
  inspect(ref: CheckpointRef, options?: LoadOptions): Promise<Inspection>;
  /** The tokenizer's files of a checkpoint or of any hub repository by name, also where its model cannot be opened here. */
  tokenizer(reference: string, options?: LoadOptions): Promise<TokenizerFiles>;
  unload(model: Model): Promise<void>;
  /** Ids with byte and code-point spans; BOS included where the tokenizer's template adds one. */
  tokenize(model: Model, text: string): Promise<readonly Token[]>;
  detokenize(model: Model, ids: readonly number[]): Promise<string>;
  logits(
    model: Model,
    ids: readonly number[],
    options?: RunOptions & { readonly hooks?: readonly string[] },
  ): Promise<LogitsResult>;
  score(model: Model, text: string, options?: RunOptions): Promise<Score>;
  /** Scores many texts; padded batches inside, the same numbers as one by one. */
  scoreAll(model: Model, texts: readonly string[], options?: ScoreOptions): Promise<readonly Score[]>;
  generate(model: Model, prompt: Prompt, options?: GenerateOptions): Promise<Generation>;
  /** One prompt under B sets of interventions in one batch: B rows, the prompt's prefix computed once where it can be. */
  generateBatch(
    model: Model,
    prompt: Prompt,
    variants: readonly (readonly Intervention[])[],
    options?: BatchOptions,
  ): Promise<readonly Generation[]>;
  /**
   * Several loaded models write one text together, in the order of the mixer's roles; a model may stand in several. Each
   * step runs each model on what is new only.
   */
  mix(
    models: readonly Model[],
    spec: MixSpec,
    options: { readonly onEvent: (event: MixEvent) => void; readonly signal?: AbortSignal },
  ): Promise<void>;
  /** One text under several properties, the strength of each chosen anew at every step. */
  compose(
    model: Model,
    spec: ComposeSpec,
    options: { readonly onToken: (token: ComposedToken) => void; readonly signal?: AbortSignal },
  ): Promise<void>;
  /** What the head would say after each block, at every position: result[position][layer]. */
  lens(
    model: Model,
    ids: readonly number[],
    options: RunOptions & LensOptions & { readonly onProgress?: (done: number) => void },
  ): Promise<readonly (readonly LensCell[])[]>;
  capture(
    model: Model,
    text: string,
    hooks: readonly string[],
    options?: RunOptions,
  ): Promise<Readonly<Record<string, Activation>>>;
  /** One vector [D] a text and layer of `hook_resid_post`, result[text][layer]; with `all` [n,D], the n tokens one after another. */
  captureResidual(
    model: Model,
    texts: readonly string[],
    options?: RunOptions & { readonly position?: Position; readonly onProgress?: (done: number) => void },
  ): Promise<readonly (readonly Float32Array[])[]>;
  /** Bytes of the model as an ONNX file with transformers.js' input names, weights inside. */
  exportOnnx(model: Model): Promise<Uint8Array>;
  /** Calls the listener with every notice from now on; the function returned ends that. */
  onNotice(listener: (notice: Notice) => void): () => void;
  /** Releases everything, ends the worker. */
  close(): Promise<void>;
}

/** What `createEngine` may be told; everything has a default that fits the page. */
export type EngineOptions = Partial<EngineSettings>;

/**
 * The engine of a page: a client of one worker, which starts with the first call. Embedded checkpoints are looked for in
 * `models/` beside the page.
 */
export function createEngine(options: EngineOptions = {}): Engine {
  const embeddedBase = options.embeddedBase ?? new URL("models/", document.baseURI).href;
  return new EngineClient(openWorker, { embeddedBase, ...(options.hub !== undefined && { hub: options.hub }) });
}
