import { fail, ok, type Result } from "../result";
import { recipeProblem } from "./fault";
import type { Evidence } from "./evidence";
import { type MergeMethodName, methodOf } from "./methods/index";
import type { MergeParameters, ParameterRule } from "./methods/method";
import { lookUp, type Place } from "./parameters";
import { baseOf, type Parameters, type Recipe, type Slice } from "./recipe";

/** A tensor of a parent. */
export interface SourceTensor {
  readonly model: string;
  readonly tensor: string;
}

/** Where a tensor's values come from: one parent's tensor unchanged, or a method over several. */
export type TensorOrigin =
  | { readonly kind: "copy"; readonly from: SourceTensor }
  | {
      readonly kind: "merge";
      readonly method: MergeMethodName;
      /** In the order in which the method takes them: the base first where it needs one. */
      readonly from: readonly SourceTensor[];
      readonly parameters: MergeParameters;
    };

/**
 * What the recipe says about one output tensor: parameters resolved at its place, sources without influence left out, and
 * `copy` where one parent's tensor is the result. `sources` are the slice's, in its order. Without `shape` nothing is known of
 * the tensor but its name.
 */
export function resolveMerge(
  recipe: Recipe,
  slice: Slice,
  sources: readonly SourceTensor[],
  place: Place & { readonly shape?: readonly number[]; readonly evidence?: Evidence },
): Result<TensorOrigin> {
  const method = methodOf(recipe.merge_method);
  const base = method.base === "none" ? undefined : baseOf(recipe, slice);
  const isBase = (index: number) => sources[index]!.model === base;
  const order = sources.map((_, index) => index).sort((a, b) => Number(isBase(b)) - Number(isBase(a)));
  const from = order.map((index) => sources[index]!);

  const shared = resolveLevel("tensor", [slice.parameters, recipe.parameters]);
  if (!shared.ok) return shared;
  const each: Record<string, number | boolean>[] = [];
  for (const index of order) {
    if (isBase(index)) {
      each.push({});
      continue;
    }
    const own = slice.sources[index]!.parameters;
    const values = resolveLevel("source", [own, slice.parameters, recipe.parameters], sources[index]);
    if (!values.ok) return values;
    each.push(values.value);
  }

  const parameters: MergeParameters = { tensor: shared.value, sources: each };
  const { shape, evidence } = place;
  const at = shape && { name: place.tensor, shape, ...(evidence && { evidence }) };
  const objection = method.objectToParameters?.(parameters, at);
  if (objection) {
    return fail(
      recipeProblem({ path: [], what: `At ${place.tensor}: ${objection.what}`, remedy: objection.remedy }, facts()),
    );
  }
  const used = method.uses(parameters);
  const kept = from.filter((_, index) => used[index]);
  if (method.borrows(parameters)) return ok({ kind: "copy", from: kept[0]! });
  return ok({
    kind: "merge",
    method: recipe.merge_method,
    from: kept,
    parameters: { tensor: shared.value, sources: each.filter((_, index) => used[index]) },
  });

  function resolveLevel(
    level: ParameterRule["level"],
    levels: readonly (Parameters | undefined)[],
    source?: SourceTensor,
  ): Result<Record<string, number | boolean>> {
    const values: Record<string, number | boolean> = {};
    for (const [name, rule] of Object.entries(method.parameters)) {
      if (rule.level !== level) continue;
      const value = lookUp(name, levels, place) ?? rule.default;
      if (value === undefined) {
        const whose = source ? ` of ${source.model}` : "";
        return fail(
          recipeProblem(
            {
              path: [],
              what: `${method.name} needs ${name}${whose} at ${place.tensor}, and the recipe does not say it.`,
              remedy: `Give ${name} ${source ? "at that source" : "in the slice"} or at the top, or add a filter entry without a name that catches the rest.`,
            },
            facts(name),
          ),
        );
      }
      values[name] = value;
    }
    return ok(values);
  }

  function facts(parameter?: string): Record<string, string> {
    return { tensor: place.tensor, ...(parameter !== undefined && { parameter }) };
  }
}
