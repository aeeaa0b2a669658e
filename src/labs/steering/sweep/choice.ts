import { bitsPerByte } from "../../../measures/bits-per-byte";
import { estimate } from "../../../measures/measure";
import type { Estimate } from "../../../measures/statistics/bootstrap";
import { onFront } from "../../../measures/statistics/pareto";
import { seededRandom } from "../../../random";
import type { PromptFigures, SteeringResult, Sweep } from "../result";

/** A cell of the sweep, by layer and index of its strength. */
export interface Setting {
  readonly layer: number;
  readonly strength: number;
}

/** What a setting did on some of the prompts. */
export interface Outcome {
  /** Share of continuations in the target language. */
  readonly success: number;
  /** Null where nothing was written. */
  readonly bitsPerByte: number | null;
  /** Prompts that could be judged. */
  readonly n: number;
}

export interface Choice extends Setting {
  readonly chosenOn: Outcome;
  readonly reportedOn: Outcome;
}

/** Shares and bits over some prompts; null where none can be judged. */
export function outcomeOf(figures: readonly PromptFigures[]): Outcome | null {
  const judged = figures.filter(({ success }) => success !== null);
  if (judged.length === 0) return null;
  const [bits, bytes] = [
    figures.reduce((sum, one) => sum + (one.bits ?? 0), 0),
    figures.reduce((sum, one) => sum + (one.bytes ?? 0), 0),
  ];
  const success = judged.filter((one) => one.success === true).length / judged.length;
  return { success, bitsPerByte: bytes === 0 ? null : bits / bytes, n: judged.length };
}

/** The strength at which a sweep writes what is written unsteered; null where it has none, such as where other directions join. */
export function neutralStrength({ operation = "add", joined }: Pick<SteeringResult, "operation" | "joined">) {
  if (joined) return null;
  if (operation === "scale") return 1;
  // A removal has no strength: there the sweep adds.
  return operation === "add" || operation === "ablate" ? 0 : null;
}

/**
 * The setting with the greatest success on the prompts of even number, of several the one whose text is cheapest in bits;
 * and what it does on the others, which did not choose it. Null for fewer than two prompts. The neutral strength is no setting.
 */
export function chooseOnHalf(sweep: Sweep, neutral: number | null): Choice | null {
  const choices = settingsOf(sweep).flatMap(({ figures, ...setting }): Choice[] => {
    if (sweep.strengths[setting.strength] === neutral) return [];
    const chosenOn = outcomeOf(figures.filter((_, prompt) => prompt % 2 === 0));
    const reportedOn = outcomeOf(figures.filter((_, prompt) => prompt % 2 === 1));
    return chosenOn && reportedOn ? [{ ...setting, chosenOn, reportedOn }] : [];
  });
  const cost = ({ bitsPerByte }: Outcome) => bitsPerByte ?? Number.POSITIVE_INFINITY;
  return (
    choices.toSorted((a, b) => b.chosenOn.success - a.chosenOn.success || cost(a.chosenOn) - cost(b.chosenOn))[0] ??
    null
  );
}

export interface TradePoint extends Setting, Outcome {
  /** With the bootstrap interval over the prompts. */
  readonly bits: Estimate;
  /** Unsteered: the neutral strength, at whatever layer. */
  readonly baseline: boolean;
  readonly onFront: boolean;
}

/** Every setting by what its text costs and how often it is in the target language, with the Pareto front; the baseline is there once. */
export function tradeOffs(sweep: Sweep, neutral: number | null): readonly TradePoint[] {
  const settings = settingsOf(sweep);
  const isBaseline = ({ strength }: Setting) => sweep.strengths[strength] === neutral;
  const first = settings.find(isBaseline);
  const points = settings.flatMap(({ figures, ...setting }) => {
    const baseline = isBaseline(setting);
    if (baseline && setting.layer !== first!.layer) return [];
    const outcome = outcomeOf(figures);
    if (outcome?.bitsPerByte == null) return [];
    return [{ ...setting, ...outcome, bits: bitsOf(figures), baseline }];
  });
  const front = onFront(points.map(({ success, bits }) => ({ gain: success, cost: bits.value })));
  return points.map((point, index) => ({ ...point, onFront: front[index]! }));
}

function bitsOf(figures: readonly PromptFigures[]): Estimate {
  const scored = figures.flatMap(({ bits, bytes }) => (bits === null || bytes === null ? [] : [{ bits, bytes }]));
  return estimate(bitsPerByte, scored, seededRandom(0));
}

function settingsOf({ cells }: Sweep) {
  return cells.flatMap((row, layer) =>
    (row ?? []).flatMap(({ byPrompt }, strength) => (byPrompt ? [{ layer, strength, figures: byPrompt }] : [])),
  );
}
