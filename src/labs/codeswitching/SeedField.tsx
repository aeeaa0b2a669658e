import type { Document } from "../../experiments/documents/codeswitching";
import { Slider } from "../../ui/Slider";
import type { PanelProps } from "../lab";

/** The seed, the same in every source. */
export function SeedField({ document, edit }: PanelProps<Document>) {
  return (
    <Slider
      label="Seed"
      value={document.seed}
      min={0}
      max={9999}
      step={1}
      help="Decides wherever chance does; equal seeds give equal sentences."
      onChange={(value, gesture) => edit({ seed: Math.round(value) }, gesture)}
    />
  );
}
