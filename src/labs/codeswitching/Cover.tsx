import type { Document } from "../../experiments/documents/codeswitching";
import { MixedSentence } from "./MixedSentence";
import type { CodeSwitchingResult } from "./result";
import { shownSentences } from "./shown";

/** Two sentences of a result. */
export function Cover({ result }: { readonly document: Document; readonly result: CodeSwitchingResult }) {
  return (
    <div className="stack-close">
      {shownSentences(result)
        .slice(0, 2)
        .map(({ sentence, languages }) => (
          <MixedSentence key={sentence.text} sentence={sentence} languages={languages} />
        ))}
    </div>
  );
}
