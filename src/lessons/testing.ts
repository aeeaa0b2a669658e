import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Document } from "../experiments/documents/measures";
import type { LabId } from "../experiments/experiment";
import { type Card, cardOf } from "../labs/measures/card";
import type { MeasuresResult } from "../labs/measures/result";
import type { MergingResult } from "../labs/merging/result";
import type { Condition, SteeringResult } from "../labs/steering/result";
import type { Change } from "../measures/card/change";
import type { Reading } from "../measures/card/reading";
import { showFixed } from "../ui/show-fixed";
import type { Lesson } from "./lesson";

/** What a step's `found` has to say: the choice that it is about, the words that decide it, and numbers from the recording. */
interface Answer {
  readonly choice: string;
  readonly says: string;
  readonly numbers: readonly string[];
}

/** Tests every `found` of a lesson against answers that are made from the recordings, one a step; what has no number of its own they assert on the way. */
export function testFound({ steps }: Lesson, answers: readonly (() => Answer)[]): void {
  test("every question has an answer to be tested, from a recording of the preset’s own settings", () => {
    expect(answers).toHaveLength(steps.length);
    for (const { title, settings } of steps) expect(settings, title).toBeUndefined();
  });

  test.each(steps.map((step, index) => [step.title, step, answers[index]!] as const))(
    "%s: what was found is what is recorded",
    (_, { choices, found }, answer) => {
      const { choice, says, numbers } = answer();
      expect(choices).toContain(choice);
      for (const part of [says, ...numbers]) expect(found).toContain(part);
    },
  );
}

/** A recording's settings and result, as its lab has them. */
export function recorded(lab: LabId, preset: string): { readonly document: unknown; readonly result: unknown } {
  return JSON.parse(readFileSync(`public/presets/${lab}/${preset}.json`, "utf8"));
}

export const merged = (preset: string) => recorded("merging", preset).result as MergingResult;
export const steered = (preset: string) => recorded("steering", preset).result as SteeringResult;
export function carded(preset: string): Card {
  const { document, result } = recorded("measures", preset);
  return cardOf(result as MeasuresResult, document as Document);
}

/** The main number of a variant. */
export function main(card: Card, variant: string, measure: string, language: string): Reading {
  return card.reading({ variant, measure, language, facet: "" })!;
}

/** How it differs from the baseline's. */
export function changed(card: Card, variant: string, measure: string, language: string): Change {
  return card.change({ variant, measure, language, facet: "" })!;
}

/** How many continuations under a condition are in a language: `3 of 4`. */
export function written({ comparisons }: SteeringResult, condition: Condition, language: string): string {
  const rows = comparisons.flatMap(({ rows: of }) => of.filter((row) => row.condition === condition));
  return `${count(rows, ({ continuation }) => continuation.language === language)} of ${rows.length}`;
}

/** How many beginnings each layer turns at a strength. */
export function turnedAt({ sweep, comparisons }: SteeringResult, strength: number): readonly number[] {
  const column = sweep!.strengths.indexOf(strength);
  return sweep!.cells.map((row) => row![column]!.success! * comparisons.length);
}

export const languages = ["en", "de", "es", "hi", "tr"];

export function count<T>(values: readonly T[], holds: (value: T) => boolean): number {
  return values.filter(holds).length;
}

interface Interval {
  readonly low: number | null;
  readonly high: number | null;
}

export function zeroIn({ low, high }: Interval): boolean {
  return low! <= 0 && high! >= 0;
}

/** `(0.002 to 0.025)`. */
export function showInterval({ low, high }: Interval): string {
  return `(${showFixed(low, 3)} to ${showFixed(high, 3)})`;
}
