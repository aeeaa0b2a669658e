import type { Engine, Model } from "../../../engine/engine";
import { beginningsOf } from "./beginnings";
import type { WrittenLanguage } from "./held-out";
import type { Continuation } from "./result";

const tokens = 24;

/** How both models go on with half a held-out sentence of each language, greedily; of the first three languages. */
export async function continuationsOf(
  engine: Engine,
  before: Model,
  after: Model,
  languages: readonly WrittenLanguage[],
  signal: AbortSignal,
): Promise<readonly Continuation[]> {
  const continued: Continuation[] = [];
  for (const { language, prompt } of beginningsOf(languages)) {
    const write = async (model: Model) =>
      (await engine.generate(model, prompt, { maxNewTokens: tokens, temperature: 0, signal })).text;
    continued.push({ language, prompt, before: await write(before), after: await write(after) });
  }
  return continued;
}
