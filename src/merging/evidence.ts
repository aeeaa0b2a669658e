/** What was measured on a running model and some methods need beside the weights. */
export interface Evidence {
  /** Mean squared input of each column of a matrix [out, in], by the tensor's name in the base model. */
  readonly inputs?: Readonly<Record<string, Float32Array>>;
  /** Indices of the chosen MLP neurons, by layer of the base model. */
  readonly neurons?: readonly (readonly number[])[];
}
