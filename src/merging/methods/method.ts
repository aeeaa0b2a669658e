import type { Evidence } from "../evidence";

/** What a method may be told, and where it may stand in a recipe. */
export interface ParameterRule {
  readonly kind: "number" | "boolean";
  /** `source`: one value a model. `tensor`: one value for the tensor, from the slice or the recipe's top level. */
  readonly level: "source" | "tensor";
  /** Absent: the recipe must give it. */
  readonly default?: number | boolean;
  readonly min?: number;
  readonly max?: number;
  readonly meaning: string;
}

/** The parameters of one tensor's merge, resolved to plain values. */
export interface MergeParameters {
  readonly tensor: Readonly<Record<string, number | boolean>>;
  /** One record a model, in the order of the tensors; empty for the base of a method that has one. */
  readonly sources: readonly Readonly<Record<string, number | boolean>>[];
}

/** Which tensor of the result is being made. */
export interface TensorPlace {
  readonly name: string;
  /** Row-major; a linear layer is [out, in]. */
  readonly shape: readonly number[];
  /** What was measured on a running model, for the methods that need it. */
  readonly evidence?: Evidence;
}

/** Why a method cannot give a meaningful result here, and what to do. */
export interface Objection {
  readonly what: string;
  readonly remedy: string;
}

/** Whose arithmetic a method is, where several go by one name. */
export type Variant = "mergekit" | "paper" | "lab";

/** One way to make one tensor from several of equal shape. Methods know arrays and numbers, nothing else. */
export interface MergeMethod {
  /** As in YAML. */
  readonly name: string;
  readonly title: string;
  /** Paper or tool that the formula comes from. */
  readonly reference: string;
  /** The formula in one line, in the variant that is computed. */
  readonly formula: string;
  /** `mergekit`: a method of mergekit under the same name. The others are refused there, by their name. */
  readonly variant: Variant;
  /** How many models a slice may have, the base among them. */
  readonly models: { readonly min: number; readonly max: number };
  /** Whether one model is the base: its tensor then comes first and has no parameters of its own. */
  readonly base: "none" | "optional" | "required";
  /** What must be measured on the running base before this method can be applied. Default nothing. */
  readonly needs?: keyof Evidence;
  readonly parameters: Readonly<Record<string, ParameterRule>>;
  /** What is wrong with these values, for this tensor where it is known, before any tensor is read. Default nothing. */
  objectToParameters?(parameters: MergeParameters, place?: TensorPlace): Objection | undefined;
  /** What is wrong with these tensors, before they are merged. Default nothing. */
  objectToTensors?(tensors: readonly Float32Array[], parameters: MergeParameters): Objection | undefined;
  /** For each model, whether its tensor enters the result at all; one that does not is never fetched. */
  uses(parameters: MergeParameters): readonly boolean[];
  /** True when the one tensor in use is the result unchanged, so that nothing is computed or stored anew. */
  borrows(parameters: MergeParameters): boolean;
  /**
   * The method adds differences to the base. `stated`: the shares of the other models are the factors of their differences;
   * `measured`: the tensors decide these, and the shares only say that they are alike. Default it mixes the models themselves.
   */
  readonly adds?: "stated" | "measured";
  /** How much of each tensor is in the result, for drawing; 1 in sum unless the method scales or adds differences. */
  shares(parameters: MergeParameters): readonly number[];
  /** The merged tensor. Sums are taken in f64 and rounded once to f32. `tensors` have equal length and are left as they are. */
  merge(tensors: readonly Float32Array[], parameters: MergeParameters, place: TensorPlace): Float32Array;
}

/** A parameter that the rule says is a number. */
export function numberOf(values: Readonly<Record<string, number | boolean>> | undefined, name: string): number {
  return Number(values?.[name]);
}
