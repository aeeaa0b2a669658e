import type { LabId } from "../experiments/experiment";
import type { PaperId } from "./papers";

/** A short guided tour: steps through the labs, each an experiment that the reader changes. */
export interface Lesson {
  readonly id: string;
  readonly steps: readonly LessonStep[];
}

/** One step: what is in view, a question to be answered before the result is shown, and what to change then. */
export interface LessonStep {
  readonly title: string;
  /** What the experiment is, in two or three sentences. */
  readonly text: string;
  /** Where it begins: a lab's preset, with settings over it. */
  readonly lab: LabId;
  readonly preset: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly question: string;
  /** What one may expect; none is marked as right: the result decides, and `found` says what it was when it was recorded. */
  readonly choices: readonly string[];
  /** What the recording shows, as an answer to the question: one or two sentences with the numbers. */
  readonly found: string;
  /** Shown after the prediction: where in the result to look, and what it means. */
  readonly look: string;
  /** What to change and run again. */
  readonly change: string;
  readonly papers: readonly PaperId[];
}
