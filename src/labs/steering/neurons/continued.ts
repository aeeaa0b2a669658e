import { identify } from "../../../codeswitch/identify";
import type { Model } from "../../../engine/engine";
import type { Document } from "../../../experiments/documents/steering";
import type { Intervention } from "../../../steering/intervention";
import type { RunTools } from "../../lab";
import type { NeuronText } from "./result";

/** One prompt continued with neurons edited in each way; its rows are identified among the languages. */
export async function continued(
  { maxNewTokens, temperature, seed }: Document,
  { engine, signal }: RunTools,
  model: Model,
  prompt: string,
  variants: readonly (readonly Intervention[])[],
  languages: readonly string[],
): Promise<NeuronText> {
  const options = { maxNewTokens, temperature, seed, signal };
  const generations = await engine.generateBatch(model, prompt, variants, options);
  const rows = generations.map(({ text }) => {
    const { language } = identify(text, languages);
    return { text, language: language === "und" ? null : language };
  });
  return { prompt, rows };
}
