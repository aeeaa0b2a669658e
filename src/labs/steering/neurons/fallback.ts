import { identify } from "../../../codeswitch/identify";
import type { Model } from "../../../engine/engine";
import type { Document } from "../../../experiments/documents/steering";
import { editNeurons } from "../../../steering/neurons/edit-neurons";
import type { RunTools } from "../../lab";
import type { Activity } from "../../neuron-activity";
import { findNeurons } from "./find";
import type { Fallback } from "./result";

/** Shares of all neurons that are looked at for those of a language. */
const keptShares = [0, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3];

/** Switches off ever more of a language's neurons, and counts the languages in which the prompts go on. */
export async function fallbackOf(
  { neurons, maxNewTokens, temperature, seed }: Document,
  { engine, signal, onProgress }: RunTools,
  model: Model,
  activities: readonly Activity[],
  prompts: readonly string[],
): Promise<Fallback> {
  const { mlpWidth } = model.geometry;
  const at = neurons.languages.indexOf(neurons.language);
  const sets = keptShares.map((kept) =>
    kept === 0 ? [] : findNeurons({ ...neurons, kept }, activities, mlpWidth)[at]!,
  );
  const variants = sets.map((set) => editNeurons(set, mlpWidth, { kind: "scale", factor: 0 }));
  const languages = [...neurons.languages, "und"];
  const counts = languages.map(() => sets.map(() => 0));
  for (const [done, prompt] of prompts.entries()) {
    onProgress({ done, total: prompts.length, note: `switching off ever more behind “${prompt}”` });
    const options = { maxNewTokens, temperature, seed, signal };
    for (const [column, { text }] of (await engine.generateBatch(model, prompt, variants, options)).entries()) {
      counts[languages.indexOf(identify(text, neurons.languages).language)]![column]! += 1;
    }
  }
  return { off: sets.map(({ length }) => length), languages, counts };
}
