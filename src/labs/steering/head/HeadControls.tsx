import { parallelLanguages } from "../../../data/parallel-languages";
import type { Document } from "../../../experiments/documents/steering";
import type { Head } from "../../../experiments/documents/steering-head";
import { Checkbox } from "../../../ui/Checkbox";
import { Checkboxes } from "../../../ui/Checkboxes";
import { Details } from "../../../ui/Details";
import { languageOf } from "../../../ui/languages";
import { Select } from "../../../ui/Select";
import { Slider } from "../../../ui/Slider";
import type { PanelProps } from "../../lab";
import { ModelSelect } from "../../ModelSelect";
import { PromptsField } from "../PromptsField";
import { SamplingFields } from "../../SamplingFields";

/** Whose vector is added at the head, how far, and what is continued. */
export function HeadControls({ document, edit }: PanelProps<Document>) {
  const { head } = document;
  const change = (part: Partial<Head>, gesture?: string) => edit({ head: { ...head, ...part } }, gesture);
  const named = (value: string) => ({ value, label: `${languageOf(value).name} (${value})` });
  return (
    <>
      <ModelSelect label="Model" value={document.model} onChange={(model) => edit({ model })} />
      <Select
        label="Vector of"
        value={head.language}
        options={head.languages.map(named)}
        onChange={(language) => change({ language })}
      />
      <Checkbox label="With that of its script" checked={head.script} onChange={(script) => change({ script })} />
      <Slider
        label="Strengths up to"
        value={head.strength}
        min={0}
        max={8}
        step={0.5}
        unit="times the vector"
        help="Written at this, at half of it, at 0 and at both below 0, each beside a random vector of the same length."
        onChange={(strength, gesture) => change({ strength }, gesture)}
      />
      <PromptsField document={document} edit={edit} />
      <Details summary="More settings">
        <Checkboxes
          label="Languages compared"
          options={parallelLanguages.map(named)}
          chosen={head.languages}
          least={2}
          onChange={(languages) =>
            change({
              languages,
              language: (languages as readonly string[]).includes(head.language) ? head.language : languages[0]!,
            })
          }
        />
        <SamplingFields document={document} edit={edit} seedHelp="Of the random control and sampling." />
      </Details>
    </>
  );
}
