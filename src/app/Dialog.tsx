import type { ReactNode } from "react";
import { useId, useLayoutEffect, useRef } from "react";
import { Button } from "../ui/Button";

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

/**
 * A sheet over the page: the browser's own modal dialog, closed by Esc, by its button, or by a press beside it. A field in it
 * that is marked `data-first` has the focus at once.
 */
export function Dialog({ title, onClose, children, wide }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Closed while it still stands in the page: only then does the browser give the focus back to what opened it.
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    const first = dialog?.querySelector<HTMLInputElement>("input[data-first]");
    first?.focus();
    first?.select();
    return () => dialog?.close();
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Esc closes it; the press beside it is for the pointer
    <dialog
      ref={ref}
      className={wide ? "dialog dialog-wide" : "dialog"}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      <div className="dialog-sheet">
        <header className="dialog-head">
          <h2 id={id}>{title}</h2>
          <Button kind="quiet" onClick={onClose}>
            Close
          </Button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
