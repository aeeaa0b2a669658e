import * as v from "valibot";
import { theoryIds } from "../../codeswitch/constraints";
import { sentencePairs } from "../../codeswitch/pairs";
import { universalTags } from "../../codeswitch/tags";
import { agentsDefaults, agentsSchema } from "./codeswitching-agents";
import { factoryDefaults, factorySchema } from "./codeswitching-factory";
import { modelDefaults, modelSchema } from "./codeswitching-model";
import { readingsDefaults, readingsSchema } from "./codeswitching-readings";

const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/));
const sentence = v.pipe(v.string(), v.maxLength(6_000));
const side = v.picklist([0, 1]);
/** Percent. */
const target = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(100));

/** The settings of the code-switching lab; every field is bounded, as a link is untrusted. */
export const schema = v.object({
  /** ISO 639-1, of the first and the second sentence. */
  languages: v.tuple([language, language]),
  sentences: v.tuple([sentence, sentence]),
  /** Links in the Pharaoh format: `0-0 1-2`. */
  alignment: v.pipe(v.string(), v.maxLength(20_000)),
  /** Brackets over one of the sentences; empty for none. */
  tree: v.pipe(v.string(), v.maxLength(40_000)),
  treeSide: side,
  theory: v.picklist(theoryIds),
  /** Whether the free morpheme constraint holds beside the theory. */
  freeMorpheme: v.boolean(),
  /** Phrases of several words: not looked for, counted where a switch breaks them, or never broken. */
  phrases: v.picklist(["ignored", "counted", "whole"]),
  /** Which sentence's language is the main one. */
  matrix: side,
  /** What is asked of the generated sentences: the code-mixing index, the share of words of the other language, or that of places that switch. */
  measure: v.picklist(["cmi", "embedded", "switching"]),
  /** What is asked for, in percent; each gives a list of sentences. */
  targets: v.pipe(v.array(target), v.minLength(1), v.maxLength(4)),
  /** Sentences a target. */
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
  seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff)),
  /** What makes the switched text: rules over a pair, a dictionary, labels of entities, a model, agents, rules over many pairs; or a given text. */
  source: v.picklist(["grammar", "lexicon", "entities", "model", "agents", "corpus", "own"]),
  /** Of the lexicon: percent of the words with an entry that are replaced, parts of speech (none: all), and where entries come from. */
  ratio: target,
  /** Languages that the lexicon brings in besides, each with its own percent of those words. */
  further: v.pipe(v.array(v.object({ language, ratio: target })), v.maxLength(3)),
  tags: v.pipe(v.array(v.picklist(universalTags)), v.maxLength(universalTags.length)),
  dictionary: v.pipe(v.string(), v.maxLength(100)),
  /** Of entities: how a masked language model would be asked. */
  masking: v.picklist(["none", "whole", "partial"]),
  /** Of a corpus: pairs one a line, tabs between the sentences and the links; empty for the parallel stories. */
  pairs: v.pipe(v.string(), v.maxLength(60_000)),
  /** Sentences a target. */
  size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5_000)),
  /** How far a sentence of the corpus may be from the request, in percent. */
  tolerance: target,
  /** Of a corpus: the grid it is spread over, and what each sentence is checked for. */
  factory: factorySchema,
  /** Of a model that writes on by a plan, and of agents. */
  model: modelSchema,
  agents: agentsSchema,
  /** Of what is done with the sentences of any source. */
  readings: readingsSchema,
});

export type Document = v.InferOutput<typeof schema>;

const first = sentencePairs[0]!;

export const defaults: Document = {
  languages: [...first.languages],
  sentences: [...first.sentences],
  alignment: first.alignment,
  tree: first.tree.text,
  treeSide: first.tree.side,
  theory: "equivalence",
  freeMorpheme: true,
  phrases: "ignored",
  matrix: 0,
  measure: "cmi",
  targets: [25],
  count: 8,
  seed: 1,
  source: "grammar",
  ratio: 50,
  further: [],
  tags: [],
  dictionary: "lexicon",
  masking: "none",
  pairs: "",
  size: 200,
  tolerance: 10,
  factory: factoryDefaults,
  model: modelDefaults,
  agents: agentsDefaults,
  readings: readingsDefaults,
};
