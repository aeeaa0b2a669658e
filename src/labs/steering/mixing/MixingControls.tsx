import type { Document } from "../../../experiments/documents/steering";
import type { Mixing } from "../../../experiments/documents/steering-mixing";
import type { Mixer } from "../../../mixing/mixer";
import { mixers } from "../../../mixing/registry";
import { Button } from "../../../ui/Button";
import { Details } from "../../../ui/Details";
import { Field } from "../../../ui/Field";
import { Segmented } from "../../../ui/Segmented";
import { Select } from "../../../ui/Select";
import { TextArea } from "../../../ui/TextArea";
import type { PanelProps } from "../../lab";
import { ModelSelect } from "../../ModelSelect";
import { PromptsField } from "../PromptsField";
import { SamplingFields } from "../../SamplingFields";
import { Materials } from "./Materials";
import { Parameters } from "./Parameters";
import { fitted, roleOf } from "./spec";
import "./styles.css";

/** Which models write together, how, and what. */
export function MixingControls({ document, edit }: PanelProps<Document>) {
  const { mixing } = document;
  const mixer = mixers.find(({ id }) => id === mixing.mixer) ?? mixers[0]!;
  const change = (part: Partial<Mixing>, gesture?: string) => edit({ mixing: { ...mixing, ...part } }, gesture);
  return (
    <>
      <Select
        label="Mixed by"
        value={mixer.id}
        options={mixers.map(({ id, title }) => ({ value: id, label: title }))}
        help={
          <>
            <span className="mixing-formula">{mixer.formula}</span> {mixer.reference}.
          </>
        }
        onChange={(id) => {
          const chosen = mixers.find((candidate) => candidate.id === id) ?? mixer;
          change({ mixer: chosen.id, values: {}, models: fitted(mixing.models, chosen) });
        }}
      />
      <Models mixing={mixing} mixer={mixer} change={change} />
      <Parameters
        mixer={mixer}
        level="shared"
        values={mixing.values}
        onChange={(values, gesture) => change({ values }, gesture)}
      />
      <Materials mixing={mixing} needs={mixer.needs} change={change} />
      {mixer.id === "logit-difference" ? (
        <TextArea
          label="Text that is to be forgotten"
          value={mixing.remembered}
          rows={3}
          maxLength={4000}
          help="Its n-grams are the assistant, in place of the second model; where nothing is written, that model is."
          onChange={(remembered, gesture) => change({ remembered }, gesture)}
        />
      ) : null}
      <PromptsField document={document} edit={edit} writer="the models continue" />
      <Details summary="More settings">
        <Segmented
          label="Models are joined over"
          value={mixing.unit}
          options={[
            { value: "tokens", label: "tokens" },
            { value: "bytes", label: "bytes" },
          ]}
          onChange={(unit) => change({ unit })}
        />
        <p className="note">
          Bytes join models of different vocabularies: each is asked for its next byte, over all spellings. It takes
          longer, and “new tokens” counts bytes.
        </p>
        <SamplingFields document={document} edit={edit} seedHelp="Of sampling." />
      </Details>
    </>
  );
}

interface ModelsProps {
  readonly mixing: Mixing;
  readonly mixer: Mixer;
  readonly change: (part: Partial<Mixing>, gesture?: string) => void;
}

/** One block a model: which, what only it reads, and what the mixer may be told of it. */
function Models({ mixing: { models }, mixer, change }: ModelsProps) {
  const { min, max, by = 1 } = mixer.models;
  const set = (index: number, part: Partial<Mixing["models"][number]>, gesture?: string) =>
    change({ models: models.map((model, i) => (i === index ? { ...model, ...part } : model)) }, gesture);
  const count = models.length;
  return (
    <>
      {models.map(({ model, before, values }, index) => {
        const { id, meaning } = roleOf(mixer, index);
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a model is its place among the roles
          <fieldset key={index} className="mixing-model">
            <legend>{meaning}</legend>
            <ModelSelect
              label={`Model ${index + 1}, ${id}`}
              value={model}
              onChange={(chosen) => set(index, { model: chosen })}
            />
            <Field
              label={`Before the prompt, for model ${index + 1} only`}
              value={before}
              maxLength={1000}
              placeholder="nothing"
              onChange={(text, gesture) => set(index, { before: text }, gesture)}
            />
            <Parameters
              mixer={mixer}
              level="model"
              of={index + 1}
              values={values}
              onChange={(own, gesture) => set(index, { values: own }, gesture)}
            />
          </fieldset>
        );
      })}
      {min === max ? null : (
        <p className="mixing-buttons">
          <Button
            disabled={count + by > max}
            onClick={() => change({ models: [...models, ...models.slice(-by).map((model) => ({ ...model }))] })}
          >
            {by === 1 ? "One model more" : "One pair more"}
          </Button>
          <Button disabled={count - by < min} onClick={() => change({ models: models.slice(0, -by) })}>
            {by === 1 ? "One less" : "One pair less"}
          </Button>
        </p>
      )}
    </>
  );
}
