import { useState } from "react";
import type { Document } from "../../experiments/documents/merging";
import { Button } from "../../ui/Button";
import { copyText } from "../../ui/clipboard";
import { download } from "../../ui/csv";
import { ProblemNote } from "../../ui/ProblemNote";
import { ScriptButton } from "../../ui/ScriptButton";
import { TextArea } from "../../ui/TextArea";
import type { PanelProps } from "../lab";
import { recipeText, typed } from "./recipe-text";

/** The recipe as mergekit's YAML. What reads as a recipe moves the map; what does not is kept and explained. */
export function YamlEditor({ document, edit }: PanelProps<Document>) {
  const [copied, setCopied] = useState(false);
  const { text, problem } = recipeText(document);

  async function copy(): Promise<void> {
    if (!(await copyText(text))) return;
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  }

  return (
    <div className="stack-close">
      <TextArea
        label="mergekit YAML"
        mono
        rows={12}
        maxLength={20_000}
        value={text}
        onChange={(next, gesture) => edit(typed(next), gesture)}
      />
      {problem ? (
        <ProblemNote problem={problem}>
          {document.draft === "" ? null : (
            <Button onClick={() => edit({ draft: "" })}>Back to the recipe on the map</Button>
          )}
        </ProblemNote>
      ) : null}
      <div className="row">
        <Button kind="quiet" onClick={() => void copy().catch(() => undefined)}>
          {copied ? "Copied" : "Copy"}
        </Button>
        <Button
          kind="quiet"
          onClick={() => download("merge.yaml", text, "application/yaml")}
          disabled={problem !== null}
        >
          Download merge.yaml
        </Button>
        <ScriptButton name="recipe.py" load={() => import("../../../scripts/recipe.py?raw")} />
      </div>
      <p className="note">
        {problem
          ? "Until the text is a recipe again, the map and Run keep the last one."
          : "mergekit-yaml merge.yaml ./merged makes the same weights in Python, for the methods that mergekit has; recipe.py merges, measures, and tries a grid on several processes or a Ray cluster."}
      </p>
    </div>
  );
}
