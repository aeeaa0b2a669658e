/** Element types of ONNX tensors that the compiler uses, with their numbers in `TensorProto.DataType`. */
export const elementTypes = {
  float32: 1,
  uint8: 2,
  int32: 6,
  int64: 7,
  bool: 9,
  float16: 10,
} as const;

export type ElementType = keyof typeof elementTypes;

/** The value of a node's attribute; integers and floats are told apart because ONNX does. */
export type Attribute =
  | { readonly kind: "int"; readonly value: number }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "ints"; readonly value: readonly number[] }
  | { readonly kind: "graph"; readonly value: OnnxGraph };

export interface OnnxNode {
  readonly op: string;
  /** "" is the standard domain. */
  readonly domain: string;
  readonly name: string;
  /** An empty name is an input left out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, Attribute>>;
}

/** A constant: bytes in the model itself, or a range of a file that is handed over beside it. */
export interface Initialiser {
  readonly name: string;
  readonly type: ElementType;
  readonly dims: readonly number[];
  readonly data:
    | { readonly kind: "inline"; readonly bytes: Uint8Array }
    | { readonly kind: "external"; readonly location: string; readonly offset: number; readonly length: number };
}

/** A graph's input or output; dims are sizes or symbolic names. */
export interface ValueInfo {
  readonly name: string;
  readonly type: ElementType;
  readonly dims: readonly (string | number)[];
}

export interface OnnxGraph {
  readonly name: string;
  readonly nodes: readonly OnnxNode[];
  readonly initialisers: readonly Initialiser[];
  readonly inputs: readonly ValueInfo[];
  readonly outputs: readonly ValueInfo[];
}
