import type { Problem } from "../result";
import type { Geometry, ProgramOptions } from "./program";

const blockHooks = [
  "hook_resid_pre",
  "hook_resid_mid",
  "hook_resid_post",
  "hook_attn_out",
  "hook_mlp_out",
  "attn.hook_z",
  "mlp.hook_pre",
  "mlp.hook_post",
];
const patternHook = "attn.hook_pattern";
const finalHook = "ln_final.hook_normalized";

/** What is wrong with the options for a model of this geometry, as `input-invalid`; undefined when nothing is. */
export function findImpossible(options: ProgramOptions, geometry: Geometry): Problem | undefined {
  for (const hook of options.hooks) {
    const problem = checkHook(hook, options, geometry);
    if (problem) return problem;
  }
  const edited = options.edits.map(({ layer }) => layer);
  const { steeredLayers, guardedLayers, neuronLayers, gateLayers } = options;
  for (const layers of [steeredLayers, edited, guardedLayers, neuronLayers, gateLayers]) {
    for (const [index, layer] of layers.entries()) {
      if (!isLayer(layer, geometry)) return noSuchLayer(layer, geometry);
      if (layers.indexOf(layer) !== index) {
        return impossible(`Layer ${layer} is named twice.`, "Name each layer once, and join its edits into one.", {
          layer,
        });
      }
    }
  }
  for (const { layer, rank } of options.edits) {
    if (!Number.isSafeInteger(rank) || rank < 1) {
      return impossible(`The edit of layer ${layer} has rank ${rank}.`, "Give a rank of at least 1.", { layer, rank });
    }
  }
  const part = options.layers && checkPart(options.layers, edited, options, geometry);
  if (part) return part;
  const topK = options.lens?.topK ?? 1;
  if (!Number.isSafeInteger(topK) || topK < 1 || topK > geometry.vocabulary) {
    return impossible(
      `The lens is asked for ${topK} tokens.`,
      `Ask for 1 to ${geometry.vocabulary}, the size of the vocabulary.`,
      { topK, vocabulary: geometry.vocabulary },
    );
  }
  return undefined;
}

function checkPart(
  [first, end]: readonly [number, number],
  edited: readonly number[],
  { hooks, steeredLayers, neuronLayers, gateLayers, lens }: ProgramOptions,
  geometry: Geometry,
): Problem | undefined {
  if (!isLayer(first, geometry)) return noSuchLayer(first, geometry);
  if (!isLayer(end - 1, geometry) || end <= first) return noSuchLayer(end - 1, geometry);
  if (!lens && [hooks, edited, steeredLayers, neuronLayers, gateLayers].every(({ length }) => length === 0))
    return undefined;
  return impossible(
    `Layers ${first} to ${end - 1} alone are asked for with hooks, edits or a lens.`,
    "Ask for the whole model, or for the layers without them.",
    { first, end },
  );
}

function checkHook(hook: string, options: ProgramOptions, geometry: Geometry): Problem | undefined {
  if (options.hooks.indexOf(hook) !== options.hooks.lastIndexOf(hook)) {
    return impossible(`The hook ${hook} is asked for twice.`, "Ask for it once.", { hook });
  }
  if (hook === finalHook) return undefined;
  const [, layer, point] = /^blocks\.(\d+)\.(.+)$/.exec(hook) ?? [];
  if (layer === undefined || point === undefined || !(blockHooks.includes(point) || point === patternHook)) {
    return impossible(
      `There is no hook point ${hook}.`,
      `Use ${finalHook}, or blocks.0. followed by one of ${[...blockHooks, patternHook].join(", ")}.`,
      { hook },
    );
  }
  if (!isLayer(Number(layer), geometry)) return noSuchLayer(Number(layer), geometry);
  if (point === patternHook && options.attention !== "eager") {
    return impossible(
      `${hook} is asked for, and the fused attention does not keep its patterns.`,
      'Ask for attention patterns with attention: "eager".',
      { hook },
    );
  }
  return undefined;
}

function isLayer(layer: number, geometry: Geometry): boolean {
  return Number.isSafeInteger(layer) && layer >= 0 && layer < geometry.layers;
}

function noSuchLayer(layer: number, { layers }: Geometry): Problem {
  return impossible(`There is no layer ${layer}: the model has ${layers}.`, `Choose one from 0 to ${layers - 1}.`, {
    layer,
    layers,
  });
}

function impossible(what: string, remedy: string, facts: NonNullable<Problem["facts"]>): Problem {
  return { code: "input-invalid", what, remedy, facts };
}
