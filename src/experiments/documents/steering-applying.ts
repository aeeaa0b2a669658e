import * as v from "valibot";
import type { operations } from "../../steering/parts";
import { storyTraits } from "./story-traits";

const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/));

/** A cap is only for the first direction: a layer has one. */
export const furtherOperations = [
  "add",
  "ablate",
  "project",
  "scale",
] as const satisfies readonly (typeof operations)[number][];

const further = v.object({
  /** Two languages, or what stories in the language `source` differ in (`mul`: in all of them). */
  between: v.picklist(["languages", ...storyTraits]),
  source: language,
  target: language,
  operation: v.picklist(furtherOperations),
  strength: v.pipe(v.number(), v.finite(), v.minValue(-8), v.maxValue(8)),
});

/** A direction that joins the one between the two sets. */
export type Further = v.InferOutput<typeof further>;

/** How directions are applied: which others join, and what bounds them all. */
export const applyingSchema = v.object({
  further: v.pipe(v.array(further), v.maxLength(3)),
  /** Whether each further direction loses what lies along those before it. */
  orthogonal: v.boolean(),
  /** Whether the stream keeps its length at each position. */
  keepNorm: v.boolean(),
  /** The first position that is steered, counted from the first token of the prompt. */
  from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4096)),
  /**
   * Steers only where the stream lies nearer to the second language than to the first, decided at every token anew or once a
   * prompt; null: everywhere.
   */
  condition: v.nullable(
    v.object({ source: language, target: language, decided: v.optional(v.picklist(["token", "prompt"]), "token") }),
  ),
});

export type Applying = v.InferOutput<typeof applyingSchema>;

export const applyingDefaults: Applying = {
  further: [],
  orthogonal: false,
  keepNorm: false,
  from: 0,
  condition: null,
};
