import type { PromptFigures, Sweep } from "../result";

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

/**
 * The setting with the greatest success on the prompts of even number, of several the one whose text is cheapest in bits;
 * and what it does on the others, which did not choose it. Null for fewer than two prompts. Strength 0 is no setting.
 */
export function chooseOnHalf(sweep: Sweep): Choice | null {
  const choices = settingsOf(sweep).flatMap(({ figures, ...setting }): Choice[] => {
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
  readonly bitsPerByte: number;
  /** True where no other setting is at least as good in both and better in one. */
  readonly onFront: boolean;
}

/** Every setting by what its text costs and how often it is in the target language, with the Pareto front; strength 0 is among them. */
export function tradeOffs(sweep: Sweep): readonly TradePoint[] {
  const points = settingsOf(sweep, true).flatMap(({ figures, ...setting }) => {
    const outcome = outcomeOf(figures);
    if (outcome?.bitsPerByte == null) return [];
    return [{ ...setting, ...outcome, bitsPerByte: outcome.bitsPerByte }];
  });
  return points.map((point) => ({
    ...point,
    onFront: !points.some(
      ({ success, bitsPerByte }) =>
        success >= point.success &&
        bitsPerByte <= point.bitsPerByte &&
        (success > point.success || bitsPerByte < point.bitsPerByte),
    ),
  }));
}

function settingsOf({ strengths, cells }: Sweep, withZero = false) {
  return cells.flatMap((row, layer) =>
    (row ?? []).flatMap(({ byPrompt }, strength) =>
      byPrompt && (withZero || strengths[strength] !== 0) ? [{ layer, strength, figures: byPrompt }] : [],
    ),
  );
}
