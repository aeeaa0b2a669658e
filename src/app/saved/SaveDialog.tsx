import { useState } from "react";
import { useStore } from "zustand";
import { writeRecording } from "../../experiments/recording";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { Dialog } from "../Dialog";
import { newIdentity } from "../identity";
import type { AnyDocument } from "../labs";
import { type LabSession, presetOf, resultKey } from "../session";
import { keep, saved } from "./store";

export interface SaveDialogProps {
  readonly session: LabSession;
  readonly document: AnyDocument;
  readonly onClose: () => void;
  readonly onKept: () => void;
}

/** Keeps the experiment in this browser under a name, with its results where there are any. */
export function SaveDialog({ session, document, onClose, onKept }: SaveDialogProps) {
  const { lab } = session;
  const [name, setName] = useState(() => presetOf(session, document)?.question ?? `${lab.title}, ${today()}`);
  const problem = useStore(saved, (state) => state.problem);
  const finished = session.runs.getState().results.get(resultKey(lab, document));

  async function save(): Promise<void> {
    if (finished && session.runs.getState().status.kind !== "running") await figuresDrawn();
    const results = finished ? { result: finished.result, recorded: finished.provenance.recorded } : undefined;
    const done = await keep([
      {
        id: newIdentity(),
        name: name.trim() || lab.title,
        on: new Date().toISOString(),
        lab: lab.id,
        headline: finished ? headlineInView() : "",
        text: writeRecording({ lab: lab.id, document }, results),
      },
    ]);
    if (!done) return;
    onKept();
    onClose();
  }

  return (
    <Dialog title="Save this experiment" onClose={onClose}>
      <Field label="Name" value={name} onChange={setName} maxLength={200} onSubmit={() => void save()} first />
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className="row">
        <Button kind="primary" onClick={() => void save()}>
          Save
        </Button>
        <span className="note">
          {finished ? "With its results, in this browser only." : "Settings only: there are no results yet."}{" "}
          <a href="#/saved">Saved experiments</a>
        </span>
      </div>
    </Dialog>
  );
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Resolves once the figures are drawn, which is done in slices: before that no finding is in view. Waits for two seconds at most. */
async function figuresDrawn(): Promise<void> {
  const until = performance.now() + 2000;
  while (globalThis.document.querySelector(".lab-results[aria-busy='true']") && performance.now() < until) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** The finding over the figures, which every lab writes in its own words. */
function headlineInView(): string {
  const found = globalThis.document.querySelector<HTMLElement>(
    ".lab-figures [class$='-headline'], .lab-figures [class*='-headline ']",
  );
  return (found?.innerText ?? "").replace(/\s+/g, " ").trim().slice(0, 1_000);
}
