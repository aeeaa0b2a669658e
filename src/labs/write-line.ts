import type { Engine, GenerateOptions, Model } from "../engine/engine";

/** What a model writes up to the first line break after the first letter; nothing is written behind it. */
export async function writeLine(
  engine: Engine,
  model: Model,
  prompt: string,
  options: GenerateOptions & { readonly signal: AbortSignal },
): Promise<string> {
  const { signal } = options;
  const enough = new AbortController();
  const stop = () => enough.abort();
  signal.addEventListener("abort", stop, { once: true });
  let text = "";
  try {
    const generation = await engine.generate(model, prompt, {
      ...options,
      signal: enough.signal,
      onToken: (token) => {
        text += token.text;
        if (text.trimStart().includes("\n")) enough.abort();
      },
    });
    text = generation.text;
  } catch (thrown) {
    signal.throwIfAborted();
    if (!enough.signal.aborted) throw thrown;
  } finally {
    signal.removeEventListener("abort", stop);
  }
  return text.trimStart().split("\n")[0]!;
}
