import type { ReactNode } from "react";
import { useId } from "react";
import { useGesture } from "./gesture";
import { isEnter } from "./is-enter";
import { Terms } from "./Terms";

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  /** Edits made between focus and blur carry one gesture. */
  readonly onChange: (value: string, gesture: string) => void;
  readonly help?: ReactNode;
  /** What is wrong with the value, in words. */
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly lang?: string;
  readonly mono?: boolean;
  readonly disabled?: boolean;
  readonly onSubmit?: () => void;
  /** Has the focus when its sheet opens. */
  readonly first?: boolean;
}

/** One line of text. */
export function Field(props: FieldProps) {
  const id = useId();
  const gesture = useGesture();
  const described = props.error ? `${id}-error` : props.help ? `${id}-help` : undefined;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {props.label}
      </label>
      <input
        id={id}
        className={props.mono ? "input input-mono" : "input"}
        type="text"
        dir="auto"
        lang={props.lang}
        value={props.value}
        placeholder={props.placeholder}
        maxLength={props.maxLength}
        disabled={props.disabled}
        data-first={props.first}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={props.error ? true : undefined}
        aria-describedby={described}
        onFocus={gesture.begin}
        onChange={(event) => props.onChange(event.currentTarget.value, gesture.typing())}
        onKeyDown={(event) => {
          if (isEnter(event) && !event.ctrlKey && !event.metaKey) props.onSubmit?.();
        }}
      />
      <FieldNotes id={id} help={props.help} error={props.error} />
    </div>
  );
}

/** The help and the error under a field; the field points at them with `aria-describedby`. */
export function FieldNotes({ id, help, error }: { id: string; help?: ReactNode; error?: string | undefined }) {
  return (
    <>
      {help ? (
        <p className="note" id={`${id}-help`}>
          <Terms sparing>{help}</Terms>
        </p>
      ) : null}
      {error ? (
        <p className="note field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      ) : null}
    </>
  );
}
