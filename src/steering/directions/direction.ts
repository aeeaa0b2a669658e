import type { Random } from "../../random";
import { fail, ok, type Result } from "../../result";
import { dot } from "../../vectors";
import { mean, scale, unit } from "../vectors";

/** Activations of two sets of texts at one layer: one vector [D] a text. */
export interface Contrast {
  readonly positive: readonly Float32Array[];
  readonly negative: readonly Float32Array[];
  /** Texts of all kinds, where there are more than the two sets; read by the mean-centred method only. */
  readonly background?: readonly Float32Array[];
}

/** The methods that one may steer by, in the order of panels; the first is the default. */
export const chosenMethods = [
  "mean-difference",
  "mean-centred",
  "pair-pca",
  "centred-pca",
  "lda",
  "logistic-probe",
] as const;

export type DirectionMethodId = (typeof chosenMethods)[number] | "random";

/**
 * A way to find the direction in which two sets of activations differ. What it gives is a unit vector [D] that points
 * from the negative to the positive set; how far to go along it is a strength (strength.ts).
 */
export interface DirectionMethod {
  readonly id: DirectionMethodId;
  readonly name: string;
  /** What it computes, and what is wrong with it where something is, in a sentence for the panel. */
  readonly summary: string;
  readonly source: string;
  /** Whether text i of one set belongs to text i of the other, so that both need equal length. */
  readonly paired: boolean;
  direction(contrast: Contrast, random: Random): Result<Float32Array>;
}

/** The contrast, or what is wrong with it: a set without texts, unequal widths, numbers that are not finite. */
export function checkContrast(contrast: Contrast, paired: boolean): Result<Contrast> {
  const { positive, negative, background = [] } = contrast;
  if (positive.length === 0 || negative.length === 0) {
    return fail({
      code: "input-invalid",
      what: `The ${positive.length === 0 ? "target" : "source"} set has no texts.`,
      remedy: "Give at least one text to each set; ten or more make a direction that holds on new texts.",
      facts: { positive: positive.length, negative: negative.length },
    });
  }
  if (paired && positive.length !== negative.length) {
    return fail({
      code: "input-invalid",
      what: `This method compares text by text, but one set has ${positive.length} texts and the other ${negative.length}.`,
      remedy: "Give both sets the same number of texts in the same order, or use the difference of means.",
      facts: { positive: positive.length, negative: negative.length },
    });
  }
  const width = positive[0]!.length;
  for (const vector of [...positive, ...negative, ...background]) {
    if (vector.length !== width || !vector.every(Number.isFinite)) {
      return fail({
        code: "intervention-invalid",
        what:
          vector.length === width
            ? "The activations contain a number that is not finite."
            : `The activations have ${width} and ${vector.length} dimensions.`,
        remedy: "Use activations of one model at one layer; if the numbers are not finite, load the model in f32.",
      });
    }
  }
  return ok(contrast);
}

/** The vector at length 1, turned so that the positive set projects further along it; a problem where it has no length. */
export function orient(vector: Float32Array, { positive, negative }: Contrast): Result<Float32Array> {
  const direction = unit(vector);
  if (direction === null) {
    return fail({
      code: "input-invalid",
      what: "The two sets do not differ at this layer, so there is no direction between them.",
      remedy: "Give two sets of texts that differ in what you want to steer.",
    });
  }
  const turned = dot(direction, mean(positive)) < dot(direction, mean(negative));
  return ok(turned ? scale(direction, -1) : direction);
}
