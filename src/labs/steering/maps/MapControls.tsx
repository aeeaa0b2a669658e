import { parallelLanguages } from "../../../data/parallel-languages";
import type { Document } from "../../../experiments/documents/steering";
import type { Maps } from "../../../experiments/documents/steering-maps";
import { Checkbox } from "../../../ui/Checkbox";
import { Details } from "../../../ui/Details";
import { languageOf } from "../../../ui/languages";
import { Segmented } from "../../../ui/Segmented";
import { Select } from "../../../ui/Select";
import { Slider } from "../../../ui/Slider";
import type { PanelProps } from "../../lab";
import { ModelSelect } from "../../ModelSelect";
import { PromptsField } from "../PromptsField";
import { SamplingFields } from "../../SamplingFields";
import { LayerControl } from "../Controls";
import { storyLanguages } from "../traits";

/** From which language to which, fitted on what, and how it is applied. */
export function MapControls({ document, edit }: PanelProps<Document>) {
  const { maps } = document;
  const change = (part: Partial<Maps>, gesture?: string) => edit({ maps: { ...maps, ...part } }, gesture);
  const known: readonly string[] = maps.pairs === "stories" ? storyLanguages : parallelLanguages;
  const languages = [...new Set([...known, document.source, document.target])].map((code) => ({
    value: code,
    label: `${languageOf(code).name} (${code})`,
  }));
  return (
    <>
      <ModelSelect label="Model" value={document.model} onChange={(model) => edit({ model })} />
      <Select label="From" value={document.source} options={languages} onChange={(source) => edit({ source })} />
      <Select label="To" value={document.target} options={languages} onChange={(target) => edit({ target })} />
      <Segmented
        label="Fitted on"
        value={maps.pairs}
        options={[
          { value: "stories", label: "sentences of stories" },
          { value: "parallel", label: "40 everyday sentences" },
        ]}
        onChange={(pairs) => change({ pairs })}
      />
      <PromptsField document={document} edit={edit} lang={document.source} />
      <Segmented
        label="The stream"
        value={maps.form}
        options={[
          { value: "towards", label: "moves to its image" },
          { value: "add", label: "has its image added" },
        ]}
        onChange={(form) => change({ form })}
      />
      <Slider
        label="Strength"
        value={maps.strength}
        min={-1}
        max={1}
        step={0.05}
        help={
          maps.form === "towards"
            ? "0 changes nothing; at 1 the stream becomes what the map makes of it."
            : "0 changes nothing; at 1 what the map makes of the stream is added whole, as in the paper."
        }
        onChange={(strength, gesture) => change({ strength }, gesture)}
      />
      <LayerControl document={document} edit={edit} />
      <Segmented
        label="At"
        value={document.spread}
        options={[
          { value: "one", label: "that layer" },
          { value: "onwards", label: "it and later ones" },
          { value: "all", label: "every layer" },
        ]}
        onChange={(spread) => edit({ spread })}
      />
      <Select
        label="Positions"
        value={maps.span}
        options={[
          { value: "both", label: "all: the prompt and what is written" },
          { value: "prompt", label: "those of the prompt" },
          { value: "last", label: "the last of the prompt, as in the paper" },
          { value: "generation", label: "those of what is written" },
        ]}
        onChange={(span) => change({ span })}
      />
      <Checkbox label="Try strengths from −1 to 1" checked={maps.sweep} onChange={(sweep) => change({ sweep })} />
      <Details summary="More settings">
        <Slider
          label="Pairs at most"
          value={maps.count}
          min={5}
          max={500}
          step={5}
          help="A fifth of them is held out to judge the map."
          onChange={(count, gesture) => change({ count: Math.round(count) }, gesture)}
        />
        <Slider
          label="Ridge"
          value={maps.ridge}
          min={0}
          max={1}
          step={0.005}
          help="Keeps the map small where pairs say little; 0 is plain least squares, which needs more pairs than dimensions."
          onChange={(ridge, gesture) => change({ ridge }, gesture)}
        />
        <Slider
          label="Rank of the edit"
          value={maps.rank}
          min={0}
          max={256}
          step={1}
          help="0 is the full map; a low rank keeps the directions that it changes most."
          onChange={(rank, gesture) => change({ rank: Math.round(rank) }, gesture)}
        />
        <SamplingFields
          document={document}
          edit={edit}
          seedHelp="Of the held-out split, the shuffled pairs and sampling."
        />
      </Details>
    </>
  );
}
