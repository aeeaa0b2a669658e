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
  /** One record a model, in the order of the tensors. */
  readonly sources: readonly Readonly<Record<string, number | boolean>>[];
}

/** Why a method cannot give a meaningful result here, and what to do. */
export interface Objection {
  readonly what: string;
  readonly remedy: string;
}

/** One way to make one tensor from several of equal shape. Methods know arrays and numbers, nothing else. */
export interface MergeMethod {
  /** As in mergekit's YAML. */
  readonly name: string;
  readonly title: string;
  /** Paper or tool that the formula comes from. */
  readonly reference: string;
  /** The formula in one line, in the variant that is computed. */
  readonly formula: string;
  /** How many models a slice may have. */
  readonly models: { readonly min: number; readonly max: number };
  /** True when the recipe must say `base_model`; its tensor then comes first. */
  readonly needsBase: boolean;
  readonly parameters: Readonly<Record<string, ParameterRule>>;
  /** What is wrong with these values, before any tensor is read. */
  objectToParameters(parameters: MergeParameters): Objection | undefined;
  /** What is wrong with these tensors, before they are merged. */
  objectToTensors(tensors: readonly Float32Array[], parameters: MergeParameters): Objection | undefined;
  /** For each model, whether its tensor enters the result at all; one that does not is never fetched. */
  uses(parameters: MergeParameters): readonly boolean[];
  /** True when the one tensor in use is the result unchanged, so that nothing is computed or stored anew. */
  borrows(parameters: MergeParameters): boolean;
  /** How much of each tensor is in the result, for drawing; 1 in sum unless the method scales. */
  shares(parameters: MergeParameters): readonly number[];
  /** The merged tensor. Sums are taken in f64 and rounded once to f32. `tensors` have equal length and are left as they are. */
  merge(tensors: readonly Float32Array[], parameters: MergeParameters): Float32Array;
}

/** A parameter that the rule says is a number. */
export function numberOf(values: Readonly<Record<string, number | boolean>> | undefined, name: string): number {
  return Number(values?.[name]);
}
