import { useMemo, useState } from "react";
import { canonicalJson } from "../../experiments/delta";
import { hashOf, hashOfLesson } from "../../experiments/link";
import { shareForms } from "../../experiments/share";
import type { Lesson } from "../../lessons/lesson";
import { Checkbox } from "../../ui/Checkbox";
import { Copied } from "../Copied";
import { Dialog } from "../Dialog";
import { pageAddress } from "../embed";
import { stepDocument } from "../open";
import { QrCode } from "../QrCode";
import type { LabSession } from "../session";

export interface LessonShareProps {
  readonly lesson: Lesson;
  readonly title: string;
  readonly step: number;
  readonly session: LabSession;
  readonly onClose: () => void;
}

/** A step of a lesson to give to a class: with the settings as they are now, locked or hidden. */
export function LessonShare({ lesson, title, step, session, onClose }: LessonShareProps) {
  const [locked, setLocked] = useState(false);
  const [bare, setBare] = useState(false);
  const forms = useMemo(() => {
    const { document } = session.documents.getState();
    const begun = stepDocument(session, lesson.steps[step - 1]!);
    const changed = canonicalJson(document) !== canonicalJson(begun);
    const start = changed ? hashOf({ lab: session.lab.id, document }, session.defaults).split("?")[1] : undefined;
    return shareForms(pageAddress(), hashOfLesson(lesson.id, step, { locked, bare }, start), `Babelscope: ${title}`);
  }, [lesson, title, step, session, locked, bare]);
  return (
    <Dialog title="Share this lesson" onClose={onClose}>
      <p className="note">The link opens at this step, with the settings as they are now.</p>
      <Checkbox label="Lock the settings" checked={locked} onChange={setLocked} />
      <Checkbox label="Hide the settings" checked={bare} onChange={setBare} />
      <Copied label="Link" text={forms.link} />
      <Copied label="Frame for another page" text={forms.iframe} />
      <QrCode text={forms.link} />
    </Dialog>
  );
}
