import type { ReplayStep } from "./replay";

/**
 * Joins neighbours, the pair of lowest rank first and of equals the leftmost, until no pair has a rank (Sennrich et al. 2016),
 * and tells every step. `rankOf` is undefined for a pair that was never learnt.
 */
export function replayMerges(
  symbols: readonly string[],
  rankOf: (left: string, right: string) => number | undefined,
): readonly ReplayStep[] {
  const steps: ReplayStep[] = [{ pieces: symbols, at: null, score: null, note: "begin" }];
  let pieces = [...symbols];
  for (;;) {
    let at = -1;
    let lowest = Infinity;
    for (let i = 0; i + 1 < pieces.length; i++) {
      const rank = rankOf(pieces[i]!, pieces[i + 1]!) ?? Infinity;
      if (rank < lowest) [at, lowest] = [i, rank];
    }
    if (at < 0) return steps;
    pieces = [...pieces.slice(0, at), `${pieces[at]!}${pieces[at + 1]!}`, ...pieces.slice(at + 2)];
    steps.push({ pieces, at, score: lowest, note: "merge" });
  }
}
