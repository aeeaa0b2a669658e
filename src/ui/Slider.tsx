import type { ReactNode } from "react";
import { useId, useState } from "react";
import { FieldNotes } from "./Field";
import { useGesture } from "./gesture";
import { isEnter } from "./is-enter";
import { parseNumber } from "./parse-number";
import { grouped } from "./show-fixed";
import { Terms } from "./Terms";

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Every value of one drag, or of typing in one go, comes with the same gesture. */
  readonly onChange: (value: number, gesture: string) => void;
  /** After the number, such as "class distances". */
  readonly unit?: string;
  readonly help?: ReactNode;
  readonly disabled?: boolean;
  readonly onDragStart?: () => void;
  readonly onDragEnd?: () => void;
}

/** A range that also takes a typed number. Typed numbers are kept within the range when the field is left. */
export function Slider(props: SliderProps) {
  const id = useId();
  const gesture = useGesture();
  const [typed, setTyped] = useState<string | null>(null);

  function startDrag(): void {
    gesture.begin();
    props.onDragStart?.();
  }

  function readTyped(text: string): void {
    setTyped(text);
    const number = parseNumber(text, props.max);
    if (number !== null && number >= props.min && number <= props.max) props.onChange(number, gesture.current());
  }

  function leaveTyped(): void {
    const number = typed === null ? null : parseNumber(typed, props.max);
    setTyped(null);
    if (number === null) return;
    const kept = Math.min(props.max, Math.max(props.min, number));
    if (kept !== props.value) props.onChange(kept, gesture.current());
  }

  return (
    <div className="field slider">
      <label className="field-label" htmlFor={`${id}-range`}>
        {props.label}
      </label>
      <div className="slider-line">
        <input
          id={`${id}-range`}
          type="range"
          min={props.min}
          max={props.max}
          step={props.step}
          value={props.value}
          disabled={props.disabled}
          aria-describedby={props.help ? `${id}-help` : undefined}
          onPointerDown={startDrag}
          onPointerUp={() => props.onDragEnd?.()}
          onFocus={gesture.begin}
          onChange={(event) => props.onChange(event.currentTarget.valueAsNumber, gesture.current())}
        />
        <input
          type="text"
          inputMode="decimal"
          className="input slider-number numeric"
          aria-label={props.unit ? `${props.label}, ${props.unit}` : `${props.label}, typed`}
          value={typed ?? grouped(String(Number(props.value.toPrecision(6))))}
          disabled={props.disabled}
          onFocus={gesture.begin}
          onChange={(event) => readTyped(event.currentTarget.value)}
          onBlur={leaveTyped}
          onKeyDown={(event) => {
            if (isEnter(event)) leaveTyped();
          }}
        />
        {props.unit ? (
          <span className="slider-unit">
            <Terms sparing>{props.unit}</Terms>
          </span>
        ) : null}
      </div>
      <FieldNotes id={id} help={props.help} />
    </div>
  );
}
