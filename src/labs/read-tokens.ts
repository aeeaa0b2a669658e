import type { Engine, Model } from "../engine/engine";
import type { Token } from "../tokenization/encoder";

/**
 * The tokens of a text as the engine reads it when it captures and writes: with what the tokenizer's template puts before the text, and
 * without what it puts behind (EOS), since the text goes on. Their places are those of activations [1,S,..].
 */
export async function readTokens(engine: Engine, model: Model, text: string): Promise<readonly Token[]> {
  const tokens = await engine.tokenize(model, text);
  const last = tokens.findLastIndex(({ special, bytes: [from, to] }) => !special || to > from);
  return tokens.slice(0, Math.max(1, last + 1));
}
