import { useState } from "react";
import { parseReference } from "../../checkpoints/reference";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";

/** A field for the tokenizer of a repository; `take` gets its id, and nothing is fetched before Run. */
export function HubTokenizer({ take }: { readonly take: (id: string) => void }) {
  const [name, setName] = useState("");
  const [error, setError] = useState<string>();

  function add(): void {
    const parsed = parseReference(name.trim());
    if (!parsed.ok || parsed.value.kind !== "hub" || parsed.value.file !== undefined) {
      setError("Write owner/name as on the hub, or owner/name@revision.");
      return;
    }
    take(`hub:${name.trim()}`);
    setName("");
    setError(undefined);
  }

  return (
    <div className="hub-tokenizer">
      <Field
        label="Add one from the hub"
        value={name}
        placeholder="owner/name"
        maxLength={200}
        mono
        error={error}
        onChange={setName}
        onSubmit={add}
      />
      <Button onClick={add} disabled={name.trim() === ""}>
        Add
      </Button>
    </div>
  );
}
