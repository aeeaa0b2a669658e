import { useId, useState } from "react";
import type { Lesson } from "../../lessons/lesson";
import { citation } from "../../lessons/papers";
import { Button } from "../../ui/Button";
import { embedded } from "../embed";
import type { LabSession } from "../session";
import { LessonShare } from "./LessonShare";

export interface LessonPanelProps {
  readonly lesson: Lesson;
  readonly title: string;
  /** From 1. */
  readonly step: number;
  readonly session: LabSession;
  readonly prediction: number | null;
  readonly onPredict: (choice: number) => void;
  readonly onGo: (step: number) => void;
}

/** What stands over the lab in a lesson: the step, its question, and after the prediction where to look and what to change. */
export function LessonPanel({ lesson, title, step, session, prediction, onPredict, onGo }: LessonPanelProps) {
  const current = lesson.steps[step - 1]!;
  const [sharing, setSharing] = useState(false);
  return (
    <section className="lesson" aria-label="Lesson">
      <div className="lesson-text">
        <p className="lesson-place">
          {title}, step {step} of {lesson.steps.length}
        </p>
        <h2>{current.title}</h2>
        <p>{current.text}</p>
        <div className="row">
          <Button kind="quiet" disabled={step === 1} onClick={() => onGo(step - 1)}>
            Back
          </Button>
          <Button
            kind={prediction === null ? "quiet" : "plain"}
            disabled={step === lesson.steps.length}
            onClick={() => onGo(step + 1)}
          >
            Next step
          </Button>
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
            <p>{current.look}</p>
            <p>
              <strong>Now change it.</strong> {current.change}
            </p>
            {current.papers.map((paper) => (
              <cite key={paper}>{citation(paper)}</cite>
            ))}
          </div>
        )}
      </div>
      {sharing ? (
        <LessonShare lesson={lesson} title={title} step={step} session={session} onClose={() => setSharing(false)} />
      ) : null}
    </section>
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
        <p className="note">Your prediction is kept. The result is below.</p>
      )}
    </form>
  );
}
