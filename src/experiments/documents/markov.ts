import * as v from "valibot";

/** A source of bits that repeat those some places before, now and then flipped. */
export const markovSchema = v.object({
  /** How many places before. */
  order: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8)),
  /** The probability of a flip. */
  flip: v.pipe(v.number(), v.minValue(0.01), v.maxValue(0.5)),
  seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff)),
});

export const markovDefaults: v.InferOutput<typeof markovSchema> = { order: 2, flip: 0.1, seed: 1 };
