import type { ParameterValue, Recipe } from "./recipe";

/**
 * A layer's norms by halves, under the part of the MLP half's names that tells families apart and is its filter in recipes:
 * Llama and its kin; GPT-2; Gemma 2 and 3 and OLMo 2, whose post_attention_layernorm belongs to attention.
 */
export const layerNorms = {
  post_attention_layernorm: { attention: ["input_layernorm"], mlp: ["post_attention_layernorm"] },
  ln_2: { attention: ["ln_1"], mlp: ["ln_2"] },
  feedforward_layernorm: {
    attention: ["input_layernorm", "post_attention_layernorm"],
    mlp: ["pre_feedforward_layernorm", "post_feedforward_layernorm"],
  },
} as const;
export type MlpNorm = keyof typeof layerNorms;
export const llamaMlpNorm: MlpNorm = "post_attention_layernorm";

/** The last is looked for first: its families have norms of the first's name, too. */
const mlpNorms = Object.keys(layerNorms) as readonly MlpNorm[];

/** What a checkpoint calls the norms of its layers' MLPs; undefined where they have none of their own. */
export function mlpNormOf(tensors: Iterable<string>): MlpNorm | undefined {
  const names = [...tensors];
  return mlpNorms.findLast((norm) => names.some((name) => name.includes(norm)));
}

/** What a recipe calls them, by its filters; undefined where none is about them. */
export function mlpNormIn({ slices, parameters }: Recipe): MlpNorm | undefined {
  const all = [
    parameters,
    ...slices.flatMap((slice) => [slice.parameters, ...slice.sources.map((source) => source.parameters)]),
  ];
  const filters = all.flatMap((level) => Object.values(level ?? {}).flatMap(filtersOf));
  return mlpNorms.findLast((norm) => filters.some((filter) => filter.includes(norm)));
}

function filtersOf(value: ParameterValue): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry) => (typeof entry === "object" && entry.filter !== undefined ? [entry.filter] : []));
}
