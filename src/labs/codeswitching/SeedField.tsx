import type { Document } from "../../experiments/documents/codeswitching";
import { Slider } from "../../ui/Slider";
import type { PanelProps } from "../lab";

/** The seed of the sources that draw with a model. */
export function SeedField({ document, edit }: PanelProps<Document>) {
  return (
    <Slider
      label="Seed"
      value={document.seed}
      min={0}
      max={9999}
      step={1}
      onChange={(value, gesture) => edit({ seed: Math.round(value) }, gesture)}
    />
  );
}
