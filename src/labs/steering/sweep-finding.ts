import { languageOf } from "../../ui/languages";
import { operationWords } from "./applying/operation-words";
import type { SteeringResult, Sweep } from "./result";
import { neutralStrength } from "./sweep/choice";
import { classDistances, shown } from "./wording";

/** The least push at which some layer turns half of the continuations, and all layers that do at that strength. */
export interface Turning {
  readonly strength: number;
  readonly layers: readonly number[];
}

/** The one nearest to the neutral strength, which does not count itself; null when no setting computed so far turns half of them. */
export function leastTurning({ strengths, cells }: Sweep, neutral: number): Turning | null {
  const turnings = strengths
    .map((strength, column) => ({
      strength,
      layers: cells.flatMap((row, layer) => ((row?.[column]?.success ?? 0) >= 0.5 ? [layer] : [])),
    }))
    .filter(({ strength, layers }) => strength !== neutral && layers.length > 0);
  return turnings.toSorted((a, b) => Math.abs(a.strength - neutral) - Math.abs(b.strength - neutral))[0] ?? null;
}

/** What the sweep finds of the language, in words. */
export function findingOf(result: SteeringResult, sweep: Sweep): string {
  const language = languageOf(result.target).name;
  const neutral = neutralStrength(result);
  const unsteered = result.summaries.find(({ condition }) => condition === "unsteered")?.success?.value ?? 0;
  if (unsteered >= 0.5) {
    return `Half of the continuations or more are ${language} unsteered: here no setting turns the language.`;
  }
  if (neutral === null) {
    const cells = sweep.cells.flatMap((row) => row ?? []);
    const turned = cells.filter(({ success }) => (success ?? 0) >= 0.5).length;
    return `${turned} of ${cells.length} settings make at least half of the continuations ${language}.`;
  }
  const turning = leastTurning(sweep, neutral);
  if (turning === null) return `No setting so far makes half of the continuations ${language}.`;
  const { strength, layers } = turning;
  const where = layers.length === 1 ? `layer ${layers[0]}` : `layers ${layers.join(", ")}`;
  const pushed = neutral === 0 ? classDistances(strength) : `${shown(strength)} ${operationWords.scale.unit}`;
  return `The least push that makes half of the continuations ${language}: ${pushed}, at ${where}.`;
}
