import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { Word } from "../data/glossary";
import { useBeside } from "./beside";
import { isEnter } from "./is-enter";

/** Milliseconds that a mouse must rest on a word, and those it may take from the word to its definition. */
const [rest, way] = [250, 200];

/** Hides the definition in view; only one is shown. */
let hideOther: (() => void) | null = null;

/**
 * A word with its definition, shown while it is pointed at or focused, and by a press; Esc hides it. A `span`, as a button would be
 * one block that no line can break.
 */
export function Term({ word, children }: { word: Word; children: string }) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const timer = useRef(0);
  const pressed = useRef(false);
  /** The word in the page, while its definition is shown. */
  const [shown, setShown] = useState<Element | null>(null);

  function show(on: boolean): void {
    setShown(on ? anchor.current : null);
  }

  function soon(on: boolean, after: number): void {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => show(on), after);
  }

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!shown) return undefined;
    const hide = (): void => {
      clearTimeout(timer.current);
      pressed.current = false;
      setShown(null);
    };
    function press(event: globalThis.KeyboardEvent): void {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      hide();
    }
    function pointElsewhere({ target }: PointerEvent): void {
      if (!shown?.contains(target as Node)) hide();
    }
    hideOther?.();
    hideOther = hide;
    window.addEventListener("keydown", press, { capture: true });
    window.addEventListener("pointerdown", pointElsewhere);
    return () => {
      if (hideOther === hide) hideOther = null;
      window.removeEventListener("keydown", press, { capture: true });
      window.removeEventListener("pointerdown", pointElsewhere);
    };
  }, [shown]);

  /** A press keeps what the mouse has shown already. */
  function press(): void {
    clearTimeout(timer.current);
    pressed.current = !pressed.current;
    show(pressed.current);
  }

  function pressKey(event: KeyboardEvent): void {
    if (!isEnter(event) && event.key !== " ") return;
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    show(!shown);
  }

  return (
    <span
      onPointerEnter={({ pointerType }) => pointerType === "mouse" && soon(true, rest)}
      onPointerLeave={({ pointerType }) => pointerType === "mouse" && !pressed.current && soon(false, way)}
    >
      <span
        ref={anchor}
        className="term"
        role="button"
        tabIndex={0}
        aria-expanded={shown !== null}
        aria-describedby={shown ? id : undefined}
        onClick={press}
        onKeyDown={pressKey}
        onFocus={({ currentTarget }) => currentTarget.matches(":focus-visible") && show(true)}
        onBlur={() => {
          pressed.current = false;
          show(false);
        }}
      >
        {children}
      </span>
      {shown ? <Definition id={id} word={word} anchor={shown} /> : null}
    </span>
  );
}

/** Stands at the end of the page, or of the sheet that is open over it: there no style of the text around the word reaches it. */
function Definition({ id, word, anchor }: { id: string; word: Word; anchor: Element }) {
  const ref = useRef<HTMLDivElement>(null);
  const place = useBeside(anchor, ref);
  return createPortal(
    <div ref={ref} id={id} role="tooltip" popover="manual" className="term-means" style={place}>
      <strong>{word.term}</strong> {word.means}
      {word.source === "" ? null : <cite>{word.source}</cite>}
    </div>,
    anchor.closest("dialog") ?? document.body,
  );
}
