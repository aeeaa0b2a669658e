import type { Engine, Model } from "../../../engine/engine";
import { heldOut, type WrittenLanguage } from "./held-out";
import type { Continuation } from "./result";

const tokens = 24;
const most = 3;

/** How both models go on with half a held-out sentence of each language, greedily; of the first three languages. */
export async function continuationsOf(
  engine: Engine,
  before: Model,
  after: Model,
  languages: readonly WrittenLanguage[],
  signal: AbortSignal,
): Promise<readonly Continuation[]> {
  const continued: Continuation[] = [];
  for (const language of languages.slice(0, most)) {
    const prompt = beginningOf(heldOut(language)[0] ?? "");
    const write = async (model: Model) =>
      (await engine.generate(model, prompt, { maxNewTokens: tokens, temperature: 0, signal })).text;
    continued.push({ language, prompt, before: await write(before), after: await write(after) });
  }
  return continued;
}

/** The first half of a sentence, in words; in characters where it has no spaces. */
function beginningOf(sentence: string): string {
  const separator = sentence.includes(" ") ? " " : "";
  const parts = sentence.split(separator);
  return parts.slice(0, Math.ceil(parts.length / 2)).join(separator);
}
