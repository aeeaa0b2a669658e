import { useId, useState } from "react";
import { Readout } from "../../../ui/Readout";
import { figuresOf } from "./figures";
import type { MixedPiece } from "./result";

export interface DecidedTextProps {
  readonly prompt: string;
  readonly language: string | null;
  readonly pieces: readonly MixedPiece[];
  readonly names: readonly string[];
}

/** A text whose tokens carry the tint and the line of the model that decided them; their numbers on hover, focus and arrow keys. */
export function DecidedText({ prompt, language, pieces, names }: DecidedTextProps) {
  const id = useId();
  const [focus, setFocus] = useState(0);
  const [active, setActive] = useState<{ readonly index: number; readonly element: Element } | null>(null);
  const point = (target: EventTarget) => {
    const element = target instanceof Element ? target.closest<HTMLElement>("[data-piece]") : null;
    setActive(element ? { index: Number(element.dataset["piece"]), element } : null);
  };
  const piece = active ? pieces[active.index] : undefined;
  return (
    <>
      <p className="passage" dir="auto">
        <bdi className="steering-prompt">{prompt}</bdi>
        <span
          role="listbox"
          tabIndex={-1}
          aria-label={`Tokens that were written behind “${prompt}”`}
          aria-orientation="horizontal"
          lang={language ?? undefined}
          onMouseOver={(event) => point(event.target)}
          onFocus={(event) => point(event.target)}
          onMouseLeave={() => setActive(null)}
          onBlur={() => setActive(null)}
          onKeyDown={(event) => {
            const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
            if (by === undefined) return;
            event.preventDefault();
            const next = Math.max(0, Math.min(pieces.length - 1, focus + by));
            setFocus(next);
            event.currentTarget.querySelector<HTMLElement>(`[data-piece="${next}"]`)?.focus();
          }}
        >
          {pieces.map(({ text, decided }, index) => (
            <span
              // oxlint-disable-next-line react/no-array-index-key -- a token is its place in the text
              key={index}
              role="option"
              aria-selected={false}
              aria-label={`${text.trim() === "" ? "space" : text.trim()}, model ${decided + 1}`}
              tabIndex={index === focus ? 0 : -1}
              data-piece={index}
              className={`mixing-token mixing-by-${decided % 4}`}
            >
              {text}
            </span>
          ))}
        </span>
        {pieces.length === 0 ? <span className="note"> (ends here)</span> : null}
      </p>
      <Readout anchor={active?.element ?? null} id={id}>
        {piece ? (
          <>
            <strong>{names[piece.decided]}</strong>
            <span className="numeric">{figuresOf(piece, names)}</span>
          </>
        ) : null}
      </Readout>
    </>
  );
}
