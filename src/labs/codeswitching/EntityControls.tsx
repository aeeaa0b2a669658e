import { useState } from "react";
import type { Document } from "../../experiments/documents/codeswitching";
import type { Problem } from "../../result";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { Select } from "../../ui/Select";
import type { PanelProps } from "../lab";
import { lookUp } from "./looked-up";
import { SeedField } from "./SeedField";
import { SideControls } from "./SideControls";

/** Of entities: the text, how a masked model would be asked, and what Wikidata calls an article. */
export function EntityControls({ document, edit }: PanelProps<Document>) {
  return (
    <>
      <SideControls document={document} edit={edit} labels={{ text: "Sentence", own: "Its language" }} />
      <p className="note">
        Mark an entity as [[Berlin]] or [[Berlin|the capital]]; without marks, those that the lab knows are found.
      </p>
      <Select
        label="Masking preview"
        value={document.masking}
        options={[
          { value: "none", label: "none" },
          { value: "whole", label: "whole entities" },
          { value: "partial", label: "pieces of entities" },
        ]}
        help="What a masked language model would be given, with 15 % of the other words."
        onChange={(masking) => edit({ masking })}
      />
      <LookUp language={document.languages[document.matrix]} />
      <SeedField document={document} edit={edit} />
    </>
  );
}

function LookUp({ language }: { readonly language: string }) {
  const [title, setTitle] = useState("");
  const [note, setNote] = useState("Sends this title to wikidata.org, and nothing else.");
  const [problem, setProblem] = useState<Problem | null>(null);

  async function ask(): Promise<void> {
    const found = await lookUp(title.trim(), language);
    setProblem(found.ok ? null : found.problem);
    if (found.ok)
      setNote(
        `Known now: ${Object.entries(found.value)
          .map(([code, label]) => `${label} (${code})`)
          .join(", ")}.`,
      );
  }

  return (
    <div>
      <Field label="Look up on Wikidata" value={title} maxLength={200} onChange={setTitle} />
      <Button disabled={title.trim() === ""} onClick={() => void ask()}>
        Look up
      </Button>
      <p className="note" role="status">
        {note}
      </p>
      {problem === null ? null : <ProblemNote problem={problem} />}
    </div>
  );
}
