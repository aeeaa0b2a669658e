import { useMemo } from "react";
import type { Document } from "../../experiments/documents/tokenizers";
import { TokenStrip } from "../../ui/TokenStrip";
import { TextIndex } from "../../tokenization/spans";
import type { TokenizersResult } from "./result";
import { unpackStrip } from "./strips";

/** The text under the first two tokenizers. */
export function Cover({ result }: { readonly document: Document; readonly result: TokenizersResult }) {
  const index = useMemo(() => new TextIndex(result.text), [result.text]);
  if (result.tokenizers.length === 0) return null;
  return (
    <div className="stack-close">
      {result.tokenizers.slice(0, 2).map(({ id, name, strip }) => (
        <div key={id}>
          <p className="note numeric">
            {name}: {strip.ids.length} tokens
          </p>
          <TokenStrip text={result.text} tokens={unpackStrip(index, strip)} label={name} />
        </div>
      ))}
    </div>
  );
}
