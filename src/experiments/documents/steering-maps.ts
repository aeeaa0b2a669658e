import * as v from "valibot";

/** A linear map from the language steered away from to the one steered towards. */
export const mapsSchema = v.object({
  /** Pairs of a sentence and its translation: the parallel sentences, or sentences of the stories. */
  pairs: v.picklist(["parallel", "stories"]),
  /** Used at most; a fifth of them is held out. */
  count: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(500)),
  /** As a share of the mean square of the activations' columns; 0 is plain least squares. */
  ridge: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(10)),
  /** The edit's rank; 0 is the full map. */
  rank: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4096)),
  /** h + s h W, or h + s (h W - h). */
  form: v.picklist(["add", "towards"]),
  /** Which positions are mapped; `last` is the last of the prompt, as in the paper. */
  span: v.picklist(["both", "prompt", "generation", "last"]),
  /** s: 0 changes nothing. */
  strength: v.pipe(v.number(), v.finite(), v.minValue(-2), v.maxValue(2)),
  /** Whether strengths from -1 to 1 are tried. */
  sweep: v.boolean(),
});

export type Maps = v.InferOutput<typeof mapsSchema>;

export const mapsDefaults: Maps = {
  pairs: "stories",
  count: 400,
  ridge: 0.01,
  rank: 0,
  form: "towards",
  span: "both",
  strength: 1,
  sweep: true,
};
