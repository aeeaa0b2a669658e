import { useId, useState } from "react";
import type { Document } from "../../experiments/documents/steering";
import type { Problem } from "../../result";
import { Button } from "../../ui/Button";
import { ProblemNote } from "../../ui/ProblemNote";
import type { PanelProps } from "../lab";
import { addOwnVector, layersOf, saysItsModel } from "./own-vectors";

/** Opens a vector file, whose vectors then stand in for the direction made from the texts. */
export function OwnVector({ document, edit }: PanelProps<Document>) {
  const id = useId();
  const [problem, setProblem] = useState<Problem | null>(null);
  const layers = layersOf(document.vectorFile);

  async function open(file: File | undefined): Promise<void> {
    if (!file) return;
    const added = await addOwnVector(file);
    setProblem(added.ok ? null : added.problem);
    if (!added.ok) return;
    const [first] = layersOf(added.value);
    edit({ vectorFile: added.value, layer: first ?? null });
  }

  return (
    <div className="stack-close">
      <label htmlFor={id}>A vector from a file: GGUF, safetensors, JSON or .svec</label>
      <input
        id={id}
        type="file"
        accept=".gguf,.safetensors,.json,.svec"
        onChange={(event) => void open(event.currentTarget.files?.[0])}
      />
      {problem === null ? null : <ProblemNote problem={problem} />}
      {document.vectorFile === "" ? null : (
        <p className="note">
          {layers.length === 0
            ? `${document.vectorFile} is not open. `
            : `${document.vectorFile}: layer ${layers.join(", ")}. `}
          {layers.length > 0 && !saysItsModel(document.vectorFile)
            ? "It does not say on which model it was made: only its width is checked. "
            : null}
          <Button kind="quiet" onClick={() => edit({ vectorFile: "" })}>
            Without it
          </Button>
        </p>
      )}
    </div>
  );
}
