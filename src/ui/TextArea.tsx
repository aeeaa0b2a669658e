import { useId } from "react";
import { type FieldProps, FieldNotes } from "./Field";
import { useGesture } from "./gesture";

export interface TextAreaProps extends Omit<FieldProps, "onSubmit"> {
  readonly rows?: number;
}

/** Text of several lines; it grows with what is typed. */
export function TextArea(props: TextAreaProps) {
  const id = useId();
  const gesture = useGesture();
  const described = props.error ? `${id}-error` : props.help ? `${id}-help` : undefined;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {props.label}
      </label>
      <textarea
        id={id}
        className={props.mono ? "input input-area input-mono" : "input input-area"}
        dir="auto"
        lang={props.lang}
        rows={props.rows ?? 3}
        value={props.value}
        placeholder={props.placeholder}
        maxLength={props.maxLength}
        disabled={props.disabled}
        spellCheck={false}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={described}
        onFocus={gesture.begin}
        onChange={(event) => props.onChange(event.currentTarget.value, gesture.typing())}
      />
      <FieldNotes id={id} help={props.help} error={props.error} />
    </div>
  );
}
