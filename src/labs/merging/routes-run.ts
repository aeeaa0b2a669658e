import type { Document } from "../../experiments/documents/merging";
import { arrowGates, prototypeOf } from "../../merging/arrow";
import { unwrap } from "../../result";
import type { RunTools } from "../lab";
import { checkNorms, normed } from "./evidence";
import type { ExpertRoutes } from "./result";
import { sentencesOf } from "./sentences";

/**
 * Where Arrow would send the tokens of each language: gates of each layer between the experts, by what each changed in the queries'
 * matrix and what that matrix reads in the base. They are shown, not applied: a merge of whole models has no gates.
 */
export async function routesOf(
  document: Document,
  experts: readonly string[],
  { engine, signal, onProgress }: RunTools,
): Promise<ExpertRoutes> {
  const sentences = unwrap(await sentencesOf(document));
  const base = await engine.load(document.base, { signal });
  await checkNorms(engine, base, "Arrow");
  const models = [];
  for (const expert of experts) models.push(await engine.load(expert, { signal }));
  const { layers, width } = base.geometry;
  const total = layers + sentences.length;
  const prototypes: (readonly Float32Array[])[] = [];
  const gains: Float32Array[] = [];
  for (let layer = 0; layer < layers; layer++) {
    onProgress({ done: layer, total, note: `prototypes of layer ${layer}` });
    const name = `model.layers.${layer}.self_attn.q_proj.weight`;
    const own = await engine.tensor(base, name);
    gains.push(await engine.tensor(base, `model.layers.${layer}.input_layernorm.weight`));
    const found: Float32Array[] = [];
    for (const model of models) {
      const tuned = await engine.tensor(model, name);
      found.push(
        prototypeOf(
          tuned.map((value, i) => value - own[i]!),
          width,
        ),
      );
    }
    prototypes.push(found);
  }
  const hooks = prototypes.map((_, layer) => `blocks.${layer}.hook_resid_pre`);
  const shares = experts.map(() => hooks.map(() => sentences.map(() => 0)));
  for (const [column, { language, texts }] of sentences.entries()) {
    onProgress({ done: layers + column, total, note: `reading ${language}` });
    let tokens = 0;
    for (const text of texts) {
      const captured = await engine.capture(base, text, hooks, { signal });
      for (const [layer, hook] of hooks.entries()) {
        const { data } = captured[hook]!;
        if (layer === 0) tokens += data.length / width;
        for (let at = 0; at < data.length; at += width) {
          const x = normed(data.subarray(at, at + width), gains[layer]!);
          for (const [expert, gate] of arrowGates(x, prototypes[layer]!).entries())
            shares[expert]![layer]![column]! += gate;
        }
      }
    }
    for (const own of shares) for (const row of own) row[column]! /= Math.max(1, tokens);
  }
  return { experts, languages: sentences.map(({ language }) => language), shares };
}
