import { parsePlan } from "../../../codeswitch/model/plan";
import type { Document } from "../../../experiments/documents/codeswitching";
import type { ModelSettings } from "../../../experiments/documents/codeswitching-model";
import { Checkbox } from "../../../ui/Checkbox";
import { Field } from "../../../ui/Field";
import { Slider } from "../../../ui/Slider";
import { TextArea } from "../../../ui/TextArea";
import type { PanelProps } from "../../lab";
import { ModelSelect } from "../../ModelSelect";
import { SeedField } from "../SeedField";

/** The settings of the model generator: which model, what it goes on from, the plan, how far it is pushed. */
export function ModelControls({ document, edit: editDocument }: PanelProps<Document>) {
  const settings = document.model;
  const edit = (change: Partial<ModelSettings>, gesture?: string) =>
    editDocument({ model: { ...settings, ...change } }, gesture);
  const plan = parsePlan(settings.plan);
  return (
    <>
      <ModelSelect label="Model" value={settings.model} onChange={(model) => edit({ model })} />
      <TextArea
        label="Beginning"
        value={settings.prompt}
        maxLength={1000}
        error={settings.prompt.trim() === "" ? "Write the beginning of a sentence." : undefined}
        onChange={(prompt, gesture) => edit({ prompt }, gesture)}
      />
      <Field
        label="Plan of spans"
        value={settings.plan}
        maxLength={200}
        mono
        help="Language and number of tokens, span by span: en 8, de 6, en 8."
        error={plan.ok ? undefined : `${plan.problem.what} ${plan.problem.remedy}`}
        onChange={(text, gesture) => edit({ plan: text }, gesture)}
      />
      <Slider
        label="Strength"
        value={settings.strength}
        min={0}
        max={4}
        step={0.05}
        unit="class distances"
        help="How far each span pushes the residual stream towards its language."
        onChange={(strength, gesture) => edit({ strength }, gesture)}
      />
      <Checkbox
        label="Held-out separation chooses the layer"
        checked={settings.layer === null}
        onChange={(automatic) => edit({ layer: automatic ? null : 2 })}
      />
      {settings.layer === null ? null : (
        <Slider
          label="Layer"
          value={settings.layer}
          min={0}
          max={31}
          step={1}
          onChange={(layer, gesture) => edit({ layer: Math.round(layer) }, gesture)}
        />
      )}
      <SeedField document={document} edit={editDocument} />
      <TextArea
        label="Instruction, for the text that is only asked to mix"
        value={settings.instruction}
        maxLength={1000}
        onChange={(instruction, gesture) => edit({ instruction }, gesture)}
      />
      <Slider
        label="Temperature"
        value={settings.temperature}
        min={0}
        max={2}
        step={0.05}
        help="0 takes the likeliest token each time."
        onChange={(temperature, gesture) => edit({ temperature }, gesture)}
      />
    </>
  );
}
