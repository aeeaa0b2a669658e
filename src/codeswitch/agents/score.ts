/** What the four judges look at. */
export const judgeIds = ["fluency", "naturalness", "ratio", "socio"] as const;
export type JudgeId = (typeof judgeIds)[number];

/** Weights of SwitchLingua's acceptance score (Xie et al. 2025); they sum to 1. */
export const weights: Readonly<Record<JudgeId, number>> = {
  fluency: 0.3,
  naturalness: 0.25,
  ratio: 0.2,
  socio: 0.25,
};

/** A text with a score from here on is accepted as it is. */
export const threshold = 8;

/** One judge's mark, 0 to 10, with who gave it; `null` where a model that was asked gave no number. */
export interface Mark {
  readonly value: number | null;
  readonly by: "program" | "model";
  /** What was measured, or what the model said. */
  readonly why: string;
}

export type Marks = Readonly<Record<JudgeId, Mark>>;

/**
 * 0.30 fluency + 0.25 naturalness + 0.20 ratio + 0.25 socio-cultural fit. A judge without a mark is left out and the others'
 * weights are scaled up; null where nobody gave one.
 */
export function scoreOf(marks: Marks): number | null {
  const given = judgeIds.flatMap((id) => {
    const { value } = marks[id];
    return value === null ? [] : [{ weight: weights[id], value }];
  });
  const weight = given.reduce((sum, mark) => sum + mark.weight, 0);
  return weight === 0 ? null : given.reduce((sum, mark) => sum + mark.weight * mark.value, 0) / weight;
}

export function isAccepted(score: number | null): boolean {
  // 0.30·9 + 0.25·8 + 0.20·7 + 0.25·8 must not fall short of its sum by rounding.
  return score !== null && score >= threshold - 1e-9;
}
