/** A set of vectors to add after layers, as control-vector files hold it. Layers are 0-based; the vector after block l is [D]. */
export interface ControlVector {
  /** Architecture the vectors were made on, such as `llama`. */
  readonly modelHint: string;
  /** In ascending order of layers. */
  readonly directions: readonly { readonly layer: number; readonly vector: Float32Array }[];
}
