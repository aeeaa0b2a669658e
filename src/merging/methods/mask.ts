import type { MergeMethod, MergeParameters, TensorPlace } from "./method";

interface MaskRule
  extends Pick<MergeMethod, "name" | "title" | "reference" | "formula" | "variant" | "needs" | "objectToParameters"> {
  readonly parameters: MergeMethod["parameters"];
  /** Fraction of the fine-tune's values that the parameters ask for: 0 is the base, 1 the fine-tune; else undefined. */
  readonly whole: (parameters: MergeParameters) => 0 | 1 | undefined;
  /** How much is taken over, for drawing. */
  readonly share: (parameters: MergeParameters) => number;
  /** 1 where the fine-tune's value is taken over, for every value. */
  readonly mask: (
    base: Float32Array,
    tuned: Float32Array,
    parameters: MergeParameters,
    place: TensorPlace,
  ) => Uint8Array;
}

/** θ = g θ₁ + (1 − g) θ₀ with a mask g of zeros and ones: values are copied, so that both ends are exact. */
export function maskMethod(rule: MaskRule): MergeMethod {
  return {
    ...rule,
    models: { min: 2, max: 2 },
    base: "required",
    uses(parameters) {
      const whole = rule.whole(parameters);
      return [whole !== 1, whole !== 0];
    },
    borrows: (parameters) => rule.whole(parameters) !== undefined,
    shares: (parameters) => [1 - rule.share(parameters), rule.share(parameters)],
    merge([base, tuned], parameters, place) {
      const mask = rule.mask(base!, tuned!, parameters, place);
      const merged = new Float32Array(base!.length);
      for (let i = 0; i < merged.length; i++) merged[i] = mask[i] === 1 ? tuned![i]! : base![i]!;
      return merged;
    },
  };
}

/** A mask of what is not zero. */
export function nonZero(values: Float32Array): Uint8Array {
  const mask = new Uint8Array(values.length);
  for (let i = 0; i < mask.length; i++) mask[i] = values[i] === 0 ? 0 : 1;
  return mask;
}
