import type { RawConfig, TensorInfo } from "../../checkpoints/checkpoint";
import type { Geometry } from "../program";
import type { RopeConfig } from "../rope";

/** A linear layer: x times the transpose of its weight [out, in], plus a bias [out] where it has one. */
export interface Linear {
  readonly weight: string;
  readonly bias?: string;
  /** The weight is stored as [in, out]. */
  readonly transposed?: boolean;
}

/** A norm over the last axis: `rms` (Zhang and Sennrich 2019) or `layer` (Ba et al. 2016). */
export interface Norm {
  readonly kind: "rms" | "layer";
  /** Added to the mean square, or the variance, under the root. */
  readonly epsilon: number;
  readonly gain: string;
  readonly bias?: string;
  /** The gain is 1 + what is stored. */
  readonly plusOne?: boolean;
}

export interface Attention {
  /** Layers whose outputs, side by side, are all queries, then all keys, then all values: three layers, or one. */
  readonly projections: readonly Linear[];
  /** The outputs are, head by head, query, key and value. */
  readonly interleaved?: boolean;
  readonly output: Linear;
  /** Norms of queries and keys before they are turned: of each head, or over all heads at once. */
  readonly queryNorm?: Norm;
  readonly keyNorm?: Norm;
  readonly normed?: "head" | "all heads";
  /** Absent: queries and keys are not turned by position. */
  readonly rope?: RopeConfig | undefined;
  /** Keys a query sees, itself included; absent: all before it. */
  readonly window?: number | undefined;
  /** What the products of queries and keys are multiplied by. */
  readonly scale: number;
  /** c of c * tanh(score / c); absent: scores are not capped. */
  readonly softCap?: number | undefined;
}

export type Activation = "silu" | "gelu" | "gelu-tanh" | "relu";

export interface Mlp {
  /** down(activation(gate) * up) rather than down(activation(up)). */
  readonly gated: boolean;
  /** What reads the stream: the one layer; gate and up; or one layer with the rows of up below those of gate. */
  readonly input: readonly Linear[];
  readonly down: Linear;
  readonly activation: Activation;
}

/** A block: m = h + attention(h), then m + mlp(m), with the norms that it has. */
export interface Block {
  readonly beforeAttention?: Norm | undefined;
  readonly attention: Attention;
  readonly afterAttention?: Norm | undefined;
  /** Where the block is parallel and this is absent, the MLP reads what attention reads. */
  readonly beforeMlp?: Norm | undefined;
  readonly mlp: Mlp;
  readonly afterMlp?: Norm | undefined;
  /** h + attention(h) + mlp(h): the MLP does not see what attention adds. */
  readonly parallel?: boolean;
}

/** All that the compiler needs to know of a decoder. */
export interface Decoder {
  readonly geometry: Geometry;
  readonly embedding: {
    /** [V, D] */
    readonly tokens: string;
    /** [context, D]: learned positions that are added. */
    readonly positions?: string;
    /** What rows of `tokens` are multiplied by. */
    readonly scale?: number;
  };
  readonly blocks: readonly Block[];
  readonly finalNorm: Norm;
  readonly head: {
    /** [V, D]; the embedding's own name where the head is tied to it. */
    readonly weight: string;
    /** c of c * tanh(logit / c). */
    readonly softCap?: number | undefined;
  };
}

/** A family of decoders and how its configs are read. */
export interface Architecture {
  /** `model_type` of the config. */
  readonly modelType: string;
  /** The class in `architectures`, by which a config without `model_type` is known. */
  readonly className: string;
  /**
   * Throws LabError: `config-invalid` for a config that says something impossible, `architecture-unsupported` for a feature that
   * is missing here.
   */
  describe(config: RawConfig, tensors: ReadonlyMap<string, TensorInfo>): Decoder;
}
