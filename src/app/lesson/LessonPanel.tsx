import { useId, useState } from "react";
import type { Lesson } from "../../lessons/lesson";
import { hashOfLesson, type LessonLimits } from "../../experiments/link";
import { citation } from "../../lessons/papers";
import { Button } from "../../ui/Button";
import { embedded } from "../embed";
import type { LabSession } from "../session";
import { goToResult } from "../result-place";
import { LessonShare } from "./LessonShare";
import { Terms } from "../../ui/Terms";

export interface LessonPanelProps {
  readonly lesson: Lesson;
  readonly title: string;
  /** From 1. */
  readonly step: number;
  readonly session: LabSession;
  readonly limits: LessonLimits;
  /** The lesson after this one; none after the last. */
  readonly next: { readonly id: string; readonly title: string } | undefined;
  readonly prediction: number | null;
  readonly onPredict: (choice: number) => void;
  readonly onGo: (step: number) => void;
}

/** What stands over the lab in a lesson: the step, its question, and after the prediction what was found, where to look and what to change. */
export function LessonPanel({
  lesson,
  title,
  step,
  session,
  limits,
  next,
  prediction,
  onPredict,
  onGo,
}: LessonPanelProps) {
  const current = lesson.steps[step - 1]!;
  const [sharing, setSharing] = useState(false);
  return (
    <section className="lesson" aria-label="Lesson">
      <div className="lesson-text">
        <p className="lesson-place">
          {title}, step {step} of {lesson.steps.length}
        </p>
        <h2>{current.title}</h2>
        <p>
          <Terms>{current.text}</Terms>
        </p>
        <div className="row">
          <Button kind="quiet" disabled={step === 1} onClick={() => onGo(step - 1)}>
            Back
          </Button>
          {step < lesson.steps.length ? (
            <Button kind={prediction === null ? "quiet" : "plain"} onClick={() => onGo(step + 1)}>
              Next step
            </Button>
          ) : null}
          {embedded ? null : (
            <Button kind="quiet" onClick={() => setSharing(true)}>
              Share this lesson
            </Button>
          )}
        </div>
      </div>
      <div className="lesson-question">
        <Prediction question={current.question} choices={current.choices} made={prediction} onPredict={onPredict} />
        {prediction === null ? null : (
          <div className="lesson-answer" role="status">
            <Terms>
              <p>
                <strong>As recorded.</strong> {current.found}
              </p>
              <p>{current.look}</p>
              {limits.locked || limits.bare ? null : (
                <p>
                  <strong>Now change it.</strong> {current.change}
                </p>
              )}
            </Terms>
            {current.papers.map((paper) => (
              <cite key={paper}>{citation(paper)}</cite>
            ))}
            {step === lesson.steps.length ? <LessonEnd next={next} limits={limits} /> : null}
          </div>
        )}
      </div>
      {sharing ? (
        <LessonShare lesson={lesson} title={title} step={step} session={session} onClose={() => setSharing(false)} />
      ) : null}
    </section>
  );
}

/** Where to go from the last step. */
function LessonEnd({ next, limits }: Pick<LessonPanelProps, "next" | "limits">) {
  return (
    <p>
      <strong>That was the last step.</strong>{" "}
      {next ? (
        <>
          Next lesson: <a href={hashOfLesson(next.id, 1, limits)}>{next.title}</a>, or{" "}
        </>
      ) : null}
      <a href="#/lessons">{next ? "another" : "All lessons"}</a>.
    </p>
  );
}

interface PredictionProps {
  readonly question: string;
  readonly choices: readonly string[];
  readonly made: number | null;
  readonly onPredict: (choice: number) => void;
}

function Prediction({ question, choices, made, onPredict }: PredictionProps) {
  const name = useId();
  const [choice, setChoice] = useState(made);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (choice !== null) onPredict(choice);
      }}
    >
      <fieldset disabled={made !== null}>
        <legend>{question}</legend>
        {choices.map((text, i) => (
          <label key={text} className="lesson-choice">
            <input type="radio" name={name} checked={choice === i} onChange={() => setChoice(i)} /> {text}
          </label>
        ))}
      </fieldset>
      {made === null ? (
        <Button kind="primary" type="submit" disabled={choice === null}>
          Predict, then see
        </Button>
      ) : (
        <p className="note">
          You said “{choices[made]}”.{" "}
          <Button kind="quiet" onClick={goToResult}>
            See the result below
          </Button>
        </p>
      )}
    </form>
  );
}
