/** How weights are held while the program runs. Norms, biases and vectors stay in f32 (f16 computation: f16). */
export type WeightFormat = "f32" | "f16" | "q8" | "q4";

/** What a program is compiled for. Everything else (strengths, vectors, positions) is an input and never rebuilds it. */
export interface ProgramOptions {
  /** Full TransformerLens names, such as `blocks.3.hook_resid_post` or `ln_final.hook_normalized`; [] for none. */
  readonly hooks: readonly string[];
  /** Layers after which a vector is added to the residual stream; [] leaves the input out of the graph. */
  readonly steeredLayers: readonly number[];
  /**
   * `rows` (the default): one input `steering` [B,L,D], a vector of its own for each row of the batch. `shared`: an input
   * `steering.{l}` [D] a steered layer, the same for all rows; it costs no kernel on a GPU, so use it for plain decoding.
   */
  readonly steering?: "rows" | "shared";
  /**
   * Layers with a low-rank edit h + (h U) V and its rank r: inputs `edit.{l}.u` [R,D,r] and `edit.{l}.v` [R,r,D], where R
   * is 1 (all rows of the batch alike) or B (one edit a row).
   */
  readonly edits: readonly { readonly layer: number; readonly rank: number }[];
  /**
   * Layers whose edits and steering are bounded: inputs `guard.{l}.cap` and `guard.{l}.condition` [R,1,D], and `guard.{l}.bounds`
   * [R,1,4]: the first position, 1 to keep the norm (else 0), the most along the cap, what the condition has to exceed.
   */
  readonly guardedLayers: readonly number[];
  /** Layers whose MLP neurons get `neuron_gain.{l}` and `neuron_bias.{l}` [R,1,F], R = 1 or B. */
  readonly neuronLayers: readonly number[];
  /** Layers whose MLP pre-activations are adjusted: input `gates.{l}` [R,5,F], R = 1 or B (rule 24). */
  readonly gateLayers: readonly number[];
  /**
   * Layers `first` to `end - 1` alone; absent: the whole model. A part that begins above the first layer reads the stream as an
   * input `stream_in` [B,S,D] in place of the embedding; one that ends below the last has the output `stream_out` [B,S,D] in place
   * of norm and head. It takes no hooks and no edits.
   */
  readonly layers?: readonly [first: number, end: number];
  readonly attention: "fused" | "eager";
  /** Logits [B,1,V] of the last position or [B,S,V] of all. */
  readonly logits: "last" | "all";
  readonly weights: WeightFormat;
  /**
   * A logit lens at the last position, behind the inputs `lens.on` (bool scalar) and `lens.tracked` (i64 [n]): outputs
   * `lens.top_ids` i64 and `lens.top_logits` [B,L,topK], `lens.tracked_logits` [B,L,n], `lens.log_sums` [B,L] (the logarithm of
   * the sum of all exponentiated logits); all empty while it is off.
   */
  readonly lens?: { readonly topK: number };
  /**
   * Where the program will run; absent: anywhere. With 8 or 4 bits it decides how the embedding is read: WebGPU has a kernel
   * for quantised look-ups and keeps the embedding once, as codes that a tied head shares.
   */
  readonly backend?: "webgpu" | "wasm";
  /** Bytes of the largest buffer that the device takes: embedding and head are split into stretches of rows that fit. */
  readonly largestBuffer?: number;
}

/** The neutral program: plain decoding. */
export const plainProgram: ProgramOptions = {
  hooks: [],
  steeredLayers: [],
  edits: [],
  guardedLayers: [],
  neuronLayers: [],
  gateLayers: [],
  attention: "fused",
  logits: "last",
  weights: "f32",
};

/** A tensor of the graph's inputs or outputs: its name, element type, and symbolic dimensions. */
export interface Port {
  readonly name: string;
  readonly type: "float32" | "float16" | "int32" | "int64" | "bool";
  readonly dims: readonly (string | number)[];
}

/** One weight file handed to ONNX Runtime as external data; made from the checkpoint's tensors when it is first asked for. */
export interface WeightBlob {
  /** Unique by content: tensor keys, layout and format. Two programs that share a path share the bytes. */
  readonly path: string;
  readonly byteLength: number;
  /** Bytes that it is made from, as they are stored; absent: as many as it has. */
  readonly storedBytes?: number;
  /** Reads the tensors it needs and returns the bytes in the layout that the graph expects. */
  build(signal?: AbortSignal): Promise<Uint8Array>;
}

/** What the compiler makes of a checkpoint and a set of hooks. */
export interface Program {
  /** ModelProto bytes: 30 to 300 KB, no large weights inside. */
  readonly model: Uint8Array;
  readonly weights: readonly WeightBlob[];
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  readonly geometry: Geometry;
  /** Equal keys mean equal programs and equal weights; sessions are cached by it. */
  readonly key: string;
}

/** The sizes of a decoder: B S P T are per run, these are per checkpoint. */
export interface Geometry {
  /** L */
  readonly layers: number;
  /** D, d_model */
  readonly width: number;
  /** H, query heads */
  readonly heads: number;
  /** K, key/value heads */
  readonly kvHeads: number;
  /** A */
  readonly headSize: number;
  /** F, d_mlp */
  readonly mlpWidth: number;
  /** V */
  readonly vocabulary: number;
  /** The longest context that the config allows. */
  readonly context: number;
}
