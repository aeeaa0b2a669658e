import { parallelLanguages } from "../../../data/parallel-languages";
import type { Document } from "../../../experiments/documents/steering";
import { type Composition, properties as kinds } from "../../../experiments/documents/steering-composition";
import { Button } from "../../../ui/Button";
import { Details } from "../../../ui/Details";
import { languageOf } from "../../../ui/languages";
import { Select } from "../../../ui/Select";
import { Slider } from "../../../ui/Slider";
import type { PanelProps } from "../../lab";
import { ModelSelect } from "../../ModelSelect";
import { PromptsField } from "../PromptsField";
import { SamplingFields } from "../../SamplingFields";
import { LayerControl } from "../Controls";
import { storyLanguages, traitEnds } from "../traits";

type Property = Composition["properties"][number];

const most = 3;
const labelOf = (kind: Property["property"]) => (kind === "language" ? "language" : traitEnds[kind].join(" to "));
const named = (codes: readonly string[]) =>
  codes.map((code) => ({
    value: code,
    label: code === "mul" ? "all five, in turn" : `${languageOf(code).name} (${code})`,
  }));

/** The properties that are pushed at once, how strong, and what is continued. */
export function CompositionControls({ document, edit }: PanelProps<Document>) {
  const { composition } = document;
  const change = (part: Partial<Composition>, gesture?: string) =>
    edit({ composition: { ...composition, ...part } }, gesture);
  const { properties } = composition;
  return (
    <>
      <ModelSelect label="Model" value={document.model} onChange={(model) => edit({ model })} />
      {properties.map((property, index) => (
        <PropertyControl
          // oxlint-disable-next-line react/no-array-index-key -- a property is its place
          key={index}
          number={index + 1}
          property={property}
          onChange={(changed) => change({ properties: properties.with(index, changed) })}
          {...(properties.length > 1 && { onRemove: () => change({ properties: properties.toSpliced(index, 1) }) })}
        />
      ))}
      {properties.length < most ? (
        <Button onClick={() => change({ properties: [...properties, { property: "tense", from: "mul", to: "mul" }] })}>
          Add a property
        </Button>
      ) : null}
      <PromptsField document={document} edit={edit} />
      <Slider
        label="Strength of what is compared with"
        value={composition.strength}
        min={0}
        max={4}
        step={0.05}
        unit="class distances"
        help="Of the strategies that do not ask the model. The one that does gives each property 0 to 2 at every token."
        onChange={(strength, gesture) => change({ strength }, gesture)}
      />
      <LayerControl document={document} edit={edit} />
      <Details summary="More settings">
        <Slider
          label="Tokens compared hold"
          value={composition.topP * 100}
          min={10}
          max={100}
          step={1}
          unit="% of the probability"
          help="Information is read off the likeliest tokens with and without a push; the rest is left out."
          onChange={(share, gesture) => change({ topP: share / 100 }, gesture)}
        />
        <SamplingFields document={document} edit={edit} seedHelp="Of the held-out splits and sampling." />
      </Details>
    </>
  );
}

interface PropertyControlProps {
  readonly number: number;
  readonly property: Property;
  readonly onChange: (property: Property) => void;
  readonly onRemove?: () => void;
}

function PropertyControl({ number, property, onChange, onRemove }: PropertyControlProps) {
  const ofLanguages = property.property === "language";
  return (
    <fieldset className="stack-close">
      <legend>Property {number}</legend>
      <Select
        label="From … to …"
        value={property.property}
        options={kinds.map((kind) => ({ value: kind, label: labelOf(kind) }))}
        onChange={(kind) =>
          onChange(
            kind === "language"
              ? { property: kind, from: "en", to: "de" }
              : { property: kind, from: kind === "address" ? "de" : "mul", to: "mul" },
          )
        }
      />
      <Select
        label={ofLanguages ? "Away from" : "Stories in"}
        value={property.from}
        options={named(ofLanguages ? parallelLanguages : [...storyLanguages, "mul"])}
        onChange={(from) => onChange({ ...property, from })}
      />
      {ofLanguages ? (
        <Select
          label="Towards"
          value={property.to}
          options={named(parallelLanguages)}
          onChange={(to) => onChange({ ...property, to })}
        />
      ) : null}
      {onRemove ? <Button onClick={onRemove}>Remove property {number}</Button> : null}
    </fieldset>
  );
}
