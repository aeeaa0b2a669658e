import { contentHash } from "../hash";
import { chatTemplateText } from "../merging/chat-templates";
import type { Evidence } from "../merging/evidence";
import { methodOf } from "../merging/methods/index";
import type { SourceTensor, TensorOrigin } from "../merging/origin";
import { type MergePlan, type PlannedTensor, planMerge } from "../merging/plan";
import { modelsOf, type MergeDtype, type Recipe } from "../merging/recipe";
import { type MergeSummary, summarise } from "../merging/summary";
import { layerTensorName } from "../merging/tensor-name";
import { alignedRows, lenders, type Vocabulary } from "../merging/vocabulary";
import { LabError, ok, type Problem, type Result } from "../result";
import type { Checkpoint, RawConfig, Tensor, TensorInfo, TensorType, TokenizerFiles } from "./checkpoint";
import { bytesPerElement, elementCount, fromFloat32, toFloat32 } from "./dtype";
import { asRows, mergedGeneration } from "./ends";
import { firstDifference, vocabularyOf, withAddedTokens } from "./vocabularies";

const storedAs: Readonly<Record<MergeDtype, TensorType>> = { float32: "F32", float16: "F16", bfloat16: "BF16" };
const torchNames: Readonly<Record<TensorType, MergeDtype>> = { F32: "float32", F16: "float16", BF16: "bfloat16" };

/** Keys of a config that say one thing a layer: which attention, and whether positions are rotated. */
const layerLists = ["layer_types", "no_rope_layers"] as const;

/** A checkpoint whose tensors are borrowed or computed when they are asked for. */
export interface VirtualCheckpoint extends Checkpoint {
  readonly plan: MergePlan;
  readonly summary: MergeSummary;
}

export interface MergeInputs {
  /** Of every model, where the recipe has a tokenizer rule. */
  readonly vocabularies?: ReadonlyMap<string, Vocabulary>;
  /** For the methods that need what was measured on a running model. */
  readonly evidence?: Evidence;
}

interface Reading {
  readonly signal?: AbortSignal;
}

/**
 * The checkpoint that a recipe makes of its parents (by the names the recipe uses; parents may be virtual too). Nothing is
 * read here. Borrowed tensors are the parents' own bytes, or blocks, under their own keys; a computed one is worked out in f32
 * each time it is asked for and not kept. Fails as `planMerge` does; `tensor` throws `tensor-nan` for a parent with values that
 * are not finite.
 */
export function mergeCheckpoint(
  recipe: Recipe,
  parents: ReadonlyMap<string, Checkpoint>,
  { vocabularies, evidence }: MergeInputs = {},
): Result<VirtualCheckpoint> {
  const readable = [...parents].map(([name, { config, tensors }]) => {
    const vocabulary = vocabularies?.get(name);
    return [name, { config, tensors, ...(vocabulary && { vocabulary }) }] as const;
  });
  const planned = planMerge(recipe, new Map(readable), evidence);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const parent = (model: string): Checkpoint => parents.get(model)!;
  const host = parent(plan.host);
  const tensors = new Map([...plan.tensors].map(([name, planned]) => [name, infoOf(name, planned)] as const));
  const proof =
    evidence &&
    contentHash(JSON.stringify(evidence, (_, value: unknown) => (value instanceof Float32Array ? [...value] : value)));

  return ok({
    id: `merge-${contentHash(JSON.stringify([recipe, modelsOf(recipe).map((model) => parent(model).id), proof]))}`,
    config: mergedConfig(),
    generationConfig: mergedGeneration(plan, new Map(modelsOf(recipe).map((model) => [model, parent(model)]))),
    tensors,
    plan,
    summary: summarise({ ...plan, warnings: [...plan.warnings, ...quantisedWarnings()] }, (name) => {
      const { planned, info } = find(name);
      return { bytes: elementCount(info.shape) * bytesPerElement[info.type], borrowed: isBorrowed(planned, info.type) };
    }),
    tensorKey(name) {
      const { planned, info } = find(name);
      return keyOf(name, planned, info.type);
    },
    async tensor(name, options): Promise<Tensor> {
      const { planned, info } = find(name);
      const { origin, aligned } = planned;
      if (origin.kind === "merge") {
        return { ...info, bytes: fromFloat32(await computed(name, planned, origin, options), info.type) };
      }
      if (aligned) return { ...info, bytes: fromFloat32(await read(origin.from, aligned, options), info.type) };
      const lent = await parent(origin.from.model).tensor(origin.from.tensor, options);
      return { ...info, bytes: lent.type === info.type ? lent.bytes : fromFloat32(toFloat32(lent), info.type) };
    },
    async blocks(name, options) {
      const { planned, info } = find(name);
      const from = planned.origin.kind === "copy" ? planned.origin.from : undefined;
      const blocks = info.blocks && from && (await parent(from.model).blocks?.(from.tensor, options));
      if (blocks) return blocks;
      throw new LabError(absent(name));
    },
    async tokenizer(): Promise<TokenizerFiles> {
      return withTemplate(plan.vocabulary ? await ruledTokenizer() : await commonTokenizer());
    },
  });

  function find(name: string): { readonly planned: PlannedTensor; readonly info: TensorInfo } {
    const [planned, info] = [plan.tensors.get(name), tensors.get(name)];
    if (planned && info) return { planned, info };
    throw new LabError(absent(name));
  }

  function infoOf(name: string, planned: PlannedTensor): TensorInfo {
    const { shape, origin } = planned;
    const type = typeOf(origin);
    const lent = isBorrowed(planned, type) && origin.kind === "copy" ? lentOf(origin.from) : undefined;
    return lent?.blocks ? { ...lent, name } : { name, shape, type };
  }

  function lentOf({ model, tensor }: SourceTensor): TensorInfo {
    return parent(model).tensors.get(tensor)!;
  }

  /** The recipe's dtype, else the parents', else f32 where the parents differ. */
  function typeOf(origin: TensorOrigin): TensorType {
    if (recipe.dtype) return storedAs[recipe.dtype];
    const from = origin.kind === "copy" ? [origin.from] : origin.from;
    const types = new Set(from.map((source) => lentOf(source).type));
    return types.size === 1 ? [...types][0]! : "F32";
  }

  /** Neither its rows nor its type change, so it keeps the lender's key. */
  function isBorrowed({ origin, aligned }: PlannedTensor, type: TensorType): boolean {
    return origin.kind === "copy" && !aligned && lentOf(origin.from).type === type;
  }

  function keyOf(name: string, { origin, aligned }: PlannedTensor, type: TensorType): string {
    const rows = aligned ? [recipe.tokenizer, modelsOf(recipe).map((model) => parent(model).id)] : null;
    if (origin.kind === "copy") {
      const lender = parent(origin.from.model);
      const key = lender.tensorKey(origin.from.tensor);
      if (rows) return `rows/${contentHash(JSON.stringify([key, rows, type]))}`;
      return lender.tensors.get(origin.from.tensor)!.type === type ? key : `${key}>${type}`;
    }
    const read = origin.from.map(({ model, tensor }) => parent(model).tensorKey(tensor));
    const { needs, parameters } = methodOf(origin.method);
    // What draws, or is measured, does so by the tensor's name.
    const place = needs || "seed" in parameters ? name : null;
    return `merge/${contentHash(JSON.stringify([origin.method, origin.parameters, read, type, rows, proof, place]))}`;
  }

  async function computed(
    name: string,
    { shape, aligned }: PlannedTensor,
    origin: TensorOrigin & { readonly kind: "merge" },
    options?: Reading,
  ): Promise<Float32Array> {
    // One after the other, so that no more than one is held both as stored and in f32.
    const values: Float32Array[] = [];
    for (const source of origin.from) values.push(await read(source, aligned, options));
    const method = methodOf(origin.method);
    const objection = method.objectToTensors?.(values, origin.parameters);
    if (objection) throw new LabError({ code: "recipe-invalid", ...objection, what: `${name}: ${objection.what}` });
    return method.merge(values, origin.parameters, { name, shape, ...(evidence && { evidence }) });
  }

  /** A source's values, its rows brought into the result's order where they stand for tokens. */
  async function read(
    { model, tensor }: SourceTensor,
    aligned: PlannedTensor["aligned"],
    options?: Reading,
  ): Promise<Float32Array> {
    if (!aligned) return await finite({ model, tensor }, options);
    const values = new Map<string, Float32Array>();
    for (const lender of lenders(plan.vocabulary!, model)) {
      const lent = aligned.get(lender);
      if (lent === undefined) throw new LabError(absent(`${tensor} of ${lender}`));
      values.set(lender, await finite({ model: lender, tensor: lent }, options));
    }
    const [height = 1, ...rest] = parent(model).tensors.get(tensor)!.shape;
    const width = height === 0 ? 1 : elementCount(rest);
    return alignedRows(plan.vocabulary!, model, values, width);
  }

  async function finite({ model, tensor }: SourceTensor, options?: Reading): Promise<Float32Array> {
    const values = toFloat32(await parent(model).tensor(tensor, options));
    if (!isFinite(values)) throw new LabError(notANumber(model, tensor));
    return values;
  }

  function mergedConfig(): RawConfig {
    const types = new Set([...tensors.values()].map(({ type }) => type));
    const only = types.size === 1 ? [...types][0]! : "F32";
    return {
      ...asRows(host.config, plan),
      ...perLayer(),
      num_hidden_layers: plan.layers,
      ...(plan.vocabulary && { vocab_size: plan.vocabulary.rows.length }),
      ...("torch_dtype" in host.config && { torch_dtype: torchNames[only] }),
      ...("dtype" in host.config && { dtype: torchNames[only] }),
    };
  }

  /** What a config says layer by layer goes with the layers: each keeps what it had in the model it comes from. */
  function perLayer(): RawConfig {
    const lists = layerLists.filter((key) => Array.isArray(host.config[key]));
    const sources = Array.from({ length: plan.layers }, (_, layer) => sourceOf(layer));
    const moved = (key: string) =>
      sources.map(({ model, layer }) => {
        const own = parent(model).config[key];
        return ((Array.isArray(own) ? own : host.config[key]) as readonly unknown[])[layer];
      });
    return Object.fromEntries(lists.map((key) => [key, moved(key)]));
  }

  /** The model and layer that a layer of the result is made of, the host's where it is among several. */
  function sourceOf(layer: number): { readonly model: string; readonly layer: number } {
    for (const [name, { origin }] of plan.tensors) {
      if (layerTensorName(name)?.layer !== layer) continue;
      const from = origin.kind === "copy" ? [origin.from] : origin.from;
      const source = from.find(({ model }) => model === plan.host) ?? from[0]!;
      return { model: source.model, layer: layerTensorName(source.tensor)!.layer };
    }
    return { model: plan.host, layer };
  }

  function quantisedWarnings(): readonly string[] {
    const quantised = [...plan.tensors.values()].flatMap(({ origin }) => (origin.kind === "merge" ? origin.from : []));
    const models = new Set(
      quantised.filter(({ model, tensor }) => parent(model).tensors.get(tensor)?.blocks).map(({ model }) => model),
    );
    if (models.size === 0) return [];
    return [
      `${[...models].join(" and ")} ${models.size === 1 ? "is" : "are"} quantised: what is computed is computed on dequantised weights, what is borrowed stays as it is stored.`,
    ];
  }

  async function commonTokenizer(): Promise<TokenizerFiles> {
    const files = await host.tokenizer();
    for (const model of modelsOf(recipe)) {
      if (parent(model) === host) continue;
      const other = await parent(model).tokenizer();
      const token = firstDifference(vocabularyOf(files), vocabularyOf(other));
      if (token !== undefined) throw new LabError(otherTokenizer(plan.host, model, token));
    }
    return files;
  }

  async function ruledTokenizer(): Promise<TokenizerFiles> {
    const { host, added, rows } = plan.vocabulary!;
    const begin = rows.findIndex(({ token }) => token === added[0]);
    return withAddedTokens(await parent(host).tokenizer(), added, begin);
  }

  async function withTemplate(files: TokenizerFiles): Promise<TokenizerFiles> {
    if (recipe.chat_template === undefined) return files;
    const others = await Promise.all(modelsOf(recipe).map((model) => parent(model).tokenizer()));
    const templates = others.map(({ config }) => config["chat_template"]);
    const text = chatTemplateText(
      recipe.chat_template,
      templates.map((template) => (typeof template === "string" ? template : undefined)),
    );
    return text === undefined ? files : { ...files, config: { ...files.config, chat_template: text } };
  }
}

function isFinite(values: Float32Array): boolean {
  for (let i = 0; i < values.length; i++) if (!(Math.abs(values[i]!) <= 3.4028234663852886e38)) return false;
  return true;
}

function absent(name: string): Problem {
  return {
    code: "tensor-missing",
    what: `The merge has no tensor ${name}.`,
    remedy: "Ask for one of its own tensors; the recipe may leave layers out.",
    facts: { tensor: name },
  };
}

function otherTokenizer(a: string, b: string, token: string): Problem {
  return {
    code: "checkpoints-incompatible",
    what: `${a} and ${b} have different tokenizers: “${token}” is not the same token in both, so the rows of their embeddings do not match.`,
    remedy:
      "Choose two checkpoints that share a tokenizer, such as two fine-tunes of one base, or say by tokenizer: {source: union} how the rows go together.",
    facts: { a, b, token },
  };
}

function notANumber(model: string, tensor: string): Problem {
  return {
    code: "tensor-nan",
    what: `${tensor} of ${model} holds values that are no numbers (NaN) or infinite.`,
    remedy: `${model} is damaged or its training diverged: use another copy, or take this layer from the other model.`,
    facts: { model, tensor },
  };
}
