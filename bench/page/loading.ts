import { openCheckpoint } from "../../src/checkpoints/open";
import { compile } from "../../src/compiler/compile";
import { plainProgram, type WeightFormat } from "../../src/compiler/program";
import { createEngine } from "../../src/engine/engine";
import { unwrap } from "../../src/result";
import { randomCheckpoint, shape135M } from "./random-checkpoint";

/** Megabytes of stored f16 weights that are laid out in a second, and those of the result. */
export interface Conversion {
  readonly format: WeightFormat;
  readonly megabytesPerSecond: number;
  readonly heldMegabytes: number;
}

/** Seconds from the call to a first token. */
export interface FirstToken {
  readonly seconds: number;
}

declare global {
  interface Window {
    convert(format: WeightFormat): Promise<Conversion>;
    firstToken(reference: string, hub: string, weights: WeightFormat): Promise<FirstToken>;
    borrow(base: string, lender: string, layers: number, hub: string): Promise<FirstToken>;
  }
}

/** Lays out every weight of the 135-million shape, one file after the other, as a load does. */
window.convert = async (format) => {
  const files = randomCheckpoint(shape135M, 1);
  const checkpoint = await openCheckpoint(files, { embeddedBase: "" });
  const program = unwrap(compile(checkpoint, { ...plainProgram, weights: format }));
  const stored = files.find(({ name }) => name === "model.safetensors")!.size;
  const begun = performance.now();
  for (const blob of program.weights) await blob.build();
  const seconds = (performance.now() - begun) / 1000;
  const held = program.weights.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return { format, megabytesPerSecond: stored / 1e6 / seconds, heldMegabytes: held / 1e6 };
};

window.firstToken = async (reference, hub, weights) => {
  const engine = createEngine({ hub });
  const begun = performance.now();
  const model = await engine.load(reference, { backend: "wasm", weights });
  await engine.generate(model, [1, 2, 3], { maxNewTokens: 1, stopAtEnd: false });
  const seconds = (performance.now() - begun) / 1000;
  await engine.close();
  return { seconds };
};

/** A swap that takes the lender's first layers; the base is there already. */
window.borrow = async (base, lender, layers, hub) => {
  const engine = createEngine({ hub });
  const slice = (model: string, from: number, to: number) => ({
    sources: [{ model, layer_range: [from, to] as const }],
  });
  const slices = [slice(lender, 0, layers), slice(base, layers, shape135M.num_hidden_layers)];
  const begun = performance.now();
  const recipe = { merge_method: "passthrough", base_model: base, slices } as const;
  const model = await engine.merge(recipe, { backend: "wasm", weights: "q8" });
  await engine.generate(model, [1, 2, 3], { maxNewTokens: 1, stopAtEnd: false });
  const seconds = (performance.now() - begun) / 1000;
  await engine.close();
  return { seconds };
};
