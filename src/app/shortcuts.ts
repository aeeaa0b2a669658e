import { useEffect } from "react";

export interface Shortcuts {
  readonly run: () => void;
  readonly stop: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly help: () => void;
}

/** Listens for the page's keys. None of them acts while a dialog is open, and `?` not while text is typed. */
export function useShortcuts({ run, stop, undo, redo, help }: Shortcuts): void {
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
      const command = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      const action =
        command && key === "enter"
          ? run
          : event.key === "Escape"
            ? stop
            : command && key === "z"
              ? event.shiftKey
                ? redo
                : undo
              : command && key === "y"
                ? redo
                : event.key === "?" && !command && !isTyping(event.target)
                  ? help
                  : null;
      if (!action) return;
      event.preventDefault();
      action();
    }
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [run, stop, undo, redo, help]);
}

/** Ctrl K or ⌘ K opens the search, from anywhere but a sheet. */
export function useSearchKey(search: () => void): void {
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      if (!document.querySelector("dialog[open]")) search();
    }
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [search]);
}

/** Whether the element takes text. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !["range", "checkbox", "radio"].includes(target.type))
  );
}
