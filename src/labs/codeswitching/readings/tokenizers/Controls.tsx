import { builtInTokenizers } from "../../../../experiments/documents/tokenizers";
import type { Document } from "../../../../experiments/documents/codeswitching";
import { Checkboxes } from "../../../../ui/Checkboxes";
import { builtInDescriptions } from "../../../built-in-encoders";
import type { PanelProps } from "../../../lab";

/** Which tokenizers cut the sentences. */
export function TokenizersControls({ document, edit }: PanelProps<Document>) {
  const { readings } = document;
  return (
    <Checkboxes
      label="Tokenizers"
      options={builtInTokenizers.map((value) => ({ value, label: builtInDescriptions[value]!.name }))}
      chosen={readings.tokenizers}
      least={1}
      onChange={(tokenizers) => edit({ readings: { ...readings, tokenizers } })}
    />
  );
}
