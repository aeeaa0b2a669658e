import { expect, test } from "vitest";
import type { Engine } from "../../engine/engine";
import { defaults } from "../../experiments/documents/merging";
import type { RunTools } from "../lab";
import { evidenceFor } from "./evidence";

const neurons = 100;

/** [1, 4, F]: the gate of neuron 7 is open in German alone, and what it lets through alternates; 3 is the other way round. */
function captured(text: string, hook: string): { readonly data: Float32Array; readonly dims: readonly number[] } {
  const chosen = hook.endsWith("hook_pre") ? 7 : 3;
  const data = Float32Array.from({ length: 4 * neurons }, (_, i) => {
    if (i % neurons === chosen) return text === "de" ? 1 : -1;
    return Math.floor(i / neurons) % 2 === 0 ? 1 : -1;
  });
  return { data, dims: [1, 4, neurons] };
}

test("language neurons are those whose gate is open in the language (LAPE), whatever sign the other matrix gives", async () => {
  const engine = {
    load: () => Promise.resolve({ geometry: { layers: 1, mlpWidth: neurons } }),
    tokenize: () => Promise.resolve(Array.from({ length: 4 }, (_, i) => ({ special: false, bytes: [i, i + 1] }))),
    capture: (_: unknown, text: string, hooks: readonly string[]) =>
      Promise.resolve(Object.fromEntries(hooks.map((hook) => [hook, captured(text, hook)]))),
  } as unknown as Engine;
  const recipe = { ...defaults.recipe, merge_method: "neuron_patch" as const, base_model: "base" };
  const tools = { engine, signal: new AbortController().signal, onProgress: () => undefined } as unknown as RunTools;
  const sentences = ["de", "en"].map((language) => ({ language, texts: [language] }));
  const evidence = await evidenceFor({ ...defaults, recipe, measuredOn: "de" }, sentences, tools);
  expect(evidence).toEqual({ neurons: [[7]] });
});
