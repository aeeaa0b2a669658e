import type { MergeMethodName } from "./methods/index";

/**
 * A merge as one value: what mergekit's YAML holds, the panel's controls edit, and a link carries. `slices` are listed in
 * the order of the output's layers; `models` in YAML is sugar for one slice over all layers.
 */
export interface Recipe {
  readonly merge_method: MergeMethodName;
  readonly base_model?: string;
  readonly slices: readonly Slice[];
  readonly parameters?: Parameters;
  /** Type in which the result is stored; the parents' own when absent. Arithmetic is in f32. */
  readonly dtype?: MergeDtype;
  /** Which vocabulary the result has and how the rows of different ones go together; absent, all must have the same. */
  readonly tokenizer?: TokenizerRule;
  /** `auto` (the one most parents have), a name, or Jinja text; absent, the base model's. */
  readonly chat_template?: string;
  /** Merges that this one, or a later one of them, names as models: the documents of mergekit-multi. */
  readonly inputs?: readonly NamedRecipe[];
}

/** A merge that others name as a model. It names those before it. */
export interface NamedRecipe {
  readonly name: string;
  readonly recipe: Omit<Recipe, "inputs">;
}

export interface TokenizerRule {
  /** `union`, `base`, or one of the recipe's models. */
  readonly source: string;
  readonly tokens?: Readonly<Record<string, TokenRule>>;
  readonly pad_to_multiple_of?: number;
}

/** Where a token's row comes from in models that lack it; with `force` in all models. */
export interface TokenRule {
  readonly source: string | TokenReference | { readonly kind: "zero" };
  readonly force?: boolean;
}

/** Another token's row. */
export interface TokenReference {
  readonly kind: "model_token";
  readonly model: string;
  readonly token?: string;
  readonly token_id?: number;
}

export const mergeDtypes = ["float32", "float16", "bfloat16"] as const;
export type MergeDtype = (typeof mergeDtypes)[number];

export interface Slice {
  readonly sources: readonly Source[];
  /** In the place of the recipe's. */
  readonly base_model?: string;
  readonly parameters?: Parameters;
}

export interface Source {
  /** An embedded id, `owner/name@revision`, or the name of one of the recipe's inputs. */
  readonly model: string;
  /**
   * Half-open: layers a to b-1. All sources of a slice have equal length. Absent (the `models` form): every layer of the
   * model; then the recipe has one slice and no source has a range.
   */
  readonly layer_range?: readonly [number, number];
  readonly parameters?: Parameters;
}

export type Parameters = Readonly<Record<string, ParameterValue>>;

/** A scalar, a gradient over the layers of a slice, or a list of filtered values of which the first match wins. */
export type ParameterValue = Setting | readonly FilteredValue[];

export type Setting = number | boolean | readonly number[];

export interface FilteredValue {
  /** Part of a tensor's name; absent or `*` matches every name. */
  readonly filter?: string;
  readonly value: Setting;
}

/** The models that a recipe itself names, inputs among them, each once, in order of appearance. */
export function modelsOf({ slices, base_model, tokenizer }: Recipe): readonly string[] {
  const named = slices.flatMap((slice) => slice.sources.map((source) => source.model));
  if (base_model !== undefined) named.push(base_model);
  if (tokenizer) named.push(...tokenModels(tokenizer));
  return [...new Set(named)];
}

/** The models that only rules on tokens may name. */
function tokenModels({ source, tokens = {} }: TokenizerRule): readonly string[] {
  const named = source === "union" || source === "base" ? [] : [source];
  for (const rule of Object.values(tokens)) {
    if (typeof rule.source === "string") named.push(rule.source);
    else if (rule.source.kind === "model_token") named.push(rule.source.model);
  }
  return named;
}

/** The checkpoints that a recipe and its inputs need, each once: what must be opened. */
export function checkpointsOf(recipe: Recipe): readonly string[] {
  const inputs = recipe.inputs ?? [];
  const made = new Set(inputs.map(({ name }) => name));
  const named = [...inputs.flatMap((input) => modelsOf(input.recipe)), ...modelsOf(recipe)];
  return [...new Set(named.filter((name) => !made.has(name)))];
}

/** The base of a slice: its own, else the recipe's. */
export function baseOf(recipe: Recipe, slice: Slice): string | undefined {
  return slice.base_model ?? recipe.base_model;
}
