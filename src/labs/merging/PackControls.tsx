import type { Document } from "../../experiments/documents/merging";
import { Checkbox } from "../../ui/Checkbox";
import { Slider } from "../../ui/Slider";
import type { PanelProps } from "../lab";

/** How hard a SkillPack is pressed, and whether that is told for other settings too. */
export function PackControls({ document, edit }: PanelProps<Document>) {
  return (
    <>
      <Slider
        label="Energy kept of each matrix"
        value={document.packBeta}
        min={0.1}
        max={1}
        step={0.01}
        help="As few leading directions as hold this share of the squares of what the merge changed."
        onChange={(packBeta, gesture) => edit({ packBeta }, gesture)}
      />
      <Slider
        label="Fraction kept of embeddings and head"
        value={document.packKeep}
        min={0}
        max={1}
        step={0.01}
        onChange={(packKeep, gesture) => edit({ packKeep }, gesture)}
      />
      <Slider
        label="Bits of the leading directions"
        value={document.packBits}
        min={2}
        max={32}
        step={1}
        help="Of MLPs; the later quarters get half, less and a quarter. Attention has 16 at least."
        onChange={(value, gesture) => edit({ packBits: Math.round(value) }, gesture)}
      />
      <Checkbox
        label="Its size against its divergence too, which takes minutes"
        checked={document.packCurve}
        onChange={(packCurve) => edit({ packCurve })}
      />
    </>
  );
}
