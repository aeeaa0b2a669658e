import { builtInTokenizers, type Document } from "../../experiments/documents/tokenizers";
import type { Problem } from "../../result";
import { Checkboxes } from "../../ui/Checkboxes";
import { FileField } from "../../ui/FileField";
import type { PanelProps } from "../lab";
import { describeTokenizer, encoderAtHand, repositoryOf } from "./encoders";
import { HubTokenizer } from "./HubTokenizer";
import { addOwnTokenizer } from "./own-tokenizers";

const most = 12;

/** Which tokenizers stand side by side, and a way to bring one's own. */
export function TokenizerChoice({ document, edit }: PanelProps<Document>) {
  const { tokenizers } = document;
  const own = tokenizers.filter((id) => /^(own|hub):/.test(id));

  async function add(file: File): Promise<Problem | null> {
    const added = await addOwnTokenizer(file);
    if (!added.ok) return added.problem;
    take(added.value);
    return null;
  }

  function take(id: string): void {
    edit({ tokenizers: [...new Set([...tokenizers, id])].slice(-most) });
  }

  return (
    <div className="field">
      <Checkboxes
        label="Tokenizers"
        options={[...builtInTokenizers, ...own].map((id) => ({ value: id, label: <TokenizerName id={id} /> }))}
        chosen={tokenizers}
        least={1}
        most={most}
        onChange={(chosen) => edit({ tokenizers: chosen })}
      />
      <FileField label="Add a tokenizer.json" accept=".json,application/json" take={add} />
      <HubTokenizer take={take} />
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

function fetchNote(ids: readonly string[]): string {
  const missing = ids.filter((id) => encoderAtHand(id) === undefined);
  const repositories = missing.flatMap((id) => repositoryOf(id) ?? []);
  if (repositories.length > 0) return `Run asks the hub for the tokenizer of ${repositories.join(", ")}, once.`;
  const bytes = missing.reduce((total, id) => total + describeTokenizer(id).download, 0);
  if (bytes === 0) return "All vocabularies are here: the strips follow what you type.";
  return `Run fetches ${(bytes / 1e6).toFixed(1)} MB of vocabularies, once; then the strips follow what you type.`;
}
