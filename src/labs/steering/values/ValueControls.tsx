import type { Document } from "../../../experiments/documents/steering";
import type { Values } from "../../../experiments/documents/steering-values";
import { storyTraits } from "../../../experiments/documents/story-traits";
import { Details } from "../../../ui/Details";
import { Field } from "../../../ui/Field";
import { languageOf } from "../../../ui/languages";
import { Segmented } from "../../../ui/Segmented";
import { Select } from "../../../ui/Select";
import { Slider } from "../../../ui/Slider";
import type { PanelProps } from "../../lab";
import { ModelSelect } from "../../ModelSelect";
import { PromptsField } from "../PromptsField";
import { SamplingFields } from "../../SamplingFields";
import { storyLanguages, traitEnds } from "../traits";

/** Which neurons are scaled, how far, what is continued, and which neurons are listed. */
export function ValueControls({ document, edit }: PanelProps<Document>) {
  const { values } = document;
  const change = (part: Partial<Values>, gesture?: string) => edit({ values: { ...values, ...part } }, gesture);
  return (
    <>
      <ModelSelect label="Model" value={document.model} onChange={(model) => edit({ model })} />
      <Select
        label="From … to …"
        value={values.trait}
        options={storyTraits.map((trait) => ({ value: trait, label: traitEnds[trait].join(" to ") }))}
        help="Whether texts of the one kind become likelier against those of the other is measured in every language."
        onChange={(trait) => change({ trait })}
      />
      <Segmented
        label="Neurons that are scaled"
        value={values.by}
        options={[
          { value: "trait", label: "found by stories" },
          { value: "named", label: "named" },
        ]}
        onChange={(by) => change({ by })}
      />
      {values.by === "trait" ? (
        <>
          <Select
            label="Stories in"
            value={values.language}
            options={storyLanguages.map((value) => ({ value, label: `${languageOf(value).name} (${value})` }))}
            onChange={(language) => change({ language })}
          />
          <Slider
            label="How many"
            value={values.count}
            min={1}
            max={256}
            step={1}
            unit="neurons"
            help="Those whose activation rises most from the one kind of stories to the other."
            onChange={(count, gesture) => change({ count: Math.round(count) }, gesture)}
          />
        </>
      ) : (
        <Field
          label="Neurons"
          value={values.named}
          mono
          maxLength={400}
          placeholder="2.17 5.301"
          help="Each as layer.neuron, apart by spaces; the list in the results adds them."
          error={values.named.trim() === "" ? "Name at least one neuron." : undefined}
          onChange={(named, gesture) => change({ named }, gesture)}
        />
      )}
      <Slider
        label="Gain up to"
        value={values.gain}
        min={0}
        max={16}
        step={0.25}
        help="Activations are multiplied by it: 1 changes nothing, 0 switches off."
        onChange={(gain, gesture) => change({ gain }, gesture)}
      />
      <PromptsField document={document} edit={edit} />
      <Slider
        label="Layer whose neurons are listed"
        value={values.layer}
        min={0}
        max={31}
        step={1}
        help="Counted from 0."
        onChange={(layer, gesture) => change({ layer: Math.round(layer) }, gesture)}
      />
      <Select
        label="Listed first"
        value={values.order}
        options={[
          { value: "most", label: "tokens in the most languages" },
          { value: "fewest", label: "tokens in the fewest languages" },
          { value: "number", label: "the lowest number" },
        ]}
        onChange={(order) => change({ order })}
      />
      <Details summary="More settings">
        <Segmented
          label="Value vectors are read"
          value={values.normed ? "normed" : "plain"}
          options={[
            { value: "plain", label: "by the head alone" },
            { value: "normed", label: "behind the final norm" },
          ]}
          onChange={(read) => change({ normed: read === "normed" })}
        />
        <SamplingFields
          document={document}
          edit={edit}
          seedHelp="Of the held-out stories, the random control and sampling."
        />
      </Details>
    </>
  );
}
