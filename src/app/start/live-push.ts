import type { Engine, Model } from "../../engine/engine";
import type { Document } from "../../experiments/documents/steering";
import { textSetsOf } from "../../labs/steering/settings";
import { unwrap } from "../../result";
import { directionMethods } from "../../steering/directions/registry";
import { steer, type SteeringVector } from "../../steering/interventions";
import { layerRandom } from "../../steering/layers";
import { layerScale } from "../../steering/strength";
import { guardedEngine, pageEngine } from "../engine";
import { loadNote } from "../format";

/**
 * Behind this layer one class distance turns the sentence into each of the four languages; behind 3, where the steering lab's
 * first question steers, Hindi is left out, and behind 4, which held-out separation proposes of so few sentences, German too.
 */
const pushedLayer = 2;

/** A model that is loaded, and the direction between two of its languages at the layer that is pushed. */
export interface LivePush {
  readonly engine: Engine;
  readonly model: Model;
  readonly vector: SteeringVector;
}

const opened = new Map<string, Promise<LivePush>>();

/** Starts the engine's worker and fetches the sentences: a hundred kilobytes, and nothing of the model. */
export async function readyPush(): Promise<void> {
  await Promise.all([pageEngine().then((engine) => engine.capabilities()), import("../../data/parallel")]);
}

/**
 * Loads the model and makes the direction of the pushed layer as the steering lab does, which the held-out sentences have no part
 * in; once a pair of languages. `note` hears how far it is.
 */
export function openPush(document: Document, note: (text: string) => void): Promise<LivePush> {
  const key = `${document.source} ${document.target}`;
  const known = opened.get(key);
  if (known) return known;
  const opening = open(document, note);
  opened.set(key, opening);
  opening.catch(() => opened.delete(key));
  return opening;
}

async function open(document: Document, note: (text: string) => void): Promise<LivePush> {
  note("fetching the engine");
  const engine = guardedEngine(await pageEngine(), {
    onModel: () => undefined,
    onProgress: (_checkpoint, progress) => note(loadNote(progress)),
  });
  const [model, { parallelSentences }] = await Promise.all([
    engine.load(document.model),
    import("../../data/parallel"),
  ]);
  const { source, target, split } = unwrap(textSetsOf(document, firstOf(parallelSentences)));
  note("reading sentences of both languages");
  const [from, to] = [split.source.train, split.target.train];
  const texts = [...from.map((text) => source[text]!), ...to.map((text) => target[text]!)];
  const activations = await engine.captureResidual(model, texts, { position: "mean" });
  const states = activations.map((layers) => layers[pushedLayer]!);
  const train = { positive: states.slice(from.length), negative: states.slice(0, from.length) };
  const random = layerRandom(document.seed, pushedLayer);
  const direction = unwrap(directionMethods[document.method].direction(train, random));
  return { engine, model, vector: { layer: pushedLayer, direction, scale: layerScale(train) } };
}

/** Fewer sentences than the lab reads: they are read while somebody waits. */
function firstOf(sentences: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(sentences).map(([code, texts]) => [code, texts.slice(0, 16)]));
}

/** Goes on from the prompt under a push of so many class distances; `say` hears the text as it grows. */
export async function pushed(
  { engine, model, vector }: LivePush,
  { prompt, strength, document }: { readonly prompt: string; readonly strength: number; readonly document: Document },
  signal: AbortSignal,
  say: (text: string) => void,
): Promise<void> {
  let text = "";
  await engine.generate(model, prompt, {
    interventions: [unwrap(steer(vector, strength, document.span))],
    maxNewTokens: document.maxNewTokens,
    temperature: 0,
    seed: document.seed,
    signal,
    onToken: (token) => {
      text += token.text;
      say(text);
    },
  });
}
