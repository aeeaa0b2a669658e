import * as v from "valibot";
import { chosenMethods } from "../../steering/directions/direction";
import { operations } from "../../steering/parts";
import { applyingDefaults, applyingSchema } from "./steering-applying";
import { compositionDefaults, compositionSchema } from "./steering-composition";
import { headDefaults, headSchema } from "./steering-head";
import { mapsDefaults, mapsSchema } from "./steering-maps";
import { neuronsDefaults, neuronsSchema } from "./steering-neurons";
import { mixingDefaults, mixingSchema } from "./steering-mixing";
import { reinjectionDefaults, reinjectionSchema } from "./steering-reinjection";
import { storyTraits } from "./story-traits";
import { valuesDefaults, valuesSchema } from "./steering-values";
import { viewsDefaults, viewsSchema } from "./steering-views";

const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/));
const strength = v.pipe(v.number(), v.finite(), v.minValue(-8), v.maxValue(8));
const layer = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(199));
const texts = v.pipe(v.string(), v.maxLength(20_000));

/**
 * What Run does: steers by a direction, or by several whose strengths change from token to token; maps one language to another; edits the neurons of a language, or those that write a trait; adds a language's vector at the head; gives an instruction again; lets several models
 * write one text; looks inside a model.
 */
export const tasks = [
  "direction",
  "composition",
  "maps",
  "neurons",
  "values",
  "head",
  "reinjection",
  "mixing",
  "views",
] as const;

/** The settings of the steering lab; every field is bounded, as a link is untrusted. */
export const schema = v.object({
  task: v.picklist(tasks),
  /** An embedded id or `owner/name@revision`. */
  model: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  /**
   * Where the two sets come from: the parallel sentences of two languages, the two fields of own texts, or stories of two
   * kinds in one language.
   */
  texts: v.picklist(["parallel", "own", "stories"]),
  /** Of stories: what they differ in, and their language, `mul` for all in turn. Read only when `texts` is `stories`. */
  trait: v.picklist(storyTraits),
  storyLanguage: language,
  /** The language steered away from, and the one steered towards. */
  source: language,
  target: language,
  /** Own texts, one a line; read only when `texts` is `own`, kept otherwise. */
  sourceTexts: texts,
  targetTexts: texts,
  method: v.picklist(chosenMethods),
  /** Which tokens of a text are read; an answer is what stands behind its last "||", and a stretch is read by `custom`. */
  position: v.picklist(["mean", "last", "all", "answer", "custom"]),
  /** Counted from the first of the text's own tokens, or from the end where `from` is negative. */
  stretch: v.object({
    from: v.pipe(v.number(), v.integer(), v.minValue(-200), v.maxValue(200)),
    count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
  }),
  /** Id of a vector file whose vectors stand in for the method's; empty for none. A link holds the id, not the vectors. */
  vectorFile: v.pipe(v.string(), v.maxLength(80)),
  /** null: the layer proposed by held-out separation. */
  layer: v.nullable(layer),
  /** In class distances of the layer. */
  strength,
  /** What is done along the direction; a removal has no strength. */
  operation: v.picklist(operations),
  /** The layer alone, it and all after it, or every layer; a strength is shared out among them. */
  spread: v.picklist(["one", "onwards", "all"]),
  span: v.picklist(["prompt", "generation", "both"]),
  applying: applyingSchema,
  /** Whether the direction is looked at: beside itself at other layers, beside others, and as the head reads it. */
  likeness: v.boolean(),
  /** One a line; the first four are used. */
  prompts: v.pipe(v.string(), v.maxLength(4_000)),
  maxNewTokens: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(128)),
  /** 0 is greedy. */
  temperature: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(2)),
  /** Of the split, the random control and sampling. */
  seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff)),
  /** Whether every layer is tried at every strength of the list. */
  sweep: v.boolean(),
  sweepStrengths: v.pipe(v.array(strength), v.minLength(1), v.maxLength(12)),
  composition: compositionSchema,
  maps: mapsSchema,
  head: headSchema,
  reinjection: reinjectionSchema,
  mixing: mixingSchema,
  views: viewsSchema,
  neurons: neuronsSchema,
  values: valuesSchema,
});

export type Document = v.InferOutput<typeof schema>;

export const defaults: Document = {
  task: "direction",
  model: "polyglot-base",
  texts: "parallel",
  trait: "mood",
  storyLanguage: "en",
  source: "en",
  target: "de",
  sourceTexts: "",
  targetTexts: "",
  method: "mean-difference",
  position: "mean",
  stretch: { from: -1, count: 1 },
  vectorFile: "",
  layer: null,
  strength: 1,
  operation: "add",
  spread: "one",
  span: "both",
  applying: applyingDefaults,
  likeness: false,
  prompts: "The old woman opened the door and\nIn the morning the children\nThe train was late because",
  maxNewTokens: 24,
  temperature: 0,
  seed: 1,
  sweep: false,
  sweepStrengths: [0, 0.5, 1, 1.5, 2, 3],
  composition: compositionDefaults,
  maps: mapsDefaults,
  head: headDefaults,
  reinjection: reinjectionDefaults,
  mixing: mixingDefaults,
  views: viewsDefaults,
  neurons: neuronsDefaults,
  values: valuesDefaults,
};
