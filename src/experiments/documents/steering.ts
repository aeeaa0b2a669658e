import * as v from "valibot";
import { chosenMethods } from "../../steering/directions/direction";
import { mixingDefaults, mixingSchema } from "./steering-mixing";
import { viewsDefaults, viewsSchema } from "./steering-views";

const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/));
const strength = v.pipe(v.number(), v.finite(), v.minValue(-8), v.maxValue(8));
const layer = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(199));
const texts = v.pipe(v.string(), v.maxLength(20_000));

/** What Run does: steers by a direction; lets several models write one text; looks inside a model. */
export const tasks = ["direction", "mixing", "views"] as const;

/** The settings of the steering lab; every field is bounded, as a link is untrusted. */
export const schema = v.object({
  task: v.picklist(tasks),
  /** An embedded id or `owner/name@revision`. */
  model: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  /** Where the two sets come from: the parallel sentences of two languages, or the two fields of own texts. */
  texts: v.picklist(["parallel", "own"]),
  /** The language steered away from, and the one steered towards. */
  source: language,
  target: language,
  /** Own texts, one a line; read only when `texts` is `own`, kept otherwise. */
  sourceTexts: texts,
  targetTexts: texts,
  method: v.picklist(chosenMethods),
  position: v.picklist(["mean", "last"]),
  /** null: the layer proposed by held-out separation. */
  layer: v.nullable(layer),
  /** In class distances of the layer. */
  strength,
  span: v.picklist(["prompt", "generation", "both"]),
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
  mixing: mixingSchema,
  views: viewsSchema,
});

export type Document = v.InferOutput<typeof schema>;

export const defaults: Document = {
  task: "direction",
  model: "polyglot-base",
  texts: "parallel",
  source: "en",
  target: "de",
  sourceTexts: "",
  targetTexts: "",
  method: "mean-difference",
  position: "mean",
  layer: null,
  strength: 1,
  span: "both",
  prompts: "The old woman opened the door and\nIn the morning the children\nThe train was late because",
  maxNewTokens: 24,
  temperature: 0,
  seed: 1,
  sweep: false,
  sweepStrengths: [0, 0.5, 1, 1.5, 2, 3],
  mixing: mixingDefaults,
  views: viewsDefaults,
};
