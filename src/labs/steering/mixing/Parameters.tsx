import { useState } from "react";
import type { Mixer, ParameterRule, Values } from "../../../mixing/mixer";
import { Field } from "../../../ui/Field";
import { Select } from "../../../ui/Select";
import { Slider } from "../../../ui/Slider";

export interface ParametersProps {
  readonly mixer: Mixer;
  readonly level: ParameterRule["level"];
  /** Of which model, where they are a model's; tells their labels apart. */
  readonly of?: number;
  readonly values: Values;
  readonly onChange: (values: Record<string, number | string>, gesture?: string) => void;
}

/** Ranges wider than this are typed. */
const widestSlider = 100;

/** What the mixer may be told, as it declares it. */
export function Parameters({ mixer, level, of, values, onChange }: ParametersProps) {
  const rules = Object.entries(mixer.parameters).filter(([, rule]) => rule.level === level);
  return rules.map(([name, rule]) => {
    const label = of === undefined ? name : `${name} of model ${of}`;
    const set = (value: number | string, gesture?: string) => onChange({ ...values, [name]: value }, gesture);
    if (rule.kind === "choice") {
      return (
        <Select
          key={name}
          label={label}
          value={String(values[name] ?? rule.default)}
          options={rule.options.map((option) => ({ value: option, label: option }))}
          help={rule.meaning}
          onChange={set}
        />
      );
    }
    const value = Number(values[name] ?? rule.default);
    const help = `${rule.meaning}. From ${rule.min} to ${rule.max}, by default ${rule.default}.`;
    if (rule.max - rule.min > widestSlider) {
      return <TypedNumber key={name} label={label} value={value} rule={rule} help={help} onChange={set} />;
    }
    return (
      <Slider
        key={name}
        label={label}
        value={value}
        min={rule.min}
        max={rule.max}
        step={rule.max - rule.min <= 2 ? 0.05 : 0.25}
        help={help}
        onChange={set}
      />
    );
  });
}

interface TypedNumberProps {
  readonly label: string;
  readonly value: number;
  readonly rule: { readonly min: number; readonly max: number };
  readonly help: string;
  readonly onChange: (value: number, gesture: string) => void;
}

/** A number of a wide range; what is typed stays while it is none. */
function TypedNumber({ label, value, rule, help, onChange }: TypedNumberProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const number = typed === null || typed.trim() === "" ? Number.NaN : Number(typed);
  const fits = number >= rule.min && number <= rule.max;
  return (
    <Field
      label={label}
      value={typed === null || (fits && number !== value) ? String(value) : typed}
      help={help}
      error={typed === null || fits ? undefined : `Write a number from ${rule.min} to ${rule.max}.`}
      onChange={(text, gesture) => {
        setTyped(text);
        const read = Number(text);
        if (text.trim() !== "" && read >= rule.min && read <= rule.max) onChange(read, gesture);
      }}
    />
  );
}
