import type { VocabularyDocument } from "../../../experiments/documents/vocabulary";
import { unwrap } from "../../../result";
import { createEncoder } from "../../../tokenization/hf-encoder";
import type { TokenizerFiles } from "../../../tokenization/hf-model";
import { fertilities } from "./fertilities";
import type { Fertility } from "./result";
import { countsOf, learningText, train } from "./target";
import { textsOf } from "./texts";

export interface TrainRequest {
  readonly document: VocabularyDocument;
  /** The text file that the document names. */
  readonly ownText?: string;
  /** Beside which the new one is set. */
  readonly beside: TokenizerFiles;
}

export type Trained =
  | { readonly kind: "progress"; readonly done: number; readonly total: number; readonly note: string }
  | {
      readonly kind: "trained";
      readonly files: TokenizerFiles;
      readonly rows: number;
      readonly textBytes: number;
      readonly bytesPerToken: number;
      readonly longest: readonly string[];
      readonly fertility: readonly Fertility[];
    };

const special = "<|endoftext|>";
const shownTokens = 30;

/** Trains a tokenizer on the text that the document names. Throws LabError as the trainers do. */
export async function* trainTokenizer({ document, ownText = "", beside }: TrainRequest): AsyncGenerator<Trained, void> {
  const text = learningText(document, await textsOf(document.languages), ownText);
  const steps = train(document, text, [special]);
  let step = steps.next();
  while (!step.done) {
    yield { kind: "progress", ...step.value, note: "learning the vocabulary" };
    step = steps.next();
  }
  const files = step.value;
  const encoder = unwrap(createEncoder(files, "trained"));
  const counts = countsOf(encoder, text);
  const textBytes = new TextEncoder().encode(text.replaceAll("\n", "")).length;
  const longest = counts
    .map(([id]) => encoder.bytesOf(id))
    .toSorted((a, b) => b.length - a.length)
    .slice(0, shownTokens)
    .map((bytes) => new TextDecoder().decode(bytes));
  yield {
    kind: "trained",
    files,
    rows: encoder.vocabularySize,
    textBytes,
    bytesPerToken: textBytes / counts.reduce((sum, [, count]) => sum + count, 0),
    longest,
    fertility: fertilities(
      [...document.languages, ...document.scored],
      unwrap(createEncoder(beside, "beside")),
      encoder,
    ),
  };
}
