import type { Document } from "../../experiments/documents/codeswitching";
import { Segmented } from "../../ui/Segmented";
import type { PanelProps } from "../lab";

/** Whether switches may fall inside a phrase. */
export function PhraseControls({ document, edit }: PanelProps<Document>) {
  return (
    <>
      <Segmented
        label="Inside phrases"
        value={document.phrases}
        options={[
          { value: "ignored", label: "switch" },
          { value: "counted", label: "switch, counted" },
          { value: "whole", label: "never: whole phrases only" },
        ]}
        onChange={(phrases) => edit({ phrases })}
      />
      <p className="note">
        A phrase is a noun with what belongs to it, or a name: by the tree where there is one, by the stories’ tags,
        else by the parts of speech in the lexicon.
      </p>
    </>
  );
}
