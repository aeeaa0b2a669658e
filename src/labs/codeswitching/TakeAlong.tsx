import type { Document } from "../../experiments/documents/codeswitching";
import { Button } from "../../ui/Button";
import { download } from "../../ui/csv";
import { toJsonl } from "./jsonl";
import type { CodeSwitchingResult } from "./result";

/** The sentences as a file. */
export function TakeAlong({ document, result }: { readonly document: Document; readonly result: CodeSwitchingResult }) {
  const name = `switched-${result.source ?? "grammar"}-seed-${"seed" in result ? result.seed : document.seed}`;
  return (
    <div className="row">
      <Button onClick={() => download(`${name}.jsonl`, toJsonl(document, result), "application/jsonl;charset=utf-8")}>
        Sentences as JSONL
      </Button>
      <p className="note">Words with language, script, links and reasons, and all that is needed to make them again.</p>
    </div>
  );
}
