import { contentHash } from "../hash";
import { mergeMethods } from "../merging/methods/index";
import type { TensorOrigin } from "../merging/origin";
import { type MergePlan, type PlannedTensor, planMerge } from "../merging/plan";
import { modelsOf, type MergeDtype, type Recipe } from "../merging/recipe";
import { type MergeSummary, summarise } from "../merging/summary";
import { LabError, ok, type Problem, type Result } from "../result";
import type { Checkpoint, RawConfig, Tensor, TensorInfo, TensorType, TokenizerFiles } from "./checkpoint";
import { bytesPerElement, elementCount, fromFloat32, toFloat32 } from "./dtype";

const storedAs: Readonly<Record<MergeDtype, TensorType>> = { float32: "F32", float16: "F16", bfloat16: "BF16" };
const torchNames: Readonly<Record<TensorType, MergeDtype>> = { F32: "float32", F16: "float16", BF16: "bfloat16" };

/** A checkpoint whose tensors are borrowed or computed when they are asked for. */
export interface VirtualCheckpoint extends Checkpoint {
  readonly plan: MergePlan;
  readonly summary: MergeSummary;
}

/**
 * The checkpoint that a recipe makes of its parents (by the names the recipe uses; parents may be virtual too). Nothing is
 * read here. Borrowed tensors are the parents' own bytes under their own keys; a computed one is worked out in f32 each
 * time it is asked for and not kept. Fails as `planMerge` does; `tensor` throws `tensor-nan` for a parent with NaN.
 */
export function mergeCheckpoint(recipe: Recipe, parents: ReadonlyMap<string, Checkpoint>): Result<VirtualCheckpoint> {
  const planned = planMerge(recipe, parents);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const parent = (model: string): Checkpoint => parents.get(model)!;
  const host = parent(plan.host);
  const tensors = new Map(
    [...plan.tensors].map(([name, { shape, origin }]) => [name, { name, shape, type: typeOf(origin) }] as const),
  );

  return ok({
    id: `merge-${contentHash(JSON.stringify([recipe, modelsOf(recipe).map((model) => parent(model).id)]))}`,
    config: mergedConfig(),
    generationConfig: host.generationConfig,
    tensors,
    plan,
    summary: summarise(plan, (name) => {
      const { shape, type } = tensors.get(name)!;
      return elementCount(shape) * bytesPerElement[type];
    }),
    tensorKey(name) {
      const { planned, info } = find(name);
      return keyOf(planned.origin, info.type);
    },
    async tensor(name, options): Promise<Tensor> {
      const { planned, info } = find(name);
      const { origin } = planned;
      if (origin.kind === "merge") {
        return { ...info, bytes: fromFloat32(await computed(name, origin, options), info.type) };
      }
      const lent = await parent(origin.from.model).tensor(origin.from.tensor, options);
      return { ...info, bytes: lent.type === info.type ? lent.bytes : fromFloat32(toFloat32(lent), info.type) };
    },
    async tokenizer(): Promise<TokenizerFiles> {
      const files = await host.tokenizer();
      for (const model of modelsOf(recipe)) {
        if (parent(model) === host) continue;
        const other = await parent(model).tokenizer();
        const token = firstDifference(vocabularyOf(files), vocabularyOf(other));
        if (token !== undefined) throw new LabError(otherTokenizer(plan.host, model, token));
      }
      return files;
    },
  });

  function find(name: string): { readonly planned: PlannedTensor; readonly info: TensorInfo } {
    const [planned, info] = [plan.tensors.get(name), tensors.get(name)];
    if (planned && info) return { planned, info };
    throw new LabError({
      code: "tensor-missing",
      what: `The merge has no tensor ${name}.`,
      remedy: "Ask for one of its own tensors; the recipe may leave layers out.",
      facts: { tensor: name },
    });
  }

  /** The recipe's dtype, else the parents', else f32 where the parents differ. */
  function typeOf(origin: TensorOrigin): TensorType {
    if (recipe.dtype) return storedAs[recipe.dtype];
    const from = origin.kind === "copy" ? [origin.from] : origin.from;
    const types = new Set(from.map(({ model, tensor }) => parent(model).tensors.get(tensor)!.type));
    return types.size === 1 ? [...types][0]! : "F32";
  }

  function keyOf(origin: TensorOrigin, type: TensorType): string {
    if (origin.kind === "copy") {
      const lender = parent(origin.from.model);
      const key = lender.tensorKey(origin.from.tensor);
      return lender.tensors.get(origin.from.tensor)!.type === type ? key : `${key}>${type}`;
    }
    const read = origin.from.map(({ model, tensor }) => parent(model).tensorKey(tensor));
    return `merge/${contentHash(JSON.stringify([origin.method, origin.parameters, read, type]))}`;
  }

  async function computed(
    name: string,
    origin: TensorOrigin & { readonly kind: "merge" },
    options?: { readonly signal?: AbortSignal },
  ): Promise<Float32Array> {
    const read = await Promise.all(origin.from.map(({ model, tensor }) => parent(model).tensor(tensor, options)));
    const values = read.map(toFloat32);
    for (const [index, { model, tensor }] of origin.from.entries()) {
      if (hasNaN(values[index]!)) throw new LabError(notANumber(model, tensor));
    }
    const method = mergeMethods[origin.method];
    const objection = method.objectToTensors(values, origin.parameters);
    if (objection) throw new LabError({ code: "recipe-invalid", ...objection, what: `${name}: ${objection.what}` });
    return method.merge(values, origin.parameters);
  }

  function mergedConfig(): RawConfig {
    const types = new Set([...tensors.values()].map(({ type }) => type));
    const only = types.size === 1 ? [...types][0]! : "F32";
    return {
      ...host.config,
      num_hidden_layers: plan.layers,
      ...("torch_dtype" in host.config && { torch_dtype: torchNames[only] }),
      ...("dtype" in host.config && { dtype: torchNames[only] }),
    };
  }
}

function hasNaN(values: Float32Array): boolean {
  for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i])) return true;
  return false;
}

/** Token to id, from a BPE vocabulary (an object) or a Unigram one (a list of [token, score]), with the added tokens. */
function vocabularyOf(files: TokenizerFiles): ReadonlyMap<string, number> {
  const vocabulary = new Map<string, number>();
  const model = files.tokenizer["model"] as { readonly vocab?: unknown } | undefined;
  const vocab = model?.vocab;
  if (Array.isArray(vocab)) {
    for (const [id, entry] of vocab.entries()) vocabulary.set(String(entry?.[0]), id);
  } else {
    for (const [token, id] of Object.entries(vocab ?? {})) vocabulary.set(token, Number(id));
  }
  const added = files.tokenizer["added_tokens"];
  for (const entry of Array.isArray(added) ? added : []) vocabulary.set(String(entry?.content), Number(entry?.id));
  return vocabulary;
}

/** A token that two vocabularies do not give the same id. */
function firstDifference(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): string | undefined {
  for (const [token, id] of a) if (b.get(token) !== id) return token;
  for (const token of b.keys()) if (!a.has(token)) return token;
  return undefined;
}

function otherTokenizer(a: string, b: string, token: string): Problem {
  return {
    code: "checkpoints-incompatible",
    what: `${a} and ${b} have different tokenizers: “${token}” is not the same token in both, so the rows of their embeddings do not match.`,
    remedy: "Choose two checkpoints that share a tokenizer, such as two fine-tunes of one base.",
    facts: { a, b, token },
  };
}

function notANumber(model: string, tensor: string): Problem {
  return {
    code: "tensor-nan",
    what: `${tensor} of ${model} holds values that are no numbers (NaN).`,
    remedy: `${model} is damaged or its training diverged: use another copy, or take this layer from the other model.`,
    facts: { model, tensor },
  };
}
