import { useMemo } from "react";
import { hashOf, linkFits } from "../experiments/link";
import { writeRecording } from "../experiments/recording";
import { linkWarning, shareForms } from "../experiments/share";
import { Button } from "../ui/Button";
import { download } from "../ui/csv";
import { Dialog } from "./Dialog";
import { pageAddress } from "./embed";
import type { AnyDocument } from "./labs";
import { type LabSession, presetOf, resultKey } from "./session";
import { ShareForms } from "./ShareForms";

export interface ShareDialogProps {
  readonly session: LabSession;
  readonly document: AnyDocument;
  readonly onClose: () => void;
}

/** The experiment to take along: link, Markdown, frame, JSON file. */
export function ShareDialog({ session, document, onClose }: ShareDialogProps) {
  const { lab } = session;
  const experiment = useMemo(() => ({ lab: lab.id, document }), [lab.id, document]);
  const { forms, fits } = useMemo(() => {
    const title = presetOf(session, document)?.question ?? `Babelscope: ${lab.title}`;
    const hash = hashOf(experiment, session.defaults);
    return { forms: shareForms(pageAddress(), hash, title), fits: linkFits(hash, lab.id) };
  }, [session, document, experiment, lab]);
  const finished = session.runs.getState().results.get(resultKey(lab, document));
  const warning = linkWarning(forms.link, fits);

  function save(): void {
    const results = finished ? { result: finished.result, recorded: finished.provenance.recorded } : undefined;
    download(`babelscope-${lab.id}.json`, writeRecording(experiment, results), "application/json");
  }

  return (
    <Dialog title="Share this experiment" onClose={onClose}>
      <p className="note">
        The settings are in the link itself, after the #: they reach no server. Whoever opens it sees them at once;
        nothing is computed or fetched before they press Run.
      </p>
      {warning ? (
        <p className="note share-warning" role="status">
          {warning.what} {warning.remedy}
        </p>
      ) : null}
      {fits ? <ShareForms {...forms} /> : null}
      <div className="row">
        <Button onClick={save}>Download JSON file</Button>
        <span className="note">
          {finished
            ? "Settings and results: whoever drops it on the page sees them without a model."
            : "Settings; there are no results yet."}
        </span>
      </div>
    </Dialog>
  );
}
