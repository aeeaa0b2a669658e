/** Types as safetensors names them; the three that the lab computes with. */
export type TensorType = "F32" | "F16" | "BF16";

/** One tensor as the header describes it. `shape` is row-major, as stored: a linear layer is [out, in]. */
export interface TensorInfo {
  readonly name: string;
  readonly type: TensorType;
  readonly shape: readonly number[];
  /** Bytes that it takes in its file, where these are not `shape` in `type`. */
  readonly storedBytes?: number;
  /** Of a matrix that is stored quantised: how. `tensor` gives its values widened to `type`, `blocks` the blocks themselves. */
  readonly blocks?: BlockFormat;
}

/**
 * Blocks along the rows of a matrix [out, in] as ONNX Runtime's `MatMulNBits` reads them:
 * value = (code - zero point) * scale of its block. Without zero points of its own a block has 2^(bits-1).
 */
export interface BlockFormat {
  readonly bits: 4 | 8;
  readonly blockSize: number;
  readonly zeroPoints: boolean;
}

export interface Blocks {
  /** [out, ceil(in/blockSize), blockSize*bits/8]; of two codes of 4 bits in a byte the first is the lower. */
  readonly codes: Uint8Array;
  /** [out, ceil(in/blockSize)] */
  readonly scales: Float32Array;
  /** [out, ceil(ceil(in/blockSize)*bits/8)], packed as the codes are. */
  readonly zeroPoints?: Uint8Array;
}

/** A tensor with its bytes, little-endian, `product(shape) * bytesPerElement(type)` long. */
export interface Tensor extends TensorInfo {
  readonly bytes: Uint8Array;
}

/** `config.json` as on the hub: its keys are read by the architecture that claims it. */
export type RawConfig = Readonly<Record<string, unknown>>;

/** `tokenizer.json` and `tokenizer_config.json` as on the hub, parsed. */
export interface TokenizerFiles {
  readonly tokenizer: Readonly<Record<string, unknown>>;
  readonly config: Readonly<Record<string, unknown>>;
}

/** What a merge reads of one parent: layers and bytes of those it has, as they are stored. */
export interface Borrowing {
  readonly model: string;
  readonly layers: number;
  readonly ofLayers: number;
  readonly bytes: number;
  readonly ofBytes: number;
}

/** Progress of a load: bytes that have arrived of the bytes that are wanted, in the phase named. */
export interface LoadProgress {
  readonly phase: "header" | "download" | "convert" | "compile" | "warm-up";
  readonly done: number;
  readonly total: number;
  /** Of a merge's download: what it reads of each parent. */
  readonly borrowing?: readonly Borrowing[];
}

/**
 * A checkpoint: a config, a tokenizer and named tensors that are fetched when asked for. A merge or a changed vocabulary
 * is one too (a virtual checkpoint): it holds its parents and computes each tensor on request.
 */
export interface Checkpoint {
  /** Equal ids mean equal weights: embedded id, `owner/name@commit`, a content hash, or a recipe's hash. */
  readonly id: string;
  readonly config: RawConfig;
  readonly generationConfig: RawConfig;
  readonly tensors: ReadonlyMap<string, TensorInfo>;
  /**
   * An identity for one tensor's values that survives rewriting: a layer borrowed from another checkpoint keeps the
   * lender's key, so that converted and uploaded weights are shared between base, parents and merges.
   */
  tensorKey(name: string): string;
  /** Fetches or computes one tensor. Throws LabError (`tensor-missing`, `network-dropped`, `safetensors-truncated`, ...). */
  tensor(name: string, options?: { readonly signal?: AbortSignal }): Promise<Tensor>;
  /** The blocks of a tensor whose `TensorInfo` says how it is quantised, without loss. Throws as `tensor` does. */
  blocks?(name: string, options?: { readonly signal?: AbortSignal }): Promise<Blocks>;
  tokenizer(): Promise<TokenizerFiles>;
}

/**
 * Where a checkpoint comes from: `polyglot-base`, `owner/name@revision`, one GGUF or ONNX file of a repository
 * (`owner/name@revision/path/to/file.gguf`), or files dropped on the page.
 */
export type CheckpointRef = string | readonly File[];
