import { isAccepted, type Marks, scoreOf } from "./score";

/** The parts of the loop that need a model, or programs over a text. */
export interface Agents {
  write(): Promise<string>;
  judge(text: string): Promise<Marks>;
  refine(text: string, marks: Marks): Promise<string>;
}

/** One version of a sample with its marks. */
export interface Round {
  readonly text: string;
  readonly refined: boolean;
  readonly marks: Marks;
  readonly score: number | null;
  readonly accepted: boolean;
}

/**
 * Generator, judges, and where the score is below the threshold the refiner once: its text replaces the sample and is judged
 * again (SwitchLingua accepts it then without a look; here its own score decides). Yields each version as it is judged.
 */
export async function* runLoop(agents: Agents): AsyncGenerator<Round, void> {
  const first = await judged(agents, await agents.write(), false);
  yield first;
  if (first.accepted) return;
  const text = await agents.refine(first.text, first.marks);
  // A refiner that gives nothing back has not refined.
  if (text.trim() !== "") yield await judged(agents, text, true);
}

async function judged(agents: Agents, text: string, refined: boolean): Promise<Round> {
  const marks = await agents.judge(text);
  const score = scoreOf(marks);
  return { text, refined, marks, score, accepted: isAccepted(score) };
}
