import { createEngine, type Engine } from "../../src/engine/engine";
import { recipeOfMap } from "../../src/merging/layer-map";
import { layerSwapShares } from "../../src/merging/layer-swap";
import { randomCheckpoint, shape135M } from "./random-checkpoint";

/** Milliseconds until each of several layer swaps of two open models can run, one after the other. */
export interface SwapTimes {
  readonly layers: number;
  readonly milliseconds: readonly number[];
}

declare global {
  interface Window {
    swapEmbedded(count: number): Promise<SwapTimes>;
    swap135M(count: number): Promise<SwapTimes>;
  }
}

window.swapEmbedded = async (count) => {
  const engine = createEngine({ embeddedBase: new URL("models/", document.baseURI).href });
  const [a, b] = [
    await engine.load("polyglot-de", { backend: "wasm" }),
    await engine.load("polyglot-hi", { backend: "wasm" }),
  ];
  return await swaps(engine, a.checkpoint, b.checkpoint, a.geometry.layers, count);
};

/** Weights in eight bits, as the lab opens models of that size on WASM. */
window.swap135M = async (count) => {
  const engine = createEngine();
  const options = { backend: "wasm", weights: "q8" } as const;
  const a = await engine.load(randomCheckpoint(shape135M, 1), options);
  const b = await engine.load(randomCheckpoint(shape135M, 2), options);
  return await swaps(engine, a.checkpoint, b.checkpoint, shape135M.num_hidden_layers, count, options);
};

/** Swaps that differ in the number of layers from B at the foot; all else is A’s, so that no weight is computed. */
async function swaps(
  engine: Engine,
  a: string,
  b: string,
  layers: number,
  count: number,
  options: Parameters<Engine["merge"]>[1] = { backend: "wasm" },
): Promise<SwapTimes> {
  const milliseconds: number[] = [];
  for (let bottom = 0; bottom < count; bottom++) {
    const shares = layerSwapShares(layers, { bottom, top: 1, bottomTransition: 0, topTransition: 0 });
    const recipe = recipeOfMap({ a, b, method: "linear", shares, embeddings: "a", norm: "a", head: "a" });
    const begun = performance.now();
    const merged = await engine.merge(recipe, options);
    milliseconds.push(performance.now() - begun);
    await engine.unload(merged);
  }
  await engine.close();
  return { layers, milliseconds };
}
