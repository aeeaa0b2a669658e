import type { Document } from "../../../experiments/documents/tokenizers";
import { trainers } from "../../../tokenization/training";
import type { RunTools } from "../../lab";
import { emptyResult, type TokenizersResult } from "../result";
import { inWorker } from "../vocabulary/in-worker";
import { learntFrom } from "../vocabulary/texts";
import type { TrainedTokenizer } from "./result";

/** One vocabulary of each language and one of all, trained in a worker. Throws what training throws. */
export async function* oneOrFive(
  document: Document,
  { signal, onProgress }: Pick<RunTools, "signal" | "onProgress">,
): AsyncGenerator<TokenizersResult, void> {
  const { vocabulary: settings, languages: counted } = document;
  const { languages, size } = settings;
  const { title } = trainers.find(({ name }) => name === settings.trainer)!;
  const tokenizers: TrainedTokenizer[] = [];
  for await (const event of inWorker({ kind: "one-or-five", document: settings, counted }, signal)) {
    if (event.kind === "progress") onProgress(event);
    if (event.kind !== "tokenizer") continue;
    tokenizers.push(event.tokenizer);
    yield {
      ...emptyResult(document),
      oneOrFive: { title, size, languages, learntFrom: learntFrom(languages), tokenizers: [...tokenizers] },
    };
  }
}
