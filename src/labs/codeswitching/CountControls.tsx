import type { Document } from "../../experiments/documents/codeswitching";
import { Slider } from "../../ui/Slider";
import type { PanelProps } from "../lab";

/** How many sentences, and the seed that decides between them. */
export function CountControls({ document, edit }: PanelProps<Document>) {
  return (
    <>
      <Slider
        label="Sentences"
        value={document.count}
        min={1}
        max={200}
        step={1}
        onChange={(value, gesture) => edit({ count: Math.round(value) }, gesture)}
      />
      <SeedControl document={document} edit={edit} />
    </>
  );
}

export function SeedControl({ document, edit }: PanelProps<Document>) {
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
