import type { Document } from "../../../../experiments/documents/codeswitching";
import { Checkboxes } from "../../../../ui/Checkboxes";
import { Segmented } from "../../../../ui/Segmented";
import type { PanelProps } from "../../../lab";

/** Into which language, and with how many examples. */
export function TranslationControls({ document, edit }: PanelProps<Document>) {
  const { readings } = document;
  const change = (part: Partial<Document["readings"]>) => edit({ readings: { ...readings, ...part } });
  return (
    <>
      <Segmented
        label="Translate into"
        value={readings.into}
        options={[
          { value: "other", label: "the other language" },
          { value: "main", label: "the main language" },
        ]}
        onChange={(into) => change({ into })}
      />
      <Checkboxes
        label="Examples in the prompt"
        options={[
          { value: "0", label: "none" },
          { value: "2", label: "two" },
        ]}
        chosen={readings.shots}
        least={1}
        inRow
        onChange={(shots) => change({ shots })}
      />
    </>
  );
}
