import type { Engine, Generation, GenerateOptions, Model } from "../../engine/engine";
import { LabError } from "../../result";

export interface Answer {
  readonly generation: Generation;
  /** False where the model has no chat template and went on from the request as a text. */
  readonly asMessage: boolean;
}

/** Asks a model in words: as a message where it converses, else by letting it go on from `asText`. */
export async function ask(
  engine: Engine,
  model: Model,
  request: { readonly message: string; readonly asText: string },
  options: GenerateOptions,
): Promise<Answer> {
  try {
    const prompt = { messages: [{ role: "user", content: request.message }] } as const;
    return { generation: await engine.generate(model, prompt, options), asMessage: true };
  } catch (thrown) {
    if (!(thrown instanceof LabError) || thrown.problem.code !== "tokenizer-invalid") throw thrown;
    return { generation: await engine.generate(model, request.asText, options), asMessage: false };
  }
}
