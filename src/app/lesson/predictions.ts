import { readStored, store } from "../storage";

/** What was predicted at this visit, for pages that store nothing. */
const made = new Map<string, number>();

const keyOf = (lesson: string, step: number): string => `prediction-${lesson}-${step}`;

/** The choice that the reader made at a step of a lesson, from 0; null before. */
export function predictionOf(lesson: string, step: number): number | null {
  const key = keyOf(lesson, step);
  const stored = made.get(key) ?? readStored(key);
  return stored === null || !Number.isInteger(Number(stored)) ? null : Number(stored);
}

export function keepPrediction(lesson: string, step: number, choice: number): void {
  made.set(keyOf(lesson, step), choice);
  store(keyOf(lesson, step), String(choice));
}
