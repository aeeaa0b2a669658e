import type { Document } from "../../../experiments/documents/tokenizers";
import { trainers } from "../../../tokenization/training";
import type { RunTools } from "../../lab";
import { loadTokenizerFiles } from "../../built-in-encoders";
import { ownTextOf } from "../own-texts";
import { keepTokenizer } from "../own-tokenizers";
import { emptyResult, type TokenizersResult } from "../result";
import { inWorker } from "./in-worker";
import { learntFrom } from "./texts";

/** Trains a tokenizer in a worker and keeps it in this page. */
export async function* trainRun(
  document: Document,
  { signal, onProgress }: Pick<RunTools, "signal" | "onProgress">,
): AsyncGenerator<TokenizersResult, void> {
  const { vocabulary: settings } = document;
  const { title, reference } = trainers.find(({ name }) => name === settings.trainer)!;
  const beside = await loadTokenizerFiles("polyglot-base", signal);
  const begun = performance.now();
  for await (const event of inWorker({ kind: "train", document: settings, beside, ...ownTextOf(settings) }, signal)) {
    if (event.kind === "progress") onProgress(event);
    if (event.kind !== "trained") continue;
    const { kind: _, files, ...measured } = event;
    const own = settings.textFile !== "" || settings.text.trim() !== "";
    const of = own ? "own-text" : settings.languages.join("-");
    yield {
      ...emptyResult(document),
      trained: {
        ...measured,
        learntFrom: own ? [] : learntFrom(settings.languages),
        tokenizer: keepTokenizer(`${settings.trainer}-${of}-${event.rows}`, files),
        title,
        reference,
        seconds: Math.round((performance.now() - begun) / 100) / 10,
        fileBytes: JSON.stringify(files.tokenizer).length,
      },
    };
  }
}
