import { useState } from "react";
import { builtInTokenizers, type Document } from "../../experiments/documents/tokenizers";
import type { Problem } from "../../result";
import { Checkbox } from "../../ui/Checkbox";
import { ProblemNote } from "../../ui/ProblemNote";
import type { PanelProps } from "../lab";
import { describeTokenizer, encoderAtHand } from "./encoders";
import { addOwnTokenizer } from "./own-tokenizers";

const most = 10;

/** Which tokenizers stand side by side, and a way to bring one's own. */
export function TokenizerChoice({ document, edit }: PanelProps<Document>) {
  const { tokenizers } = document;
  const own = tokenizers.filter((id) => id.startsWith("own:"));
  const [problem, setProblem] = useState<Problem | null>(null);

  async function add(file: File | undefined): Promise<void> {
    if (!file) return;
    const added = await addOwnTokenizer(file);
    setProblem(added.ok ? null : added.problem);
    if (added.ok) edit({ tokenizers: [...new Set([...tokenizers, added.value])].slice(-most) });
  }

  return (
    <div className="field">
      <fieldset className="stack-close">
        <legend className="field-label">Tokenizers</legend>
        {[...builtInTokenizers, ...own].map((id) => (
          <Checkbox
            key={id}
            label={<TokenizerName id={id} />}
            checked={tokenizers.includes(id)}
            disabled={tokenizers.length === 1 && tokenizers.includes(id)}
            onChange={(wanted) => edit({ tokenizers: chosen(tokenizers, id, wanted) })}
          />
        ))}
      </fieldset>
      <label className="tokenizers-file">
        <span>Add a tokenizer.json</span>
        <input
          type="file"
          accept=".json,application/json"
          onDragOver={(event) => event.stopPropagation()}
          onDrop={(event) => event.stopPropagation()}
          onChange={(event) => {
            void add(event.currentTarget.files?.[0]);
            event.currentTarget.value = "";
          }}
        />
      </label>
      {problem ? <ProblemNote problem={problem} /> : null}
      <p className="note">{fetchNote(tokenizers)}</p>
    </div>
  );
}

function TokenizerName({ id }: { readonly id: string }) {
  const { name, about } = describeTokenizer(id);
  return (
    <>
      {name} <span className="note">{about}</span>
    </>
  );
}

/** Built-in ones in the order of the list, own ones after them. */
function chosen(current: readonly string[], id: string, wanted: boolean): string[] {
  const others = current.filter((other) => other !== id);
  const list = wanted ? [...others, id] : others;
  const builtIn: readonly string[] = builtInTokenizers;
  return [...builtIn.filter((one) => list.includes(one)), ...list.filter((one) => !builtIn.includes(one))].slice(
    0,
    most,
  );
}

function fetchNote(ids: readonly string[]): string {
  const bytes = ids
    .filter((id) => encoderAtHand(id) === undefined)
    .reduce((total, id) => total + describeTokenizer(id).download, 0);
  if (bytes === 0) return "All vocabularies are here: the strips follow what you type.";
  return `Run fetches ${(bytes / 1e6).toFixed(1)} MB of vocabularies, once; then the strips follow what you type.`;
}
