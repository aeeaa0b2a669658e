import type { ReactNode } from "react";
import { Checkbox } from "./Checkbox";

export interface CheckboxOption<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly disabled?: boolean;
}

export interface CheckboxesProps<Value extends string> {
  readonly label: ReactNode;
  readonly options: readonly CheckboxOption<Value>[];
  readonly chosen: readonly Value[];
  /** So many stay chosen; default 0. */
  readonly least?: number;
  /** No more than so many can be chosen. */
  readonly most?: number;
  /** Beside each other, for short labels. */
  readonly inRow?: boolean;
  readonly note?: ReactNode;
  /** Keeps the label for screen readers only. */
  readonly labelHidden?: boolean;
  /** The chosen ones in the order of the options. */
  readonly onChange: (chosen: Value[]) => void;
}

/** Several of a list, all in view: a group of checkboxes. */
export function Checkboxes<Value extends string>(props: CheckboxesProps<Value>) {
  const { options, chosen, least = 0, most = options.length } = props;
  const boxes = options.map(({ value, label, disabled }) => {
    const checked = chosen.includes(value);
    const held = checked ? chosen.length <= least : chosen.length >= most;
    return (
      <Checkbox
        key={value}
        label={label}
        checked={checked}
        disabled={held || (disabled ?? false)}
        onChange={(wanted) =>
          props.onChange(
            options.map((option) => option.value).filter((one) => (one === value ? wanted : chosen.includes(one))),
          )
        }
      />
    );
  });
  return (
    <fieldset className="field">
      <legend className={props.labelHidden ? "hidden-text" : "field-label"}>{props.label}</legend>
      {props.inRow ? <div className="row">{boxes}</div> : boxes}
      {props.note === undefined ? null : <p className="note">{props.note}</p>}
    </fieldset>
  );
}
