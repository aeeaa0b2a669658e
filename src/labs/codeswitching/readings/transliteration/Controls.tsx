import type { Document } from "../../../../experiments/documents/codeswitching";
import type { ReadingSettings } from "../../../../experiments/documents/codeswitching-readings";
import { Segmented } from "../../../../ui/Segmented";
import { Slider } from "../../../../ui/Slider";
import type { PanelProps } from "../../../lab";

/** Into which letters, and from which likelihood on. */
export function TransliterationControls({ document, edit }: PanelProps<Document>) {
  const { readings } = document;
  const change = (part: Partial<ReadingSettings["letters"]>, gesture?: string) =>
    edit({ readings: { ...readings, letters: { ...readings.letters, ...part } } }, gesture);
  return (
    <>
      <Segmented
        label="Letters"
        value={readings.letters.into}
        options={[
          { value: "Latn", label: "into Latin" },
          { value: "Deva", label: "into Devanagari" },
        ]}
        onChange={(into) => change({ into })}
      />
      <Slider
        label="From this likelihood on"
        value={readings.letters.threshold}
        min={0}
        max={105}
        step={5}
        unit="%"
        help="How likely a word must be of the language: 0 takes every word, above 100 none."
        onChange={(threshold, gesture) => change({ threshold }, gesture)}
      />
    </>
  );
}
