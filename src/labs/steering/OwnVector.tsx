import type { Document } from "../../experiments/documents/steering";
import type { Problem } from "../../result";
import { Button } from "../../ui/Button";
import { FileField } from "../../ui/FileField";
import type { PanelProps } from "../lab";
import { addOwnVector, fileName, layersOf, saysItsModel } from "./own-vectors";

/** Opens a vector file, whose vectors then stand in for the direction made from the texts. */
export function OwnVector({ document, edit }: PanelProps<Document>) {
  const layers = layersOf(document.vectorFile);

  async function open(file: File): Promise<Problem | null> {
    const added = await addOwnVector(file);
    if (!added.ok) return added.problem;
    const [first] = layersOf(added.value);
    edit({ vectorFile: added.value, layer: first ?? null });
    return null;
  }

  return (
    <div className="stack-close">
      <FileField
        label="A vector from a file: GGUF, safetensors, JSON or .svec"
        accept=".gguf,.safetensors,.json,.svec"
        take={open}
      />
      {document.vectorFile === "" ? null : (
        <p className="note">
          {layers.length === 0
            ? `${fileName(document.vectorFile)} is not open. `
            : `${fileName(document.vectorFile)}: layer ${layers.join(", ")}. `}
          {layers.length > 0 ? "Nothing is steered at layers that it lacks. " : null}
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
