import type { Blocks, RawConfig, TensorInfo, TokenizerFiles } from "../checkpoint";
import type { Folder } from "../folder";

/** A tensor as it lies in a container: what it is, and how its bytes are fetched. */
export interface StoredTensor extends TensorInfo {
  /** Its values in `type`, row-major. */
  read(signal?: AbortSignal): Promise<Uint8Array>;
  /** There where `blocks` says that it is quantised. */
  readBlocks?(signal?: AbortSignal): Promise<Blocks>;
}

/** What weight files hold. Config and tokenizer are there where the format carries them itself. */
export interface Container {
  readonly tensors: ReadonlyMap<string, StoredTensor>;
  readonly config?: RawConfig;
  readonly generationConfig?: RawConfig;
  tokenizer?(): Promise<TokenizerFiles>;
}

/** A format of weight files. A new one is a new file beside its siblings and an entry in `index.ts`. */
export interface ContainerFormat {
  readonly name: "safetensors" | "onnx" | "gguf";
  /** The files of a listing that hold a checkpoint of their own in this format, the one to open by default first. */
  find(files: readonly string[]): readonly string[];
  /** Reads headers, no weights. Throws LabError. */
  open(folder: Folder, file: string, config: RawConfig | undefined, signal?: AbortSignal): Promise<Container>;
}
