import { loadIdentifier } from "../../../codeswitch/identify";
import type { Model } from "../../../engine/engine";
import type { Document } from "../../../experiments/documents/steering";
import { seededRandom } from "../../../random";
import { unwrap } from "../../../result";
import { editNeurons } from "../../../steering/neurons/edit-neurons";
import { type NeuronSet, randomNeurons } from "../../../steering/neurons/lape";
import { risingNeurons } from "../../../steering/neurons/rising";
import { splitTexts } from "../../../steering/separation";
import type { RunTools } from "../../lab";
import { continued } from "../neurons/continued";
import { layerOf, promptsOf } from "../settings";
import { storySets } from "../stories";
import { storyLanguages } from "../traits";
import { costsOf, effectOf, type TwoKinds } from "./measure";
import { namedNeurons } from "./named";
import { type ChosenNeuron, readNeurons } from "./read-neurons";
import type { ValuesResult } from "./result";

const heldOutShare = 0.25;
/** Held-out stories of each kind that are scored in each language. */
const scoredStories = 8;

/**
 * Reads what neurons write off their value vectors; scales those that rise with a trait in one language's stories, or those that are
 * named; and measures on held-out stories what that does to the trait in every language, beside as many random neurons.
 */
export async function* runValues(document: Document, tools: RunTools): AsyncGenerator<ValuesResult, void> {
  const { engine, signal, onProgress } = tools;
  const { values, seed } = document;
  const prompts = unwrap(promptsOf(document));
  const [model] = await Promise.all([engine.load(document.model, { signal }), loadIdentifier()]);
  const { layers, mlpWidth } = model.geometry;
  unwrap(layerOf({ ...document, layer: values.layer }, 0, layers));
  const chosen = await chosenNeurons(document, model, tools);
  const set = chosen.map(({ neuron }) => neuron).toSorted((a, b) => a - b);
  const languages = await heldOutStories(document);
  let result: ValuesResult = {
    task: "values",
    model: { checkpoint: model.checkpoint, layers, neuronsPerLayer: mlpWidth },
    trait: values.trait,
    language: values.by === "trait" ? values.language : null,
    normed: values.normed,
    ...(await readNeurons(chosen, values, model, tools)),
    gain: values.gain,
    texts: [],
    languages: storyLanguages,
    heldOut: languages[0]!.from.length,
    effects: [],
  };
  yield result;

  const control = randomNeurons(set, layers, mlpWidth, seededRandom(seed + 1));
  const scaled = (neurons: NeuronSet, factor: number) => editNeurons(neurons, mlpWidth, { kind: "scale", factor });
  const gains = gainsUpTo(values.gain);
  const total = prompts.length + gains.length;
  const variants = [[], scaled(set, values.gain), scaled(control, values.gain)];
  for (const [done, prompt] of prompts.entries()) {
    onProgress({ done, total, note: `continuing “${prompt}”` });
    const text = await continued(document, tools, model, prompt, variants, storyLanguages);
    result = { ...result, texts: [...result.texts, text] };
    yield result;
  }

  onProgress({ done: prompts.length, total, note: "scoring stories unedited" });
  const before = await costsOf(engine, model, languages, [], signal);
  for (const [index, gain] of gains.entries()) {
    onProgress({ done: prompts.length + index, total, note: `scoring stories at gain ${gain}` });
    const effects = async (neurons: NeuronSet) => {
      const after = gain === 1 ? before : await costsOf(engine, model, languages, scaled(neurons, gain), signal);
      return after.map((costs, language) => effectOf(before[language]!, costs, seed));
    };
    const effect = { gain, chosen: await effects(set), random: await effects(control) };
    result = { ...result, effects: [...result.effects, effect] };
    yield result;
  }
}

/** Those that rise most from the one kind of the language's stories to the other, on those that are not held out; or those named. */
async function chosenNeurons(
  { values, seed }: Document,
  model: Model,
  tools: RunTools,
): Promise<readonly ChosenNeuron[]> {
  const { layers, mlpWidth } = model.geometry;
  if (values.by === "named") {
    const neurons = unwrap(namedNeurons(values.named, layers, mlpWidth));
    return neurons.map((neuron) => ({ neuron, dPrime: null }));
  }
  const { source, target } = unwrap(await storySets({ trait: values.trait, storyLanguage: values.language }));
  const { train } = splitTexts(source.length, heldOutShare, seed);
  const kinds = [source, target].map((texts) => train.map((text) => texts[text]!));
  const read: Float32Array[][] = [];
  for (const texts of kinds) {
    const activations = [];
    for (const text of texts) {
      const done = activations.length + (read[0]?.length ?? 0);
      tools.onProgress({ done, total: 2 * train.length, note: "reading activations" });
      activations.push(await meanMagnitudes(model, text, tools));
    }
    read.push(activations);
  }
  return risingNeurons(read[0]!, read[1]!, values.count);
}

/** Mean magnitude of `mlp.hook_post` over a text's own tokens, [L * F]: a gain acts on what is there, whatever its sign. */
async function meanMagnitudes(model: Model, text: string, { engine, signal }: RunTools): Promise<Float32Array> {
  const { layers, mlpWidth } = model.geometry;
  const hooks = Array.from({ length: layers }, (_, layer) => `blocks.${layer}.mlp.hook_post`);
  const tokens = await engine.tokenize(model, text);
  const own = tokens.flatMap(({ special }, s) => (special ? [] : [s]));
  const captured = await engine.capture(model, text, hooks, { signal });
  const means = new Float32Array(layers * mlpWidth);
  for (const [layer, hook] of hooks.entries()) {
    const { data } = captured[hook]!; // [1,S,F]
    for (const s of own) {
      for (let f = 0; f < mlpWidth; f += 1) {
        means[layer * mlpWidth + f]! += Math.abs(data[s * mlpWidth + f]!) / own.length;
      }
    }
  }
  return means;
}

/** Stories of both kinds in every language that no neuron was found by: the same ones in each. */
async function heldOutStories({ values: { trait }, seed }: Document): Promise<readonly TwoKinds[]> {
  const languages: TwoKinds[] = [];
  for (const storyLanguage of storyLanguages) {
    const { source, target } = unwrap(await storySets({ trait, storyLanguage }));
    const heldOut = splitTexts(source.length, heldOutShare, seed).heldOut.slice(0, scoredStories);
    languages.push({ from: heldOut.map((text) => source[text]!), to: heldOut.map((text) => target[text]!) });
  }
  return languages;
}

/** Off, 1, and up to the greatest, ascending. */
function gainsUpTo(greatest: number): readonly number[] {
  return [...new Set([0, 1, (1 + greatest) / 2, greatest])].toSorted((a, b) => a - b);
}
