import { Suspense } from "react";
import type { Document } from "../../experiments/documents/steering";
import { chosenMethods } from "../../steering/directions/direction";
import { directionMethods } from "../../steering/directions/registry";
import { operations } from "../../steering/parts";
import { Checkbox } from "../../ui/Checkbox";
import { Details } from "../../ui/Details";
import { Segmented } from "../../ui/Segmented";
import { Select } from "../../ui/Select";
import { Slider } from "../../ui/Slider";
import type { PanelProps } from "../lab";
import { ModelSelect } from "../ModelSelect";
import { PromptsField } from "./PromptsField";
import { SamplingFields } from "../SamplingFields";
import { operationWords } from "./applying/operation-words";
import { OwnVector } from "./OwnVector";
import { TextSetControls } from "./TextSetControls";
import { lazily } from "../../ui/lazily";

/** Fetched with its disclosure: most runs have one direction. */
const ApplyingControls = lazily(async () => ({
  default: (await import("./applying/ApplyingControls")).ApplyingControls,
}));

/** The settings: what to steer between, where, how far, and what to continue. */
export function Controls({ document, edit }: PanelProps<Document>) {
  const words = operationWords[document.operation];
  return (
    <>
      <ModelSelect label="Model" value={document.model} onChange={(model) => edit({ model })} />
      <TextSetControls document={document} edit={edit} />
      <PromptsField document={document} edit={edit} lang={document.source} />
      <Slider
        label="Strength"
        value={document.strength}
        min={-4}
        max={4}
        step={0.05}
        unit={words.unit}
        help={words.help}
        disabled={document.operation === "ablate"}
        onChange={(strength, gesture) => edit({ strength }, gesture)}
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
        label="The direction is"
        value={document.operation}
        options={operations.map((operation) => ({ value: operation, label: operationWords[operation].done }))}
        onChange={(operation) => edit({ operation })}
      />
      <Segmented
        label="Steer"
        value={document.span}
        options={[
          { value: "both", label: "everything" },
          { value: "prompt", label: "the prompt" },
          { value: "generation", label: "what is written" },
        ]}
        onChange={(span) => edit({ span })}
      />
      <Checkbox
        label="Look at the direction: its tokens, other layers, other languages"
        checked={document.likeness}
        onChange={(likeness) => edit({ likeness })}
      />
      <Checkbox
        label="Sweep every layer at several strengths"
        checked={document.sweep}
        onChange={(sweep) => edit({ sweep })}
      />
      {document.sweep ? <SweepControl document={document} edit={edit} /> : null}
      <Details summary="Several directions, bounds and conditions">
        <Suspense>
          <ApplyingControls document={document} edit={edit} />
        </Suspense>
      </Details>
      <Details summary="More settings">
        <PositionControl document={document} edit={edit} />
        <Select
          label="Direction"
          value={document.method}
          options={chosenMethods.map((id) => ({
            value: id,
            label: directionMethods[id].name,
          }))}
          help={directionMethods[document.method].summary}
          onChange={(method) => edit({ method })}
        />
        <OwnVector document={document} edit={edit} />
        <SamplingFields
          document={document}
          edit={edit}
          seedHelp="Of the held-out split, the random control and sampling."
        />
      </Details>
    </>
  );
}

export function LayerControl({ document, edit }: PanelProps<Document>) {
  return (
    <>
      <Checkbox
        label="Held-out separation chooses the layer"
        checked={document.layer === null}
        onChange={(automatic) => edit({ layer: automatic ? null : 2 })}
      />
      {document.layer === null ? null : (
        <Slider
          label="Layer"
          value={document.layer}
          min={0}
          max={31}
          step={1}
          help="Counted from 0; added to the residual stream after that block. A line of the score chooses it, too."
          onChange={(value, gesture) => edit({ layer: Math.round(value) }, gesture)}
        />
      )}
    </>
  );
}

function PositionControl({ document, edit }: PanelProps<Document>) {
  const { position, stretch } = document;
  return (
    <>
      <Select
        label="A text becomes one vector by"
        value={position}
        options={[
          { value: "mean", label: "the mean of its tokens" },
          { value: "last", label: "its last token" },
          { value: "all", label: "nothing: every token counts for itself" },
          { value: "answer", label: "the mean of its answer" },
          { value: "custom", label: "the mean of a stretch of tokens" },
        ]}
        help={
          position === "answer"
            ? "The answer is what stands behind the last || in a text; a text without it is read whole."
            : "What the tokenizer puts before a text is left out, and its first token where nothing is put before it."
        }
        onChange={(chosen) => edit({ position: chosen })}
      />
      {position === "custom" ? (
        <>
          <Slider
            label="From token"
            value={stretch.from}
            min={-20}
            max={20}
            step={1}
            help="0 is the first of the text’s own tokens, −1 the last."
            onChange={(from, gesture) => edit({ stretch: { ...stretch, from: Math.round(from) } }, gesture)}
          />
          <Slider
            label="How many"
            value={stretch.count}
            min={1}
            max={20}
            step={1}
            onChange={(count, gesture) => edit({ stretch: { ...stretch, count: Math.round(count) } }, gesture)}
          />
        </>
      ) : null}
    </>
  );
}

function SweepControl({ document, edit }: PanelProps<Document>) {
  const highest = Math.max(...document.sweepStrengths);
  return (
    <Slider
      label="Strengths up to"
      value={highest}
      min={1}
      max={8}
      step={0.5}
      unit={operationWords[document.operation].unit}
      help={`Tried as one batch: ${document.sweepStrengths.join(", ")}.`}
      onChange={(value, gesture) => edit({ sweepStrengths: strengthsUpTo(value) }, gesture)}
    />
  );
}

/** Seven strengths from 0, evenly spaced. */
function strengthsUpTo(highest: number): number[] {
  return Array.from({ length: 7 }, (_, index) => Number(((highest * index) / 6).toFixed(2)));
}
