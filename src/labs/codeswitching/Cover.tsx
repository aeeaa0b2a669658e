import type { Document } from "../../experiments/documents/codeswitching";
import { MixedSentence } from "./MixedSentence";
import type { CodeSwitchingResult } from "./result";

/** Two sentences of a result. */
export function Cover({ result }: { readonly document: Document; readonly result: CodeSwitchingResult }) {
  const sentences = result.batches.flatMap((batch) => batch.sentences).slice(0, 2);
  return (
    <div className="stack-close">
      {sentences.map((sentence) => (
        <MixedSentence key={sentence.text} sentence={sentence} languages={result.languages} />
      ))}
    </div>
  );
}
