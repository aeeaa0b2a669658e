import { useMemo, useState } from "react";
import { hashOfLesson, linkFits } from "../../experiments/link";
import { shareForms } from "../../experiments/share";
import type { Lesson } from "../../lessons/lesson";
import { Checkbox } from "../../ui/Checkbox";
import { Dialog } from "../Dialog";
import { pageAddress } from "../embed";
import { hashOfSession, isAsBegun } from "../open";
import type { LabSession } from "../session";
import { ShareForms } from "../ShareForms";

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
  const { forms, fits } = useMemo(() => {
    const start = isAsBegun(session, lesson.steps[step - 1]!) ? undefined : hashOfSession(session).split("?")[1];
    const hash = hashOfLesson(lesson.id, step, { locked, bare }, start);
    return { forms: shareForms(pageAddress(), hash, `Babelscope: ${title}`), fits: linkFits(hash, session.lab.id) };
  }, [lesson, title, step, session, locked, bare]);
  return (
    <Dialog title="Share this lesson" onClose={onClose}>
      <p className={fits ? "note" : "note share-warning"} role="status">
        {fits
          ? "The link opens at this step, with the settings as they are now."
          : "The settings as they are now are too large for a link. Shorten the texts, or go back to those that the step begins with."}
      </p>
      <Checkbox label="Lock the settings" checked={locked} onChange={setLocked} />
      <Checkbox label="Hide the settings" checked={bare} onChange={setBare} />
      {fits ? <ShareForms {...forms} /> : null}
    </Dialog>
  );
}
