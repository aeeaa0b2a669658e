import { parallelLanguages } from "../../../data/parallel-languages";
import type { Document } from "../../../experiments/documents/steering";
import type { Neurons } from "../../../experiments/documents/steering-neurons";
import { Checkbox } from "../../../ui/Checkbox";
import { Checkboxes } from "../../../ui/Checkboxes";
import { Details } from "../../../ui/Details";
import { languageOf } from "../../../ui/languages";
import { Segmented } from "../../../ui/Segmented";
import { Select } from "../../../ui/Select";
import { Slider } from "../../../ui/Slider";
import type { PanelProps } from "../../lab";
import { ModelSelect } from "../../ModelSelect";
import { PromptsField } from "../PromptsField";
import { SamplingFields } from "../../SamplingFields";

/** Whose neurons, what is done to them, and what is continued. */
export function NeuronControls({ document, edit }: PanelProps<Document>) {
  const { neurons } = document;
  const change = (part: Partial<Neurons>, gesture?: string) => edit({ neurons: { ...neurons, ...part } }, gesture);
  const options = neurons.languages.map((code) => ({ value: code, label: `${languageOf(code).name} (${code})` }));
  return (
    <>
      <ModelSelect label="Model" value={document.model} onChange={(model) => edit({ model })} />
      <Segmented
        label="Found by"
        value={neurons.found}
        options={[
          { value: "entropy", label: "entropy" },
          { value: "specialised", label: "share of activity" },
          { value: "adjust", label: "rise of the gate" },
        ]}
        onChange={(found) => change({ found })}
      />
      <Select
        label="Neurons of"
        value={neurons.language}
        options={options}
        onChange={(language) => change({ language })}
      />
      <Select
        label="are"
        value={neurons.operation}
        options={[
          {
            value: "off",
            label: neurons.found === "specialised" ? "left on, the rest off" : "switched off",
          },
          { value: "amplify", label: "amplified" },
          { value: "set", label: "set to a mean" },
          { value: "add", label: "given a mean" },
          { value: "shift", label: "given a mean less the others’" },
          { value: "adjust", label: "adjusted at their gates" },
        ]}
        {...(neurons.operation === "adjust" && {
          help: "A gate that is likelier in the language takes the mirrored place among its values in the others.",
        })}
        onChange={(operation) => change({ operation })}
      />
      {isOneOf(neurons.operation, "off", "set", "adjust") ? null : (
        <Slider
          label="Factor"
          value={neurons.factor}
          min={0}
          max={8}
          step={0.25}
          help={
            neurons.operation === "amplify" ? "1 changes nothing, 0 switches off." : "So many times; 0 changes nothing."
          }
          onChange={(factor, gesture) => change({ factor }, gesture)}
        />
      )}
      {isOneOf(neurons.operation, "off", "amplify", "adjust") ? null : (
        <Select
          label="The mean in"
          value={neurons.towards}
          options={options}
          onChange={(towards) => change({ towards })}
        />
      )}
      <PromptsField document={document} edit={edit} />
      {neurons.found === "specialised" ? (
        <Slider
          label="They hold"
          value={neurons.share * 100}
          min={10}
          max={100}
          step={1}
          unit="% of a layer’s activity"
          help="The fewest neurons of each layer that do; 100 takes all that are ever active."
          onChange={(value, gesture) => change({ share: value / 100 }, gesture)}
        />
      ) : (
        <Slider
          label="Kept as specific"
          value={neurons.kept * 100}
          min={0.1}
          max={30}
          step={0.1}
          unit="% of all neurons"
          help={
            neurons.found === "entropy"
              ? "Those whose activity is least evenly spread over the languages. The paper keeps 1 %, its code 5 % at first."
              : "Those whose gate rises most in the language, over its mean in the others."
          }
          onChange={(value, gesture) => change({ kept: Number((value / 100).toFixed(4)) }, gesture)}
        />
      )}
      {neurons.found === "adjust" ? (
        <Slider
          label="Width of the cube of keys"
          value={neurons.cube}
          min={0.25}
          max={4}
          step={0.05}
          help="1 just covers the sentences that it was made from."
          onChange={(cube, gesture) => change({ cube }, gesture)}
        />
      ) : null}
      {neurons.found === "specialised" ? null : (
        <Checkbox
          label="Switch off ever more, and see which language comes instead"
          checked={neurons.fallback}
          onChange={(fallback) => change({ fallback })}
        />
      )}
      <Details summary="More settings">
        <Checkboxes
          label="Languages told apart"
          options={parallelLanguages.map((value) => ({ value, label: `${languageOf(value).name} (${value})` }))}
          chosen={neurons.languages}
          least={2}
          onChange={(languages) => {
            const present = (one: string) => ((languages as readonly string[]).includes(one) ? one : languages[0]!);
            change({ languages, language: present(neurons.language), towards: present(neurons.towards) });
          }}
        />
        <SamplingFields
          document={document}
          edit={edit}
          seedHelp="Of the held-out split, the random control and sampling."
        />
      </Details>
    </>
  );
}

function isOneOf(operation: Neurons["operation"], ...some: readonly Neurons["operation"][]): boolean {
  return some.includes(operation);
}
