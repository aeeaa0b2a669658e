import { fail, ok, type Problem, type Result } from "../result";
import { recipeFault } from "./check";
import { compatibility, type Parent } from "./compatibility";
import type { Evidence } from "./evidence";
import { recipeProblem } from "./fault";
import { mlpNormIn, mlpNormOf } from "./mlp-norm";
import { resolveMerge, type SourceTensor, type TensorOrigin } from "./origin";
import { depthInSlice } from "./parameters";
import { isTied, type NamedParent, namedAs } from "./parent-tensors";
import { modelsOf, type Recipe, type Slice } from "./recipe";
import { hasTokenRows, layerCount, layerTensorName, outerRole } from "./tensor-name";
import { isAligned, planVocabulary, type Vocabulary, type VocabularyPlan } from "./vocabulary";

/** One tensor of the result: its shape and where its values come from. */
export interface PlannedTensor {
  readonly shape: readonly number[];
  readonly origin: TensorOrigin;
  /** Where the sources' rows are first brought into the order of the plan's vocabulary: the tensor's name in each model. */
  readonly aligned?: ReadonlyMap<string, string>;
}

/** What a merge will do, tensor by tensor, before any weight is read. */
export interface MergePlan {
  /** Number of layers of the result. */
  readonly layers: number;
  /** The model whose config and tokenizer the result takes: the base model, else the first source. */
  readonly host: string;
  readonly tensors: ReadonlyMap<string, PlannedTensor>;
  /** Where the recipe has a rule for it. */
  readonly vocabulary?: VocabularyPlan;
  /** Legal but worth knowing, one sentence each. */
  readonly warnings: readonly string[];
}

/**
 * Plans a recipe over its parents. Fails with `recipe-invalid` (a fault of the recipe, a range past the end) or
 * `checkpoints-incompatible` (a tensor that is missing or has another shape in one parent, another vocabulary).
 */
export function planMerge(
  recipe: Recipe,
  parents: ReadonlyMap<string, Parent>,
  evidence?: Evidence,
): Result<MergePlan> {
  const fault = recipeFault(recipe);
  if (fault) return fail(recipeProblem(fault));
  const named = modelsOf(recipe);
  const host = recipe.base_model ?? named[0]!;
  const used = new Map<string, NamedParent>();
  for (const name of [host, ...named]) {
    const parent = parents.get(name);
    if (!parent) return fail(absent(name));
    used.set(name, namedAs(parents.get(host)!, parent));
  }
  const fit = compatibility(used, recipe.tokenizer !== undefined);
  if (!fit.ok) return fit;
  const rows =
    recipe.tokenizer && planVocabulary(recipe.tokenizer, vocabularies(used), recipe.base_model, heights(used));
  if (rows && !rows.ok) return rows;
  const vocabulary = rows?.value;
  const warnings = [...fit.value, ...splitWarnings(recipe, host, parents.get(host)!)];
  const tensors = new Map<string, PlannedTensor>();

  let layers = 0;
  for (const [sliceIndex, slice] of recipe.slices.entries()) {
    const ranges = rangesOf(slice, sliceIndex, used);
    if (!ranges.ok) return ranges;
    const [first, end] = ranges.value[0]!;
    for (let index = 0; index < end - first; index++, layers++) {
      const problem = planLayer(index, end - first, layers, slice, ranges.value);
      if (problem) return fail(problem);
    }
  }
  const outer = planOuter();
  return outer ? fail(outer) : ok({ layers, host, tensors, warnings, ...(vocabulary && { vocabulary }) });

  function planLayer(
    index: number,
    length: number,
    output: number,
    slice: Slice,
    ranges: readonly (readonly [number, number])[],
  ): Problem | undefined {
    for (const [stem, rest] of layerParts(slice, ranges, index)) {
      const read = slice.sources.map(({ model }, source) => ({
        model,
        tensor: `${stem}.${ranges[source]![0] + index}.${rest}`,
      }));
      const problem = planTensor(`${stem}.${output}.${rest}`, read, slice, depthInSlice(index, length));
      if (problem) return problem;
    }
    return undefined;
  }

  /** Stem and rest of every tensor that any source has in this layer. */
  function layerParts(
    slice: Slice,
    ranges: readonly (readonly [number, number])[],
    index: number,
  ): readonly (readonly [string, string])[] {
    const parts = new Map<string, readonly [string, string]>();
    for (const [source, { model }] of slice.sources.entries()) {
      for (const name of used.get(model)!.tensors.keys()) {
        const inner = layerTensorName(name);
        if (inner?.layer === ranges[source]![0] + index)
          parts.set(`${inner.stem} ${inner.rest}`, [inner.stem, inner.rest]);
      }
    }
    return [...parts.values()];
  }

  /** Embeddings come from the first slice, final norm and head from the last, all at depth 0. */
  function planOuter(): Problem | undefined {
    const [firstSlice, lastSlice] = [recipe.slices[0]!, recipe.slices.at(-1)!];
    for (const slice of new Set([firstSlice, lastSlice])) {
      const names = new Set(slice.sources.flatMap(({ model }) => [...used.get(model)!.tensors.keys()]));
      for (const name of names) {
        if (layerTensorName(name) || (outerRole(name) === "embeddings" ? firstSlice : lastSlice) !== slice) continue;
        const read = slice.sources.map(({ model }) => ({ model, tensor: name }));
        const problem = planTensor(name, read, slice, 0);
        if (problem) return problem;
      }
    }
    const extra = lastSlice.sources.length - firstSlice.sources.length;
    if (extra > 0) {
      warnings.push(
        `The last slice has ${extra} more source${extra === 1 ? "" : "s"} than the first; mergekit leaves ${extra === 1 ? "it" : "them"} out of the final norm and head, this lab does not.`,
      );
    }
    return undefined;
  }

  /** What each model that has the tensor calls it. */
  function namesOf(tensor: string): ReadonlyMap<string, string> {
    const names = [...used].map(([model, { ownName }]) => [model, ownName.get(tensor)] as const);
    return new Map(names.filter((entry): entry is [string, string] => entry[1] !== undefined));
  }

  function planTensor(output: string, read: readonly SourceTensor[], slice: Slice, depth: number): Problem | undefined {
    let shape: readonly number[] | undefined;
    for (const { model, tensor } of read) {
      const parent = used.get(model)!;
      const found = parent.tensors.get(tensor);
      if (!found) return missing(model, parent, tensor, read[0]!);
      const rowed = vocabulary !== undefined && hasTokenRows(output);
      const own = rowed ? [vocabulary.rows.length, ...found.shape.slice(1)] : found.shape;
      shape ??= own;
      if (JSON.stringify(shape) !== JSON.stringify(own)) {
        return misfit(read[0]!, shape, { model, tensor }, own);
      }
    }
    const place = { tensor: output, depth, shape: shape ?? [], ...(evidence && { evidence }) };
    const sources = read.map(({ model, tensor }) => ({ model, tensor: used.get(model)!.ownName.get(tensor)! }));
    const origin = resolveMerge(recipe, slice, sources, place);
    if (!origin.ok) return origin.problem;
    const from = origin.value.kind === "copy" ? [origin.value.from] : origin.value.from;
    const aligned = from.some(
      ({ model }) =>
        vocabulary !== undefined &&
        hasTokenRows(output) &&
        !isAligned(vocabulary, model, used.get(model)!.tensors.get(output)!.shape[0]!),
    );
    tensors.set(output, { shape: place.shape, origin: origin.value, ...(aligned && { aligned: namesOf(output) }) });
    return undefined;
  }
}

/** Layer ranges of a slice's sources, the open ones filled in from the parents. */
function rangesOf(
  slice: Slice,
  sliceIndex: number,
  parents: ReadonlyMap<string, Parent>,
): Result<readonly (readonly [number, number])[]> {
  const ranges: (readonly [number, number])[] = [];
  for (const [index, { model, layer_range }] of slice.sources.entries()) {
    const layers = layerCount(parents.get(model)!.tensors.keys());
    const range = layer_range ?? ([0, layers] as const);
    if (range[1] > layers) {
      return fail(
        recipeProblem({
          path: ["slices", sliceIndex, "sources", index, "layer_range"],
          what: `[${range.join(", ")}] reaches past the end of ${model}, which has ${layers} layers.`,
          remedy: `End the range at ${layers} or before.`,
        }),
      );
    }
    const first = ranges[0];
    if (first && first[1] - first[0] !== range[1] - range[0]) {
      return fail({
        code: "checkpoints-incompatible",
        what: `${slice.sources[0]!.model} has ${first[1] - first[0]} layers and ${model} has ${layers}.`,
        remedy: "Say by slices with a layer_range which layers go together, or choose checkpoints of equal depth.",
        facts: { a: first[1] - first[0], b: layers },
      });
    }
    ranges.push(range);
  }
  return ok(ranges);
}

function vocabularies(parents: ReadonlyMap<string, Parent>): ReadonlyMap<string, Vocabulary> {
  return new Map([...parents].map(([name, { vocabulary }]) => [name, vocabulary ?? new Map<string, number>()]));
}

/** Rows of each model's embedding and head. */
function heights(parents: ReadonlyMap<string, Parent>): ReadonlyMap<string, number> {
  const rows = [...parents].map(([name, { tensors }]) => {
    const own = [...tensors].filter(([tensor]) => hasTokenRows(tensor)).map(([, { shape }]) => shape[0]!);
    return [name, Math.min(...own)] as const;
  });
  return new Map(rows);
}

/** Told where a recipe names the norms of the MLP half of its layers and the models call them otherwise. */
function splitWarnings(recipe: Recipe, model: string, { tensors }: Parent): readonly string[] {
  const [said, own] = [mlpNormIn(recipe), mlpNormOf(tensors.keys())];
  if (said === undefined || said === own) return [];
  const told = own === undefined ? "has no norm before its MLP alone" : `calls the norms of its MLP ${own}`;
  return [
    `The recipe splits layers at ${said}, and ${model} ${told}: paint a layer anew and the split is at its own names, or change the filter in the YAML.`,
  ];
}

function absent(model: string): Problem {
  return {
    code: "recipe-invalid",
    what: `The recipe names ${model}, which has not been opened.`,
    remedy: "Open it first, or name one of the checkpoints on the shelf.",
    facts: { model },
  };
}

function missing(model: string, parent: Parent, tensor: string, other: SourceTensor): Problem {
  const tied = !layerTensorName(tensor) && outerRole(tensor) === "head" && isTied(parent);
  return {
    code: "checkpoints-incompatible",
    what: `${model} has no tensor ${tensor}${tied ? ": its head is tied to the embeddings and the other model's is not" : ""}.`,
    remedy: "Choose two checkpoints of one architecture and size, such as two fine-tunes of one base.",
    facts: { model, tensor, other: other.model },
  };
}

function misfit(a: SourceTensor, shapeA: readonly number[], b: SourceTensor, shapeB: readonly number[]): Problem {
  return {
    code: "checkpoints-incompatible",
    what: `${a.tensor} is [${shapeA.join(", ")}] in ${a.model}, and ${b.tensor} is [${shapeB.join(", ")}] in ${b.model}.`,
    remedy: "Choose two checkpoints of one architecture and size, such as two fine-tunes of one base.",
    facts: { tensor: b.tensor, a: shapeA, b: shapeB },
  };
}
