import type { Engine, GenerateOptions, Model } from "../../engine/engine";
import { LabError } from "../../result";
import { writeLine } from "../write-line";

export interface Answer {
  readonly text: string;
  /** False where the model has no chat template and went on from the request as a text. */
  readonly asMessage: boolean;
}

type AskOptions = GenerateOptions & {
  readonly signal: AbortSignal;
  /** Where a text is gone on from, only up to the first line break. */
  readonly oneLine?: boolean;
};

/** Asks a model in words: as a message where it converses, else by letting it go on from `asText`. */
export async function ask(
  engine: Engine,
  model: Model,
  request: { readonly message: string; readonly asText: string },
  { oneLine = false, ...options }: AskOptions,
): Promise<Answer> {
  try {
    const prompt = { messages: [{ role: "user", content: request.message }] } as const;
    return { text: (await engine.generate(model, prompt, options)).text, asMessage: true };
  } catch (thrown) {
    if (!(thrown instanceof LabError) || thrown.problem.code !== "tokenizer-invalid") throw thrown;
    const text = oneLine
      ? await writeLine(engine, model, request.asText, options)
      : (await engine.generate(model, request.asText, options)).text;
    return { text, asMessage: false };
  }
}
