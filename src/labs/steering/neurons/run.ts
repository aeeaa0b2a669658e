import { loadIdentifier } from "../../../codeswitch/identify";
import type { Document } from "../../../experiments/documents/steering";
import type { Neurons } from "../../../experiments/documents/steering-neurons";
import { seededRandom } from "../../../random";
import { LabError, unwrap } from "../../../result";
import type { Intervention } from "../../../steering/intervention";
import { adjustNeurons } from "../../../steering/neurons/adjust";
import { editNeurons, type NeuronEdit } from "../../../steering/neurons/edit-neurons";
import { byLayer, jaccard, type NeuronSet, randomNeurons } from "../../../steering/neurons/lape";
import { splitTexts } from "../../../steering/separation";
import type { RunTools } from "../../lab";
import { promptsOf } from "../settings";
import { type Activity, activityOf, joined } from "../../neuron-activity";
import { continued } from "./continued";
import { fallbackOf } from "./fallback";
import { editedNeurons, findNeurons, gatesOf, greatestRise, keySpaceOf, overlapByLayer } from "./find";
import type { NeuronsResult } from "./result";
import { inQuarters, stabilityOf } from "./stability";

const heldOutShare = 0.25;

/**
 * Finds the neurons of each language, continues the prompts with one language's neurons
 * edited, and measures which language suffers when whose neurons are off, each beside a random control of equal size.
 */
export async function* runNeurons(document: Document, tools: RunTools): AsyncGenerator<NeuronsResult, void> {
  const { engine, signal, onProgress } = tools;
  const { neurons, seed } = document;
  const prompts = unwrap(promptsOf(document));
  const { parallelSentences } = await import("../../../data/parallel");
  const sentences = sentencesOf(neurons, parallelSentences);
  const { languages } = neurons;
  const [model] = await Promise.all([engine.load(document.model, { signal }), loadIdentifier()]);
  const { layers, mlpWidth } = model.geometry;
  const split = splitTexts(sentences[0]!.length, heldOutShare, seed);
  const total = languages.length * 3 + prompts.length;

  const quarters: (readonly Activity[])[] = [];
  for (const [index, texts] of sentences.entries()) {
    onProgress({ done: index, total, note: `reading neurons in ${languages[index]}` });
    const pieces: Activity[] = [];
    for (const piece of inQuarters(split.train)) {
      pieces.push(
        await activityOf(
          engine,
          model,
          piece.map((text) => texts[text]!),
          signal,
        ),
      );
    }
    quarters.push(pieces);
  }
  const activities = quarters.map(joined);
  const sets = findNeurons(neurons, activities, mlpWidth);
  const edits = sets.map((set) => editedNeurons(neurons, set, layers * mlpWidth));
  const controls = edits.map((set, index) => randomNeurons(set, layers, mlpWidth, seededRandom(seed + index)));
  const edited = languages.indexOf(neurons.language);
  let result: NeuronsResult = {
    task: "neurons",
    model: { checkpoint: model.checkpoint, layers, neurons: layers * mlpWidth },
    languages,
    tokens: activities.map(({ tokens }) => tokens),
    counts: sets.map((set) => byLayer(set, layers, mlpWidth)),
    overlap: sets.map((a) => sets.map((b) => jaccard(a, b))),
    base: null,
    off: [],
    control: [],
    language: neurons.language,
    texts: [],
    found: neurons.found,
    ...(neurons.operation === "adjust" && { adjusted: true }),
    stability: stabilityOf(neurons, quarters, sets, mlpWidth),
    ...(neurons.found === "specialised" && { overlapByLayer: overlapByLayer(languages, sets, layers, mlpWidth) }),
    ...(neurons.found === "adjust" && { rise: greatestRise(sets[edited]!, activities, edited, mlpWidth) }),
  };
  yield result;

  const adjusted = (set: NeuronSet, index: number) => {
    const { own, elsewhere } = gatesOf(activities, index);
    return adjustNeurons(set, mlpWidth, own, elsewhere);
  };
  const adjusts = neurons.operation === "adjust";
  const variants = [[], edits[edited]!, controls[edited]!].map((set) =>
    adjusts ? adjusted(set, edited) : editNeurons(set, mlpWidth, editOf(neurons, activities)),
  );
  for (const [index, prompt] of prompts.entries()) {
    onProgress({ done: languages.length + index, total, note: `continuing “${prompt}”` });
    const text = await continued(document, tools, model, prompt, variants, languages);
    result = { ...result, texts: [...result.texts, text] };
    yield result;
  }

  if (neurons.fallback && neurons.found !== "specialised") {
    const fallback = await fallbackOf(document, tools, model, activities, prompts);
    result = { ...result, fallback };
    yield result;
  }

  const heldOut = sentences.map((texts) => split.heldOut.map((text) => texts[text]!));
  if (neurons.found === "adjust") {
    onProgress({ done: languages.length + prompts.length, total, note: "reading keys of held-out sentences" });
    const keys = [];
    for (const texts of heldOut) keys.push((await activityOf(engine, model, texts, signal)).keys);
    const keySpace = keySpaceOf(activities[edited]!.keys, keys, neurons.cube, layers, mlpWidth);
    result = { ...result, keySpace };
    yield result;
  }
  const measure = async (interventions: readonly Intervention[]) => {
    const scores = await engine.scoreAll(model, heldOut.flat(), { interventions, signal });
    return heldOut.map((texts, index) => {
      const own = scores.slice(index * texts.length, (index + 1) * texts.length);
      return own.reduce((sum, { bits }) => sum + bits, 0) / own.reduce((sum, { bytes }) => sum + bytes, 0);
    });
  };
  const base = await measure([]);
  /** How much dearer each language is without the neurons, or with their gates adjusted. */
  const change = async (set: NeuronSet, index: number) => {
    const without = adjusts ? adjusted(set, index) : editNeurons(set, mlpWidth, { kind: "scale", factor: 0 });
    return (await measure(without)).map((value, language) => value - base[language]!);
  };
  for (const [index, set] of edits.entries()) {
    const done = languages.length + prompts.length + 2 * index;
    onProgress({ done, total, note: `measuring without the neurons of ${languages[index]}` });
    const off = [...result.off, await change(set, index)];
    result = { ...result, base, off, control: [...result.control, await change(controls[index]!, index)] };
    yield result;
  }
}

/** The parallel sentences of the chosen languages. Throws what is wrong with the choice. */
function sentencesOf(
  { languages, language, operation, towards }: Neurons,
  parallel: Readonly<Record<string, readonly string[]>>,
): readonly (readonly string[])[] {
  const unknown = languages.find((one) => parallel[one] === undefined);
  const absent = [language, ...(isOfMeans(operation) ? [towards] : [])].find((one) => !languages.includes(one));
  if (unknown === undefined && absent === undefined) return languages.map((one) => parallel[one]!);
  throw new LabError({
    code: "input-invalid",
    what:
      unknown === undefined
        ? `“${absent}” is not among the languages whose neurons are looked for.`
        : `The parallel sentences have no language “${unknown}”.`,
    remedy: unknown === undefined ? "Add it to them." : `Choose among ${Object.keys(parallel).join(", ")}.`,
    facts: { language: unknown ?? absent! },
  });
}

/** Whether the language that is steered towards matters. */
function isOfMeans(operation: Neurons["operation"]): operation is "set" | "add" | "shift" {
  return operation === "set" || operation === "add" || operation === "shift";
}

/** What is done to the neurons themselves, rather than to their gates. */
function editOf({ operation, factor, languages, towards }: Neurons, activities: readonly Activity[]): NeuronEdit {
  if (isOfMeans(operation)) {
    const at = languages.indexOf(towards);
    const { means } = activities[at]!;
    if (operation === "set") return { kind: "set", values: means };
    const others = activities.filter((_, other) => other !== at);
    const elsewhere = (neuron: number) => others.reduce((sum, one) => sum + one.means[neuron]!, 0) / others.length;
    const added = (mean: number, neuron: number) => factor * (operation === "add" ? mean : mean - elsewhere(neuron));
    return { kind: "add", values: means.map(added) };
  }
  return { kind: "scale", factor: operation === "off" ? 0 : factor };
}
