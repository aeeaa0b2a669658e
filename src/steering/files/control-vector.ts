/** A set of vectors to add after layers, as control-vector files hold it. Layers are 0-based; the vector after block l is [D]. */
export interface ControlVector {
  /** Architecture the vectors were made on, such as `llama`. */
  readonly modelHint: string;
  /** Where they come from; read and written by the lab alone, and passed over by llama.cpp. */
  readonly origin?: Origin;
  /** In ascending order of layers. */
  readonly directions: readonly { readonly layer: number; readonly vector: Float32Array }[];
}

/** On what a vector was made. */
export interface Origin {
  readonly checkpoint?: string | undefined;
  /** SHA-256 of the tokens by id. */
  readonly tokenizerHash?: string | undefined;
  /** All else that is known of it, as JSON, for who reads the file; it is not read back. */
  readonly facts?: string;
}

/** The GGUF keys of an origin. */
export const originKeys = {
  checkpoint: "babelscope.checkpoint",
  tokenizerHash: "babelscope.tokenizer_hash",
  facts: "babelscope.facts",
} as const;
