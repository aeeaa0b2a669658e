import { seededRandom } from "../random";
import { LabError, unwrap } from "../result";
import type { Contrast, DirectionMethodId } from "../steering/directions/direction";
import { directionMethods } from "../steering/directions/registry";
import { type LayerScale, layerScale } from "../steering/strength";
import type { Engine, Model, Position } from "./engine";

/** An experiment as links and recordings hold it. */
export interface ConsoleExperiment {
  readonly lab: string;
  readonly document: unknown;
}

/** What the page above the engine lends to the console. */
export interface ConsolePage {
  /** The page's engine, which starts when it is first asked for. */
  readonly engine: () => Promise<Engine>;
  /** The share link of an experiment. */
  link(experiment: ConsoleExperiment): Promise<string>;
  /** Opens a link in this page, as if it had been followed; starts no run. */
  open(link: string): Promise<void>;
  /** Runs an experiment in its lab and gives its last, complete result: plain JSON. */
  run(experiment: ConsoleExperiment, options?: ConsoleRunOptions): Promise<unknown>;
}

export interface ConsoleRunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number; readonly note: string }) => void;
}

export interface DirectionRequest {
  readonly positive: readonly string[];
  readonly negative: readonly string[];
  /** Default `mean-difference`. */
  readonly method?: DirectionMethodId;
  /** Default: all. */
  readonly layers?: readonly number[];
  /** How a text becomes a vector; default `mean`. */
  readonly position?: Position;
  /** For methods that draw random numbers; default 0. */
  readonly seed?: number;
  readonly signal?: AbortSignal;
}

/** A direction after one block: a unit vector [D], and how far the two sets of texts lie apart there. */
export interface LayerDirection {
  readonly layer: number;
  readonly direction: Float32Array;
  readonly scale: LayerScale;
}

type EngineCalls = Omit<Engine, "close">;

/**
 * The lab without its panels. Everything the panels do goes through these calls, so a script in the browser's console can
 * do it too:
 *
 *     const model = await babelscope.load("polyglot-base");
 *     const [{ layer, direction, scale }] = await babelscope.direction(model, {
 *       positive: ["Das ist ein Haus."], negative: ["That is a house."], layers: [3] });
 *     const steer = { kind: "add", layer, vector: direction, strength: scale.classDistance };
 *     (await babelscope.generate(model, "The house is", { interventions: [steer] })).text;
 *
 * Promises reject with an error whose `problem` has a code, what happened, and what to do.
 */
export interface Babelscope extends EngineCalls {
  /**
   * The direction between two sets of texts, layer by layer, from the residual stream after each block. Rejects with
   * `input-invalid` for an empty set or layers that the model does not have.
   */
  direction(model: Model, request: DirectionRequest): Promise<readonly LayerDirection[]>;
  readonly link: ConsolePage["link"];
  readonly open: ConsolePage["open"];
  readonly run: ConsolePage["run"];
}

/** Puts `babelscope` on the target, usually `window`, and gives it back. */
export function installConsole(target: object, page: ConsolePage): Babelscope {
  const babelscope = createConsole(page);
  Object.defineProperty(target, "babelscope", { value: babelscope, configurable: true, enumerable: true });
  return babelscope;
}

/** The calls of the console over a page. */
export function createConsole(page: ConsolePage): Babelscope {
  const listeners = new Set<Parameters<Engine["onNotice"]>[0]>();
  let listening = false;

  async function engine(): Promise<Engine> {
    const engine = await page.engine();
    if (!listening) {
      listening = true;
      engine.onNotice((notice) => {
        for (const listener of listeners) listener(notice);
      });
    }
    return engine;
  }

  return {
    capabilities: async () => (await engine()).capabilities(),
    load: async (...given) => (await engine()).load(...given),
    merge: async (...given) => (await engine()).merge(...given),
    changeVocabulary: async (...given) => (await engine()).changeVocabulary(...given),
    vocabulary: async (...given) => (await engine()).vocabulary(...given),
    inspect: async (...given) => (await engine()).inspect(...given),
    tokenizer: async (...given) => (await engine()).tokenizer(...given),
    profile: async (...given) => (await engine()).profile(...given),
    packSkill: async (...given) => (await engine()).packSkill(...given),
    tensor: async (...given) => (await engine()).tensor(...given),
    valueTokens: async (...given) => (await engine()).valueTokens(...given),
    exportFolder: async (...given) => (await engine()).exportFolder(...given),
    unload: async (...given) => (await engine()).unload(...given),
    tokenize: async (...given) => (await engine()).tokenize(...given),
    detokenize: async (...given) => (await engine()).detokenize(...given),
    logits: async (...given) => (await engine()).logits(...given),
    score: async (...given) => (await engine()).score(...given),
    scoreAll: async (...given) => (await engine()).scoreAll(...given),
    generate: async (...given) => (await engine()).generate(...given),
    generateBatch: async (...given) => (await engine()).generateBatch(...given),
    mix: async (...given) => (await engine()).mix(...given),
    compose: async (...given) => (await engine()).compose(...given),
    lens: async (...given) => (await engine()).lens(...given),
    capture: async (...given) => (await engine()).capture(...given),
    captureResidual: async (...given) => (await engine()).captureResidual(...given),
    exportOnnx: async (...given) => (await engine()).exportOnnx(...given),
    onNotice(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    direction: async (model, request) => findDirections(await engine(), model, request),
    link: (experiment) => page.link(experiment),
    open: (link) => page.open(link),
    run: (experiment, options) => page.run(experiment, options),
  };
}

async function findDirections(
  engine: Engine,
  model: Model,
  { positive, negative, method = "mean-difference", layers, position = "mean", seed = 0, signal }: DirectionRequest,
): Promise<readonly LayerDirection[]> {
  const all = Array.from({ length: model.geometry.layers }, (_, layer) => layer);
  for (const layer of layers ?? []) if (!all.includes(layer)) throw new LabError(noSuchLayer(layer, all.length));
  const vectors = await engine.captureResidual(model, [...positive, ...negative], {
    position,
    ...(signal && { signal }),
  });
  return (layers ?? all).map((layer) => {
    const at = vectors.map((perLayer) => perLayer[layer]!);
    const contrast: Contrast = { positive: at.slice(0, positive.length), negative: at.slice(positive.length) };
    const direction = unwrap(directionMethods[method].direction(contrast, seededRandom(seed + layer)));
    return { layer, direction, scale: layerScale(contrast) };
  });
}

function noSuchLayer(layer: number, layers: number) {
  return {
    code: "input-invalid",
    what: `Layer ${layer} does not exist: this model has layers 0 to ${layers - 1}.`,
    remedy: "Name layers that the model has, or leave them out for all.",
    facts: { layer, layers },
  } as const;
}
