import { loadIdentifier } from "../../../codeswitch/identify";
import type { Document } from "../../../experiments/documents/steering";
import { seededRandom } from "../../../random";
import { unwrap } from "../../../result";
import { meanDifference } from "../../../steering/directions/mean-difference";
import type { ResidualIntervention } from "../../../steering/intervention";
import type { TextActivations } from "../../../steering/layers";
import { fitLanguageMap, type LayerMap, mapLayer, type Pairs } from "../../../steering/maps/language-map";
import { factorMap, mapEdit, placedAt } from "../../../steering/maps/map-edit";
import { type Split, splitTexts } from "../../../steering/separation";
import type { RunTools } from "../../lab";
import { readTokens } from "../../read-tokens";
import type { Continuation, SweepCell } from "../result";
import { layerOf, promptsOf } from "../settings";
import { sweepCell } from "../summary";
import { candidatesOf, type Setting, written } from "../writing";
import { textPairs } from "./pairs";
import { type MapCondition, mapConditions, type MapsResult } from "./result";

const heldOutShare = 0.2;
const sweepStrengths = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1];

/**
 * Fits a map from one language to the other at every layer, judges each on pairs that it was not fitted on, and continues the
 * prompts with it, beside a map of shuffled pairs and the difference of the means.
 */
export async function* runMaps(document: Document, tools: RunTools): AsyncGenerator<MapsResult, void> {
  const { engine, signal, onProgress } = tools;
  const { maps, seed } = document;
  const prompts = unwrap(promptsOf(document));
  const texts = unwrap(await textPairs(document));
  const [model] = await Promise.all([engine.load(document.model, { signal }), loadIdentifier()]);
  const { layers, width } = model.geometry;
  const setting: Setting = { document, tools, model, candidates: candidatesOf(document) };
  const split = splitTexts(texts.source.length, heldOutShare, seed);
  const total = layers + prompts.length * (maps.sweep ? 2 : 1);

  const both = [...texts.source, ...texts.target];
  const activations = await engine.captureResidual(model, both, {
    signal,
    onProgress: (done) => onProgress({ done: 0, total, note: `reading sentence ${done} of ${both.length}` }),
  });
  const halves = {
    source: activations.slice(0, texts.source.length),
    target: activations.slice(texts.source.length),
  };

  let result: MapsResult = {
    task: "maps",
    model: { checkpoint: model.checkpoint, layers, width },
    source: document.source,
    target: document.target,
    pairs: { train: split.train.length, heldOut: split.heldOut.length },
    ridge: maps.ridge,
    rank: maps.rank === 0 ? width : Math.min(maps.rank, width),
    form: maps.form,
    span: maps.span,
    strength: maps.strength,
    fits: [],
    proposedLayer: null,
    layers: [],
    texts: [],
    sweep: null,
  };
  const fitted: LayerMap[] = [];
  for (let layer = 0; layer < layers; layer += 1) {
    onProgress({ done: layer, total, note: `fitting layer ${layer}` });
    const map = unwrap(mapLayer(layer, pairsAt(halves, layer), split, maps.ridge));
    fitted.push(map);
    result = { ...result, fits: [...result.fits, { before: map.before, after: map.after }] };
    yield result;
  }

  const explained = fitted.map(({ after }) => after.explained);
  const proposedLayer = explained.indexOf(Math.max(...explained));
  const layer = unwrap(layerOf(document, proposedLayer, layers));
  const edited = { one: [layer], onwards: range(layer, layers), all: range(0, layers) }[document.spread];
  result = { ...result, proposedLayer, layers: edited };
  yield result;

  const edits = editsOf(document, edited, fitted, halves, split);
  const lengths = new Map<string, number>();
  for (const prompt of prompts) lengths.set(prompt, (await readTokens(engine, model, prompt)).length);
  const placed = (condition: Edited, strength: number, prompt: string) =>
    edits[condition](strength).flatMap((edit) => placedAt(edit, maps.span, lengths.get(prompt)!));
  for (const [index, prompt] of prompts.entries()) {
    onProgress({ done: layers + index, total, note: `continuing “${prompt}”` });
    const continuations = await written(
      setting,
      prompt,
      mapConditions.map((condition) => (condition === "unsteered" ? [] : placed(condition, maps.strength, prompt))),
    );
    const rows = continuations.map((continuation, i) => ({ condition: mapConditions[i]!, continuation }));
    result = { ...result, texts: [...result.texts, { prompt, rows }] };
    yield result;
  }
  if (!maps.sweep) return;

  const unsteered = result.texts.map(({ rows }) => rows[0]!.continuation.text);
  const cellsOf = async (condition: Edited): Promise<readonly SweepCell[]> => {
    const columns: (readonly Continuation[])[] = [];
    for (const prompt of prompts) {
      onProgress({ done: layers + prompts.length + columns.length, total, note: `strengths of the ${condition}` });
      const variants = sweepStrengths.map((strength) => placed(condition, strength, prompt));
      columns.push(await written(setting, prompt, variants));
    }
    return sweepStrengths.map((_, at) =>
      sweepCell(
        columns.map((column) => column[at]!),
        document.target,
        unsteered,
      ),
    );
  };
  const cells = { map: [], shuffled: [], difference: [] } as Record<Edited, readonly SweepCell[]>;
  for (const condition of ["map", "shuffled", "difference"] as const) {
    cells[condition] = await cellsOf(condition);
    result = { ...result, sweep: { strengths: sweepStrengths, cells: { ...cells } } };
    yield result;
  }
}

type Edited = Exclude<MapCondition, "unsteered">;

/** What each condition does at a strength: factors are computed once. */
function editsOf(
  { maps, seed }: Document,
  edited: readonly number[],
  fitted: readonly LayerMap[],
  halves: Record<keyof Pairs, TextActivations>,
  split: Split,
): Record<Edited, (strength: number) => readonly ResidualIntervention[]> {
  const mapped = (mapOf: (layer: number) => LayerMap["map"]) => {
    const factors = edited.map((layer) => ({ layer, factors: factorMap(mapOf(layer), maps.form, maps.rank) }));
    return (strength: number) => factors.map(({ layer, factors }) => mapEdit(layer, factors, strength));
  };
  const wrong = deranged(split.train, seed);
  const shuffled = (layer: number) => {
    const { source, target } = pairsAt(halves, layer);
    const misled = { source: split.train.map((i) => source[i]!), target: wrong.map((i) => target[i]!) };
    return unwrap(fitLanguageMap(misled, maps.ridge));
  };
  const differences = edited.map((layer) => {
    const { source, target } = pairsAt(halves, layer);
    const trained = (vectors: readonly Float32Array[]) => split.train.map((i) => vectors[i]!);
    return { layer, vector: meanDifference({ positive: trained(target), negative: trained(source) }) };
  });
  return {
    map: mapped((layer) => fitted[layer]!.map),
    shuffled: mapped(shuffled),
    difference: (strength) => differences.map((one) => ({ kind: "add", ...one, strength })),
  };
}

function pairsAt(halves: Record<keyof Pairs, TextActivations>, layer: number): Pairs {
  const at = (texts: TextActivations) => texts.map((text) => text[layer]!);
  return { source: at(halves.source), target: at(halves.target) };
}

/** Every index gets another one's place, by a seeded cycle (Sattolo 1986); one alone keeps its own. */
function deranged(indices: readonly number[], seed: number): readonly number[] {
  const random = seededRandom(seed);
  const order = [...indices];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * last);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
