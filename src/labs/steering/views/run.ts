import type { Model } from "../../../engine/engine";
import type { LensCell } from "../../../engine/lens";
import type { Document } from "../../../experiments/documents/steering";
import { seededRandom } from "../../../random";
import { LabError, unwrap } from "../../../result";
import { planeMap, sameNearest } from "../../../steering/residual-map";
import type { RunTools } from "../../lab";
import { readTokens } from "../../read-tokens";
import { layerOf } from "../settings";
import { storyLanguages as languages } from "../traits";
import type { Attention, LensFigure, MapLayer, ViewsResult } from "./result";
import { countTokens } from "./count-tokens";
import { leading } from "./token-languages";

const longestText = 28;
const topK = 4;
/** Layers drawn at most, evenly spaced. */
const mappedLayers = 8;

/** Reads a text through the logit lens, draws the attention of one layer, and maps sentences of all languages by layer. */
export async function* runViews(document: Document, tools: RunTools): AsyncGenerator<ViewsResult, void> {
  const { engine, signal, onProgress } = tools;
  const { views } = document;
  if (views.text.trim() === "") throw new LabError(noText);
  const model = await engine.load(document.model, { signal });
  const { layers } = model.geometry;
  const layer = unwrap(layerOf({ ...document, layer: views.attentionLayer }, 0, layers));
  const tokens = await readTokens(engine, model, views.text);
  const read = tokens.slice(0, longestText);
  const ids = read.map(({ id }) => id);

  onProgress({ done: 0, total: 3, note: "counting tokens by language" });
  const groups = await countTokens(model, tools);
  const cells = await engine.lens(model, ids, {
    topK,
    groups,
    signal,
    onProgress: (done) => onProgress({ done: done / ids.length, total: 3, note: "reading through the lens" }),
  });
  let result: ViewsResult = {
    task: "views",
    model: { checkpoint: model.checkpoint, layers },
    languages,
    tokens: read.map(({ utf16, special }) => (special ? "⊢" : views.text.slice(...utf16))),
    leftOut: tokens.length - read.length,
    lens: await figuresOf(model, cells, tools),
    attention: null,
    map: null,
  };
  yield result;

  onProgress({ done: 1, total: 3, note: `attention of layer ${layer}` });
  result = { ...result, attention: await attentionOf(model, read.length, layer, views.text, tools) };
  yield result;

  result = { ...result, map: await mapOf(model, document, tools) };
  yield result;
}

/** Cells with their tokens as text. */
async function figuresOf(
  model: Model,
  cells: readonly (readonly LensCell[])[],
  { engine }: RunTools,
): Promise<readonly (readonly LensFigure[])[]> {
  const ids = [...new Set(cells.flat().flatMap(({ top }) => top.map(({ id }) => id)))];
  const texts = new Map(await Promise.all(ids.map(async (id) => [id, await engine.detokenize(model, [id])] as const)));
  return cells.map((column) =>
    column.map(({ top, masses, entropy }) => {
      const best = leading(masses);
      return {
        top: top.map(({ id, probability }) => ({ text: texts.get(id)!, probability: rounded(probability) })),
        language: best === null ? null : languages[best]!,
        masses: masses.map(rounded),
        entropy: rounded(entropy),
      };
    }),
  );
}

/** The patterns of one layer's heads over the first `length` tokens. */
async function attentionOf(
  model: Model,
  length: number,
  layer: number,
  text: string,
  { engine, signal }: RunTools,
): Promise<Attention> {
  const hook = `blocks.${layer}.attn.hook_pattern`;
  const captured = await engine.capture(model, text, [hook], { signal });
  const { dims, data } = captured[hook]!; // [1,H,S,T]
  const [, heads, queries, keys] = dims as readonly [number, number, number, number];
  const row = (head: number, query: number) => (head * queries + query) * keys;
  const patterns = Array.from({ length: heads }, (_, head) =>
    Array.from({ length: Math.min(length, queries) }, (_, query) =>
      Array.from(data.subarray(row(head, query), row(head, query) + Math.min(length, keys)), rounded),
    ),
  );
  return { layer, patterns };
}

/** Sentences and their translations, layer by layer. */
async function mapOf(model: Model, { views, seed }: Document, tools: RunTools): Promise<readonly MapLayer[]> {
  const { parallelSentences } = await import("../../../data/parallel");
  const texts = languages.flatMap((language) =>
    parallelSentences[language]
      .slice(0, views.sentences)
      .map((text: string, sentence: number) => ({ language, sentence, text })),
  );
  const vectors = await tools.engine.captureResidual(
    model,
    texts.map(({ text }) => text),
    {
      signal: tools.signal,
      onProgress: (done) => tools.onProgress({ done: 2 + done / texts.length, total: 3, note: "mapping sentences" }),
    },
  );
  return spread(model.geometry.layers).map((layer) => {
    const at = vectors.map((perLayer) => perLayer[layer]!);
    const { points, explained } = planeMap(at, seededRandom(seed));
    return {
      layer,
      points: texts.map(({ language, sentence }, i) => ({
        language,
        sentence,
        at: [rounded(points[i]![0]), rounded(points[i]![1])] as const,
      })),
      explained,
      sameLanguage: sameNearest(
        at,
        texts.map(({ language }) => language),
      ),
      translation: sameNearest(
        at,
        texts.map(({ sentence }) => sentence),
      ),
    };
  });
}

/** At most `mappedLayers` layers, the first and the last among them. */
function spread(layers: number): readonly number[] {
  const count = Math.min(layers, mappedLayers);
  return Array.from({ length: count }, (_, i) => (count === 1 ? 0 : Math.round((i * (layers - 1)) / (count - 1))));
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

const noText = {
  code: "prompt-empty",
  what: "There is no text to look at.",
  remedy: "Write a sentence, or its beginning.",
} as const;
