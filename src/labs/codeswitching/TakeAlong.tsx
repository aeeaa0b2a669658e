import type { Document } from "../../experiments/documents/codeswitching";
import { useSettings } from "../../ui/figure-place";
import { RowsFile } from "../../ui/RowsFile";
import { headOf, sentenceRows } from "./jsonl";
import type { CodeSwitchingResult } from "./result";

/** The sentences as a file. */
export function TakeAlong({ document, result }: { readonly document: Document; readonly result: CodeSwitchingResult }) {
  const settings = useSettings(document);
  return (
    <RowsFile
      what="Sentences"
      name={`switched-${result.source ?? "grammar"}`}
      head={() => headOf(result)}
      rows={() => sentenceRows(settings(), result)}
      note="Words with language, script, links and reasons, and all that is needed to make them again."
    />
  );
}
