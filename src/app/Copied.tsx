import { useState } from "react";
import { Button } from "../ui/Button";
import { copyText } from "../ui/clipboard";

/** A text to be taken along: selected when focused, copied by its button. */
export function Copied({ label, text }: { label: string; text: string }) {
  const [state, setState] = useState<"" | "Copied" | "Press Ctrl C">("");
  async function copy(): Promise<void> {
    setState((await copyText(text)) ? "Copied" : "Press Ctrl C");
    setTimeout(() => setState(""), 2000);
  }
  return (
    <div className="share-form">
      <label className="field">
        <span className="field-label">{label}</span>
        <input className="input input-mono" readOnly value={text} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <Button onClick={() => void copy()} label={state === "" ? `Copy ${label}` : `${state}: ${label}`}>
        {state === "" ? "Copy" : state}
      </Button>
      <span className="hidden-text" role="status">
        {state === "" ? "" : `${state}: ${label}`}
      </span>
    </div>
  );
}
