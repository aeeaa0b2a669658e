import type { Document } from "../../experiments/documents/steering";

/** What is read of a recorded sweep: one continuation at each strength, after the layer that was steered. */
export interface RecordedPush {
  readonly document: Document;
  readonly prompt: string;
  /** In class distances. */
  readonly strengths: readonly number[];
  readonly examples: readonly string[];
}

interface Recorded {
  readonly document: Document;
  readonly result: {
    readonly layer: number;
    readonly sweep: {
      readonly strengths: readonly number[];
      readonly cells: readonly (readonly { readonly example: string }[] | null)[];
    } | null;
  };
}

/** The first experiment of the steering lab as it is kept; null where it has no sweep. */
export async function fetchPush(): Promise<RecordedPush | null> {
  const response = await fetch("presets/steering/english-to-german.json");
  if (!response.ok) return null;
  const { document, result } = (await response.json()) as Recorded;
  const cells = result.sweep?.cells[result.layer];
  if (!cells || !result.sweep) return null;
  return {
    document,
    prompt: document.prompts.split("\n")[0] ?? "",
    strengths: result.sweep.strengths,
    examples: cells.map(({ example }) => example),
  };
}

/** What is shown of a recorded push: a continuation, and in words how it was pushed. */
export interface ShownPush {
  readonly text: string;
  readonly how: string;
}

/** The continuation that was recorded at the strength nearest to the one wanted; towards another language the one without a push. */
export function recordedAt({ document, strengths, examples }: RecordedPush, target: string, wanted: number): ShownPush {
  const distances = strengths.map((strength) => Math.abs(strength - (target === document.target ? wanted : 0)));
  const nearest = distances.indexOf(Math.min(...distances));
  const strength = strengths[nearest] ?? 0;
  return {
    text: examples[nearest] ?? "",
    how: strength === 0 ? "Recorded without a push" : `Recorded at ${strength}`,
  };
}
