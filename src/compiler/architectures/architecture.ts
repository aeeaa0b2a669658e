import type { RawConfig, TensorInfo } from "../../checkpoints/checkpoint";
import type { Result } from "../../result";
import type { Geometry } from "../program";
import type { RopeConfig } from "../rope";

/** A linear layer's tensors: weight [out, in] and, where the config has one, bias [out]. */
export interface LinearTensors {
  readonly weight: string;
  readonly bias?: string;
}

/** The tensors of one block, by their names in the checkpoint. */
export interface BlockTensors {
  readonly attentionNorm: string;
  readonly query: LinearTensors;
  readonly key: LinearTensors;
  readonly value: LinearTensors;
  readonly output: LinearTensors;
  readonly mlpNorm: string;
  readonly gate: LinearTensors;
  readonly up: LinearTensors;
  readonly down: LinearTensors;
}

/** All that the compiler needs to know of a decoder with RMS norms before attention and a gated MLP. */
export interface DecoderDescription {
  readonly geometry: Geometry;
  /** Added to the mean square under the root of each norm. */
  readonly normEpsilon: number;
  readonly rope: RopeConfig;
  /** Keys a query sees, itself included; absent: all before it. */
  readonly slidingWindow?: number;
  readonly tensors: {
    readonly embedding: string;
    readonly blocks: readonly BlockTensors[];
    readonly finalNorm: string;
    /** The embedding's own name where the head is tied to it. */
    readonly head: string;
  };
}

/** A family of decoders: which configs it claims, and how it reads them. */
export interface Architecture {
  readonly name: string;
  claims(config: RawConfig): boolean;
  /** `config-invalid` for a config that lies, `architecture-unsupported` for a feature that is missing here. */
  describe(config: RawConfig, tensors: ReadonlyMap<string, TensorInfo>): Result<DecoderDescription>;
}
