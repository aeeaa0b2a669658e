import { llamaMlpNorm, type MlpNorm, mlpNormIn } from "./mlp-norm";
import { type Contribution, originsOf } from "./origins";
import { modelsOf, type ParameterValue, type Recipe, type Slice, type TokenizerRule } from "./recipe";
import { outerFilters } from "./tensor-name";

/** Who supplies a tensor outside the layers. */
export const suppliers = ["a", "b", "average", "base"] as const;
export type Supplier = (typeof suppliers)[number];

/**
 * A merge of two models layer by layer, each layer of the result from the same layer of A and B: the recipe that one can
 * draw. Who supplies embeddings, final norm and head is always said, never a side effect of the outer layers.
 */
export interface LayerMap {
  readonly a: string;
  readonly b: string;
  /** The common ancestor; needed where a supplier is `base`. SLERP knows two models and takes none. */
  readonly base?: string;
  readonly method: "linear" | "slerp";
  /** B's share of each layer, 0 to 1; with `mlp` of its attention and the norm before it. */
  readonly shares: readonly number[];
  /** B's share of each layer's MLP and the norm before it, where layers are split. */
  readonly mlp?: readonly number[];
  /** What the models call those norms; Llama's name where it is not known. */
  readonly mlpNorm?: MlpNorm;
  readonly embeddings: Supplier;
  readonly norm: Supplier;
  readonly head: Supplier;
  /** What else the recipe says, kept as it is. */
  readonly extras?: Pick<Recipe, (typeof extraKeys)[number]>;
}

const extraKeys = ["dtype", "tokenizer", "chat_template", "inputs"] as const;

const outerParts = ["embeddings", "norm", "head"] as const;

/**
 * The recipe of a map. Neighbouring layers of equal share are one slice; every slice lists all models, and the outer
 * slices carry filters for embeddings, norm and head, so that mergekit does the same.
 */
export function recipeOfMap(map: LayerMap): Recipe {
  const runs = equalRuns(map);
  const mlpFilters = ["mlp", map.mlpNorm ?? llamaMlpNorm];
  const slices = runs.map(({ start, end, share, mlp }, index): Slice => {
    const parts = outerParts.filter((part) => (part === "embeddings" ? index === 0 : index === runs.length - 1));
    const layer_range = [start, end] as const;
    function value(model: "a" | "b" | "base"): ParameterValue {
      const of = (inB: number) => (model === "a" ? rounded(1 - inB) : model === "b" ? inB : 0);
      if (parts.length === 0 && share === mlp) return of(share);
      return [
        ...parts.map((part) => ({ filter: outerFilters[part], value: supplied(map[part], model) })),
        ...(share === mlp ? [] : mlpFilters.map((filter) => ({ filter, value: of(mlp) }))),
        { value: of(share) },
      ];
    }
    if (map.method === "slerp") {
      return {
        sources: [map.a, map.b].map((model) => ({ model, layer_range })),
        parameters: { t: value("b") },
      };
    }
    const roles = usesBase(map) ? (["a", "b", "base"] as const) : (["a", "b"] as const);
    return {
      sources: roles.map((role) => ({ model: map[role]!, layer_range, parameters: { weight: value(role) } })),
    };
  });
  return map.method === "slerp"
    ? { merge_method: "slerp", base_model: map.a, slices, ...map.extras }
    : { merge_method: "linear", slices, ...map.extras };
}

function usesBase(map: LayerMap): boolean {
  return map.base !== undefined && outerParts.some((part) => map[part] === "base");
}

/** The share of one model in a part that `supplier` supplies. */
function supplied(supplier: Supplier, model: "a" | "b" | "base"): number {
  if (supplier === "average") return model === "base" ? 0 : 0.5;
  return supplier === model ? 1 : 0;
}

interface Run {
  readonly start: number;
  end: number;
  readonly share: number;
  readonly mlp: number;
}

function equalRuns(map: LayerMap): readonly Run[] {
  const runs: Run[] = [];
  for (const [layer, share] of map.shares.map(rounded).entries()) {
    const mlp = rounded(map.mlp?.[layer] ?? share);
    const last = runs.at(-1);
    if (last && last.share === share && last.mlp === mlp) last.end = layer + 1;
    else runs.push({ start: layer, end: layer + 1, share, mlp });
  }
  return runs;
}

/** Shares are kept to six decimals, so that 1 - 0.9 is written 0.1. */
function rounded(share: number): number {
  return Math.round(share * 1e6) / 1e6;
}

/**
 * The map that a recipe amounts to; undefined when it does something that the map cannot draw: layers moved, repeated or
 * left out at the bottom, a third model inside the layers, filters within attention or MLP, scaled sums. `depth` as in
 * `originsOf`.
 */
export function mapOfRecipe(recipe: Recipe, depth?: number): LayerMap | undefined {
  const { merge_method } = recipe;
  if (merge_method !== "linear" && merge_method !== "slerp") return undefined;
  const origins = originsOf(recipe, depth);
  const [a, b] = partners(recipe);
  if (!origins || a === undefined || b === undefined) return undefined;
  const inPlace = origins.layers.every(({ halves }, layer) =>
    halves?.every(
      (contributions) =>
        contributions.every((part) => part.layer === layer && (part.model === a || part.model === b)) &&
        isWhole(contributions),
    ),
  );
  if (!inPlace) return undefined;
  const sharesOf = (half: 0 | 1) => origins.layers.map(({ halves }) => rounded(shareOf(halves![half], b)));
  const [shares, mlp] = [sharesOf(0), sharesOf(1)];
  const base = modelsOf(recipe).find((model) => model !== a && model !== b);
  const [embeddings, norm, head] = outerParts.map((part) => supplierOf(origins.outer[part], a, b, base));
  if (!embeddings || !norm || !head) return undefined;
  const mlpNorm = mlpNormIn(recipe);
  const said = extraKeys.filter((key) => recipe[key] !== undefined);
  return {
    a,
    b,
    ...(said.length > 0 && { extras: Object.fromEntries(said.map((key) => [key, recipe[key]])) }),
    ...(base !== undefined && { base }),
    method: merge_method,
    shares,
    ...(mlp.some((share, layer) => share !== shares[layer]) && { mlp }),
    ...(mlpNorm && mlpNorm !== llamaMlpNorm && { mlpNorm }),
    embeddings,
    norm,
    head,
  };
}

/** A and B of a recipe: the base first where SLERP needs one, else in order of appearance. */
function partners(recipe: Recipe): readonly string[] {
  const named = modelsOf(recipe);
  if (recipe.merge_method !== "slerp" || recipe.base_model === undefined) return named;
  return [recipe.base_model, ...named.filter((model) => model !== recipe.base_model)];
}

function supplierOf(
  contributions: readonly Contribution[],
  a: string,
  b: string,
  base: string | undefined,
): Supplier | undefined {
  if (!isWhole(contributions)) return undefined;
  if (shareOf(contributions, b) === 1) return "b";
  if (shareOf(contributions, a) === 1) return "a";
  if (base !== undefined && shareOf(contributions, base) === 1) return "base";
  return shareOf(contributions, a) === 0.5 && shareOf(contributions, b) === 0.5 ? "average" : undefined;
}

function shareOf(contributions: readonly Contribution[], model: string): number {
  return contributions.find((part) => part.model === model)?.share ?? 0;
}

/** Shares between 0 and 1 that add up to 1: an average, not a scaled or an extrapolated sum. */
function isWhole(contributions: readonly Contribution[]): boolean {
  const sum = contributions.reduce((total, { share }) => total + share, 0);
  return Math.abs(sum - 1) < 1e-9 && contributions.every(({ share }) => share >= 0 && share <= 1);
}

/** The plain average of two models over all layers and all other tensors: the usual soup. */
export function averageRecipe(a: string, b: string, tokenizer?: TokenizerRule): Recipe {
  const sources = [a, b].map((model) => ({ model, parameters: { weight: 0.5 } }));
  const named = tokenizer && (tokenizer.source === "base" ? { ...tokenizer, source: a } : tokenizer);
  return { merge_method: "linear", slices: [{ sources }], ...(named && { tokenizer: named }) };
}

/** Layers at which a recipe without ranges is looked at: enough to see any gradient that is not constant. */
const probedLayers = 16;

/** Whether a recipe is itself the plain average of its two models, however it is written. */
export function isAverage(recipe: Recipe): boolean {
  const map = mapOfRecipe(recipe, probedLayers);
  return (
    map?.method === "linear" &&
    [...map.shares, ...(map.mlp ?? [])].every((share) => share === 0.5) &&
    outerParts.every((part) => map[part] === "average")
  );
}
