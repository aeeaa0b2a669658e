import type { Document } from "../../experiments/documents/codeswitching";
import { Slider } from "../../ui/Slider";
import type { PanelProps } from "../lab";
import { SeedField } from "./SeedField";

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
      <SeedField document={document} edit={edit} />
    </>
  );
}
