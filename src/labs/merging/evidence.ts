import type { Engine, Model } from "../../engine/engine";
import type { Document } from "../../experiments/documents/merging";
import type { Evidence } from "../../merging/evidence";
import { languageNeurons } from "../../merging/language-neurons";
import { methodOf } from "../../merging/methods/index";
import { LabError } from "../../result";
import type { RunTools } from "../lab";
import { activityOf } from "../neuron-activity";
import type { LanguageSentences } from "./sentences";

/** Share of all neurons that a language may call its own. */
const neuronShare = 0.01;
const epsilon = 1e-5;

/** What the recipe's method must have measured on its base; undefined where it needs nothing. */
export async function evidenceFor(
  { recipe, measuredOn }: Document,
  sentences: readonly LanguageSentences[],
  { engine, signal, onProgress }: RunTools,
): Promise<Evidence | undefined> {
  const { needs } = methodOf(recipe.merge_method);
  if (!needs) return undefined;
  const own = sentences.find(({ language }) => language === measuredOn);
  if (!own) {
    throw new LabError({
      code: "input-invalid",
      what: `${recipe.merge_method} measures the base on sentences in “${measuredOn}”, and that language is not chosen.`,
      remedy: "Choose it under “Languages measured”, or measure on another.",
    });
  }
  onProgress({ done: 0, total: 1, note: `measuring the base on ${measuredOn}` });
  const base = await engine.load(recipe.base_model ?? "", { signal });
  if (needs === "inputs") {
    await checkNorms(engine, base, recipe.merge_method);
    return { inputs: await inputsOf(engine, base, own.texts, signal) };
  }
  const { layers, mlpWidth } = base.geometry;
  const active: Float32Array[][] = [];
  for (const { texts } of sentences) {
    const { shares } = await activityOf(engine, base, texts, signal);
    active.push(
      Array.from({ length: layers }, (_, layer) => shares.subarray(layer * mlpWidth, (layer + 1) * mlpWidth)),
    );
  }
  return { neurons: languageNeurons(active, sentences.indexOf(own), neuronShare) };
}

/** Families whose layers read what RMS norm leaves, times its weights, in matrices of Llama's names. */
const plainNorms: ReadonlySet<string> = new Set(["llama", "mistral", "qwen2", "qwen3", "smollm3"]);

/** Inputs are worked out from the residual stream, which is right for plain RMS norms only; other families are refused. */
export async function checkNorms(engine: Engine, { checkpoint }: Model, method: string): Promise<void> {
  const { modelType } = await engine.inspect(checkpoint);
  if (plainNorms.has(modelType)) return;
  throw new LabError({
    code: "input-invalid",
    what: `${method} measures what each matrix reads, and in the family ${modelType} that cannot be worked out here: its norms or matrices are not Llama’s.`,
    remedy: `Choose a base of ${[...plainNorms].join(", ")}, or a method that measures nothing, such as the magnitude variants.`,
    facts: { modelType },
  });
}

/** Mean squared input of every column of the layers' matrices, over all tokens. */
async function inputsOf(
  engine: Engine,
  model: Model,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<Readonly<Record<string, Float32Array>>> {
  const { layers, width } = model.geometry;
  const sums = new Map<string, Float64Array>();
  let tokens = 0;
  for (let layer = 0; layer < layers; layer++) {
    const at = `model.layers.${layer}`;
    const gains = [
      await engine.tensor(model, `${at}.input_layernorm.weight`),
      await engine.tensor(model, `${at}.post_attention_layernorm.weight`),
    ];
    const sites = [
      {
        hook: `blocks.${layer}.hook_resid_pre`,
        gain: gains[0],
        into: ["self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj"],
      },
      { hook: `blocks.${layer}.attn.hook_z`, gain: undefined, into: ["self_attn.o_proj"] },
      { hook: `blocks.${layer}.hook_resid_mid`, gain: gains[1], into: ["mlp.gate_proj", "mlp.up_proj"] },
      { hook: `blocks.${layer}.mlp.hook_post`, gain: undefined, into: ["mlp.down_proj"] },
    ];
    for (const text of texts) {
      const captured = await engine.capture(
        model,
        text,
        sites.map(({ hook }) => hook),
        { signal },
      );
      for (const { hook, gain, into } of sites) {
        const { data, dims } = captured[hook]!;
        const columns = dims.at(-1) ?? width;
        if (layer === 0 && hook.endsWith("resid_pre")) tokens += data.length / columns;
        const squares = squaresOf(data, columns, gain);
        for (const matrix of into) {
          const name = `${at}.${matrix}.weight`;
          const sum = sums.get(name) ?? new Float64Array(columns);
          for (let i = 0; i < columns; i++) sum[i]! += squares[i]!;
          sums.set(name, sum);
        }
      }
    }
  }
  return Object.fromEntries([...sums].map(([name, sum]) => [name, Float32Array.from(sum, (value) => value / tokens)]));
}

/** What a matrix behind RMS norm reads of a residual state [D]. */
export function normed(state: Float32Array, gain: Float32Array): Float32Array {
  const scale = 1 / Math.sqrt(state.reduce((sum, value) => sum + value ** 2, 0) / state.length + epsilon);
  return state.map((value, d) => value * scale * gain[d]!);
}

/** Sums of squares by column of values [S, columns]; through RMS norm first where there is a gain. */
function squaresOf(values: Float32Array, columns: number, gain: Float32Array | undefined): Float64Array {
  const sums = new Float64Array(columns);
  for (let row = 0; row < values.length; row += columns) {
    let squares = 0;
    if (gain) for (let i = 0; i < columns; i++) squares += values[row + i]! ** 2;
    const scale = gain ? 1 / (squares / columns + epsilon) : 1;
    for (let i = 0; i < columns; i++) sums[i]! += values[row + i]! ** 2 * scale * (gain?.[i] ?? 1) ** 2;
  }
  return sums;
}
