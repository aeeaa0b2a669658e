import { recipeFault } from "./check";
import { methodOf } from "./methods/index";
import { layerNorms, llamaMlpNorm, mlpNormIn } from "./mlp-norm";
import { resolveMerge, type SourceTensor, type TensorOrigin } from "./origin";
import { depthInSlice } from "./parameters";
import { baseOf, type Recipe, type Slice, type TokenizerRule, type TokenRule } from "./recipe";
import type { OuterRole } from "./tensor-name";

/** One contribution to a tensor or a layer: which model, which of its layers (absent outside the layers), what share. */
export interface Contribution {
  readonly model: string;
  readonly layer?: number;
  /** Shares of one layer add up to 1, unless the recipe scales or adds differences to a base. */
  readonly share: number;
  /** The base of a method that adds differences to it. */
  readonly base?: true;
}

/** What one layer of the result is made of. */
export interface LayerOrigins {
  /** In the recipe's order; models without influence are left out. */
  readonly contributions: readonly Contribution[];
  /** False when filters treat the tensors of this layer differently; then shares are means over them. */
  readonly uniform: boolean;
  /** Attention and MLP, each with the norm before it, where the tensors of each half are treated alike. */
  readonly halves?: readonly [attention: readonly Contribution[], mlp: readonly Contribution[]];
}

export interface RecipeOrigins {
  readonly layers: readonly LayerOrigins[];
  readonly outer: Readonly<Record<OuterRole, readonly Contribution[]>>;
}

const outerTensors: Readonly<Record<OuterRole, string>> = {
  embeddings: "model.embed_tokens.weight",
  norm: "model.norm.weight",
  head: "lm_head.weight",
};

const matrices = {
  attention: ["self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj", "self_attn.o_proj"],
  mlp: ["mlp.gate_proj", "mlp.up_proj", "mlp.down_proj"],
} as const;

/**
 * What each layer of a recipe's result is made of, by the recipe alone: no checkpoint is opened. `depth` is the number of
 * layers of a model, for recipes without ranges. Undefined when the recipe has a fault or its depth is unknown.
 */
export function originsOf(recipe: Recipe, depth?: number): RecipeOrigins | undefined {
  if (recipeFault(recipe)) return undefined;
  const layers: LayerOrigins[] = [];
  const norms = layerNorms[mlpNormIn(recipe) ?? llamaMlpNorm];
  for (const slice of recipe.slices) {
    const starts = slice.sources.map((source) => source.layer_range?.[0] ?? 0);
    const range = slice.sources[0]!.layer_range;
    const length = range ? range[1] - range[0] : depth;
    if (length === undefined) return undefined;
    for (let index = 0; index < length; index++) {
      const mixture = (name: string) => {
        const rest = `${name}.weight`;
        const read = slice.sources.map(({ model }, source) => sourceTensor(model, starts[source]! + index, rest));
        const output = `model.layers.${layers.length}.${rest}`;
        return mixtureOf(recipe, slice, read, output, depthInSlice(index, length));
      };
      const attention = [...norms.attention, ...matrices.attention].map(mixture);
      const mlp = [...norms.mlp, ...matrices.mlp].map(mixture);
      if (!isKnown(attention) || !isKnown(mlp)) return undefined;
      layers.push(summary(attention, mlp, recipe, slice, starts, index));
    }
  }
  const outer = Object.fromEntries(
    Object.entries(outerTensors).map(([role, tensor]) => {
      const slice = role === "embeddings" ? recipe.slices[0]! : recipe.slices.at(-1)!;
      const read = slice.sources.map(({ model }) => ({ model, tensor }));
      const mixture = mixtureOf(recipe, slice, read, tensor, 0) ?? [];
      return [role, contributions(mixture, recipe, slice)];
    }),
  );
  return { layers, outer: outer as Record<OuterRole, readonly Contribution[]> };
}

function sourceTensor(model: string, layer: number, rest: string): SourceTensor {
  return { model, tensor: `model.layers.${layer}.${rest}` };
}

/** The share of each of a slice's sources in one tensor, in the slice's order. */
function mixtureOf(
  recipe: Recipe,
  slice: Slice,
  read: readonly SourceTensor[],
  tensor: string,
  depth: number,
): readonly number[] | undefined {
  const origin = resolveMerge(recipe, slice, read, { tensor, depth });
  if (!origin.ok) return undefined;
  const shares = sharesOf(origin.value);
  return slice.sources.map(({ model }) => shares.get(model) ?? 0);
}

function sharesOf(origin: TensorOrigin): ReadonlyMap<string, number> {
  if (origin.kind === "copy") return new Map([[origin.from.model, 1]]);
  const shares = methodOf(origin.method).shares(origin.parameters);
  return new Map(origin.from.map(({ model }, index) => [model, shares[index] ?? 0]));
}

/** For each of some tensors the share of each source. */
type Mixtures = readonly (readonly number[])[];

function isKnown(mixtures: readonly (readonly number[] | undefined)[]): mixtures is Mixtures {
  return !mixtures.includes(undefined);
}

function summary(
  attention: Mixtures,
  mlp: Mixtures,
  recipe: Recipe,
  slice: Slice,
  starts: readonly number[],
  index: number,
): LayerOrigins {
  const mixtures = [...attention, ...mlp];
  const mean = slice.sources.map(
    (_, source) => mixtures.reduce((sum, mixture) => sum + mixture[source]!, 0) / mixtures.length,
  );
  const alike = (group: Mixtures) =>
    group.every((mixture) => mixture.every((share, source) => Math.abs(share - group[0]![source]!) < 1e-9));
  const uniform = alike(mixtures);
  return {
    contributions: contributions(uniform ? mixtures[0]! : mean, recipe, slice, starts, index),
    uniform,
    ...(alike(attention) &&
      alike(mlp) && {
        halves: [
          contributions(attention[0]!, recipe, slice, starts, index),
          contributions(mlp[0]!, recipe, slice, starts, index),
        ],
      }),
  };
}

function contributions(
  shares: readonly number[],
  recipe: Recipe,
  slice: Slice,
  starts?: readonly number[],
  index = 0,
): readonly Contribution[] {
  const base = methodOf(recipe.merge_method).adds ? baseOf(recipe, slice) : undefined;
  return slice.sources
    .map(({ model }, source) => ({
      model,
      ...(starts && { layer: starts[source]! + index }),
      share: shares[source] ?? 0,
      ...(model === base && { base: true as const }),
    }))
    .filter(({ share }) => share !== 0);
}

/** The recipe with other models in the place of those that `names` lists; two may change places. */
export function renameModels(recipe: Recipe, names: ReadonlyMap<string, string>): Recipe {
  const renamed = (model: string): string => names.get(model) ?? model;
  return {
    ...recipe,
    ...(recipe.base_model !== undefined && { base_model: renamed(recipe.base_model) }),
    ...(recipe.tokenizer && { tokenizer: renamedRule(recipe.tokenizer, renamed) }),
    ...(recipe.inputs && {
      inputs: recipe.inputs.map(({ name, recipe: part }) => ({ name, recipe: renameModels(part, names) })),
    }),
    slices: recipe.slices.map((slice) => ({
      ...slice,
      ...(slice.base_model !== undefined && { base_model: renamed(slice.base_model) }),
      sources: slice.sources.map((source) => ({ ...source, model: renamed(source.model) })),
    })),
  };
}

function renamedRule(rule: TokenizerRule, renamed: (model: string) => string): TokenizerRule {
  const sourceOf = (source: TokenRule["source"]): TokenRule["source"] => {
    if (typeof source === "string") return renamed(source);
    return source.kind === "model_token" ? { ...source, model: renamed(source.model) } : source;
  };
  return {
    ...rule,
    source: renamed(rule.source),
    ...(rule.tokens && {
      tokens: Object.fromEntries(
        Object.entries(rule.tokens).map(([token, own]) => [token, { ...own, source: sourceOf(own.source) }]),
      ),
    }),
  };
}
