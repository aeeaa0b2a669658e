import type { Document } from "../../../experiments/documents/steering";
import type { Reinjection } from "../../../experiments/documents/steering-reinjection";
import { Checkbox } from "../../../ui/Checkbox";
import { Details } from "../../../ui/Details";
import { languageOf } from "../../../ui/languages";
import { Select } from "../../../ui/Select";
import { Slider } from "../../../ui/Slider";
import type { PanelProps } from "../../lab";
import { ModelSelect } from "../../ModelSelect";
import { SamplingFields } from "../../SamplingFields";
import { storyLanguages } from "../traits";

/** Which instructions are given, how far away they are answered, and how heavily they are given again. */
export function ReinjectionControls({ document, edit }: PanelProps<Document>) {
  const { reinjection } = document;
  const change = (part: Partial<Reinjection>, gesture?: string) =>
    edit({ reinjection: { ...reinjection, ...part } }, gesture);
  const named = (code: string) => ({ value: code, label: `${languageOf(code).name} (${code})` });
  return (
    <>
      <ModelSelect label="Model" value={document.model} onChange={(model) => edit({ model })} />
      <Select
        label="Instructions in"
        value={reinjection.language}
        options={storyLanguages.map(named)}
        help="A program checks whether an answer keeps them. They are asked by the model’s chat template where it has one."
        onChange={(language) => change({ language })}
      />
      <Slider
        label="How many"
        value={reinjection.instructions}
        min={1}
        max={40}
        step={1}
        unit="instructions"
        onChange={(value, gesture) => change({ instructions: Math.round(value) }, gesture)}
      />
      <Slider
        label="Farthest away"
        value={Math.max(...reinjection.distances)}
        min={1}
        max={200}
        step={1}
        unit="sentences"
        help={`Sentences of a story between instruction and answer: ${reinjection.distances.join(", ")}.`}
        onChange={(value, gesture) => change({ distances: distancesUpTo(Math.round(value)) }, gesture)}
      />
      <Slider
        label="Weight up to"
        value={reinjection.weight}
        min={0}
        max={4}
        step={0.05}
        unit="times the later states’ length"
        help="Answered without it, at half of it and at all of it, and with a random vector of the same length."
        onChange={(weight, gesture) => change({ weight }, gesture)}
      />
      <Slider
        label="Sentences translated"
        value={reinjection.translations}
        min={0}
        max={20}
        step={1}
        help="Behind three examples, whose state is given again; words that are missed or added are flagged."
        onChange={(value, gesture) => change({ translations: Math.round(value) }, gesture)}
      />
      {reinjection.translations === 0 ? null : (
        <Select
          label="Into"
          value={reinjection.into}
          options={storyLanguages.map(named)}
          onChange={(into) => change({ into })}
        />
      )}
      <Details summary="More settings">
        <Checkbox
          label="In the middle layer"
          checked={reinjection.layer === null}
          onChange={(middle) => change({ layer: middle ? null : 2 })}
        />
        {reinjection.layer === null ? null : (
          <Slider
            label="Layer"
            value={reinjection.layer}
            min={0}
            max={31}
            step={1}
            help="Counted from 0; read and added behind that block."
            onChange={(layer, gesture) => change({ layer: Math.round(layer) }, gesture)}
          />
        )}
        <SamplingFields document={document} edit={edit} seedHelp="Of the random control and sampling." />
      </Details>
    </>
  );
}

/** None, a quarter, half and all. */
function distancesUpTo(farthest: number): number[] {
  return [...new Set([0, 0.25, 0.5, 1].map((share) => Math.round(share * farthest)))];
}
