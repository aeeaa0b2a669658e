import type { ReactNode } from "react";
import { ScriptButton, type ScriptButtonProps } from "../../ui/ScriptButton";

export interface ScriptNoteProps extends ScriptButtonProps {
  /** What is typed to run it. */
  readonly command: string;
  /** What it does, behind the command. */
  readonly does: string;
  readonly children?: ReactNode;
}

/** A Python script that does the same on larger models, and how it is called. Files that it reads stand beside it. */
export function ScriptNote({ command, does, children, ...script }: ScriptNoteProps) {
  return (
    <section className="stack-close">
      <div className="row">
        <ScriptButton {...script} />
        {children}
      </div>
      <p className="note">
        <code>{command}</code> {does}
      </p>
    </section>
  );
}
