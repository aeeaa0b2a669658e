import { parallelLanguages } from "../../data/parallel-languages";
import type { Variant } from "../../experiments/documents/measures";
import { renameModels } from "../../merging/origins";
import { modelsOf } from "../../merging/recipe";
import { Button } from "../../ui/Button";
import { languageOf } from "../../ui/languages";
import { Segmented } from "../../ui/Segmented";
import { Select } from "../../ui/Select";
import { Slider } from "../../ui/Slider";
import { ModelSelect } from "../ModelSelect";
import { titleOf } from "./variants";

interface VariantEditorProps {
  readonly variant: Variant;
  readonly place: number;
  readonly onChange: (variant: Variant, gesture?: string) => void;
  readonly onRemove: (() => void) | undefined;
  readonly onFirst: (() => void) | undefined;
}

type FieldsProps<Kind extends Variant["kind"]> = Pick<VariantEditorProps, "onChange"> & {
  readonly variant: Extract<Variant, { readonly kind: Kind }>;
};

/** One variant: what it is made of, and its weights. */
export function VariantEditor({ variant, place, onChange, onRemove, onFirst }: VariantEditorProps) {
  return (
    <fieldset className="measures-variant stack-close">
      <legend>
        {place === 0 ? "Baseline" : `Variant ${place}`}: {titleOf(variant)}
      </legend>
      {variant.kind === "checkpoint" ? (
        <ModelSelect label="Checkpoint" value={variant.model} onChange={(model) => onChange({ ...variant, model })} />
      ) : null}
      {variant.kind === "merge" ? <MergeFields variant={variant} onChange={onChange} /> : null}
      {variant.kind === "steering" ? <SteeringFields variant={variant} onChange={onChange} /> : null}
      <Segmented
        label="Weights"
        value={variant.weights}
        options={(["f32", "f16", "q8", "q4"] as const).map((value) => ({ value, label: value }))}
        onChange={(weights) => onChange({ ...variant, weights })}
      />
      <div className="row">
        {onFirst ? (
          <Button kind="quiet" onClick={onFirst} label={`Make ${titleOf(variant)} the baseline`}>
            Make baseline
          </Button>
        ) : null}
        {onRemove ? (
          <Button kind="quiet" onClick={onRemove} label={`Remove ${titleOf(variant)}`}>
            Remove
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}

function MergeFields({ variant, onChange }: FieldsProps<"merge">) {
  const models = modelsOf(variant.recipe);
  const rename = (from: string, to: string) =>
    onChange({
      ...variant,
      recipe: renameModels(
        variant.recipe,
        new Map([
          [from, to],
          [to, from],
        ]),
      ),
    });
  return (
    <>
      {models.map((model, index) => (
        <ModelSelect
          key={model}
          label={`Model ${index + 1}`}
          value={model}
          onChange={(chosen) => rename(model, chosen)}
        />
      ))}
      <p className="note">
        {variant.recipe.merge_method},{" "}
        {variant.recipe.slices.length === 1 ? "one slice" : `${variant.recipe.slices.length} slices`}. Another map of
        layers: make it in the merging lab and add its link.
      </p>
    </>
  );
}

function SteeringFields({ variant, onChange }: FieldsProps<"steering">) {
  const options = parallelLanguages.map((code) => ({ value: code as string, label: languageOf(code).name }));
  return (
    <>
      <ModelSelect label="Checkpoint" value={variant.model} onChange={(model) => onChange({ ...variant, model })} />
      <Select
        label="From"
        value={variant.source}
        options={options}
        onChange={(source) => onChange({ ...variant, source })}
      />
      <Select
        label="Towards"
        value={variant.target}
        options={options}
        onChange={(target) => onChange({ ...variant, target })}
      />
      <Slider
        label="Strength"
        value={variant.strength}
        min={-4}
        max={4}
        step={0.05}
        unit="class distances"
        onChange={(strength, gesture) => onChange({ ...variant, strength }, gesture)}
      />
    </>
  );
}
