import type { Measure } from "./measure";

/** A text before and after, as tokens. */
export interface TokenPair {
  readonly before: readonly (string | number)[];
  readonly after: readonly (string | number)[];
}

/** Which tokens of each side are not part of the longest common subsequence. */
export interface TokenChanges {
  readonly before: readonly boolean[];
  readonly after: readonly boolean[];
}

/**
 * Marks the tokens that changed: those outside a longest common subsequence of the two sides (Wagner and Fischer 1974).
 * Of several, the one that matches earliest is taken. Time and memory |before| x |after|.
 */
export function changedTokens({ before, after }: TokenPair): TokenChanges {
  const width = after.length + 1;
  // common[i * width + j]: length of the longest common subsequence of before[i..] and after[j..]
  const common = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      common[i * width + j] =
        before[i] === after[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
    }
  }
  const changes = { before: before.map(() => true), after: after.map(() => true) };
  let i = 0;
  let j = 0;
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) {
      changes.before[i] = false;
      changes.after[j] = false;
      i += 1;
      j += 1;
    } else if (common[(i + 1) * width + j]! >= common[i * width + j + 1]!) {
      i += 1;
    } else {
      j += 1;
    }
  }
  return changes;
}

/** Share of the tokens after that were not there before. */
export const changedShare: Measure<TokenPair> = {
  id: "changed-tokens",
  name: "Changed tokens",
  unit: "share",
  better: "neither",
  source: "Longest common subsequence, Wagner and Fischer 1974",
  parts: (pair) => [changedTokens(pair).after.filter(Boolean).length, pair.after.length],
};
