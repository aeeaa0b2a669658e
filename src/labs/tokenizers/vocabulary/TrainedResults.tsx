import type { Document } from "../../../experiments/documents/tokenizers";
import { Button } from "../../../ui/Button";
import { showFixed } from "../../../ui/Table";
import type { PanelProps } from "../../lab";
import { HeldOut } from "./HeldOut";
import { FertilityTable } from "./Results";
import { SizeAdvice } from "./SizeAdvice";
import { TokenizerFile } from "./TokenizerFile";
import type { TrainedResult } from "./result";

const most = 12;

/** The tokenizer that was trained, beside the embedded one. */
export function TrainedResults({
  document,
  edit,
  trained,
}: PanelProps<Document> & { readonly trained: TrainedResult }) {
  const { tokenizer, title, rows, textBytes, seconds, bytesPerToken, longest } = trained;
  return (
    <>
      <p className="tokenizers-headline">
        {title}: {rows.toLocaleString("en")} rows from {(textBytes / 1000).toFixed(0)} kB of text in{" "}
        {showFixed(seconds, 1)} s; it writes {showFixed(bytesPerToken, 2)} bytes of that text with a token.
      </p>
      <FertilityTable fertility={trained.fertility} name="trained-fertility" labels={["polyglot", "trained"]} />
      <HeldOut learntFrom={trained.learntFrom} />
      <section className="stack-close" aria-label="Longest tokens">
        <h2>Its longest tokens</h2>
        <p className="mono">
          {longest.map((token) => (
            <bdi key={token}>{token.replaceAll(" ", "␣").replaceAll("▁", "␣")} </bdi>
          ))}
        </p>
      </section>
      <SizeAdvice rows={rows} />
      <section className="stack-close" aria-label="To take along">
        <h2>To take along</h2>
        <div className="row">
          <TokenizerFile id={tokenizer} />
          <Button
            onClick={() =>
              edit({
                task: "compare",
                tokenizers: [...new Set([...document.tokenizers.slice(0, most - 1), tokenizer])],
              })
            }
          >
            Compare it
          </Button>
          <Button
            onClick={() =>
              edit({ task: "change", vocabulary: { ...document.vocabulary, target: "file", file: tokenizer } })
            }
          >
            Give it to a model
          </Button>
        </div>
        <p className="note">
          Hugging Face’s tokenizers library loads the file and cuts every text as here. It stays in this page until it
          is closed.
        </p>
      </section>
    </>
  );
}
