import type { Document } from "../../experiments/documents/merging";
import { type Layra, type LayraPlace, layraPlaces, recipeOfLayra } from "../../merging/layra";
import { Checkbox } from "../../ui/Checkbox";
import { Segmented } from "../../ui/Segmented";
import { Slider } from "../../ui/Slider";
import type { PanelProps } from "../lab";

interface LayraControlsProps extends Pick<PanelProps<Document>, "edit"> {
  readonly layra: Layra;
}

const titles: Readonly<Record<LayraPlace, string>> = {
  ends: "first and last",
  all: "all",
  middle: "those between",
};

/** Which layers of the language are taken over, and how much of the instructions is added. */
export function LayraControls({ layra, edit }: LayraControlsProps) {
  const change = (next: Partial<Layra>, gesture?: string) =>
    edit({ recipe: recipeOfLayra({ ...layra, ...next }), draft: "" }, gesture);
  return (
    <>
      <Segmented
        label="Layers of the language"
        value={layra.place}
        options={layraPlaces.map((value) => ({ value, label: titles[value] }))}
        onChange={(place) => change({ place, ends: Math.max(1, layra.ends) })}
      />
      {layra.place === "all" ? null : (
        <Slider
          label="At each end"
          value={layra.ends}
          min={0}
          max={Math.floor(layra.layers / 2)}
          step={1}
          unit="layers"
          onChange={(value, gesture) => change({ ends: Math.round(value) }, gesture)}
        />
      )}
      <Checkbox
        label="Its embeddings, norm and head too"
        checked={layra.outer}
        onChange={(outer) => change({ outer })}
      />
      <Slider
        label="β, how much of the instructions"
        value={layra.beta}
        min={0}
        max={1.5}
        step={0.05}
        onChange={(beta, gesture) => change({ beta: Math.round(beta * 100) / 100 }, gesture)}
      />
    </>
  );
}
