import type { ReplayStep } from "./replay";

interface Path {
  readonly pieces: readonly string[];
  readonly score: number;
  readonly unknown: boolean;
}

/**
 * The best path of a Unigram model to every place of the text (Kudo 2018): pieces whose log probabilities have the largest sum.
 * A character that is no piece is unknown, at `unknownScore`. `scoreOf` is undefined for what is no piece.
 */
export function replayBestPath(
  text: string,
  scoreOf: (piece: string) => number | undefined,
  unknownScore: number,
  longest: number,
): readonly ReplayStep[] {
  const characters = Array.from(text);
  const best: (Path | undefined)[] = [{ pieces: [], score: 0, unknown: false }];
  const steps: ReplayStep[] = [{ pieces: characters, at: null, score: null, note: "begin" }];
  for (let end = 1; end <= characters.length; end++) {
    for (let start = Math.max(0, end - longest); start < end; start++) {
      const before = best[start];
      const piece = characters.slice(start, end).join("");
      const own = scoreOf(piece) ?? (end - start === 1 ? unknownScore : undefined);
      if (!before || own === undefined) continue;
      const score = before.score + own;
      if (score > (best[end]?.score ?? -Infinity)) {
        best[end] = { pieces: [...before.pieces, piece], score, unknown: scoreOf(piece) === undefined };
      }
    }
    const path = best[end]!;
    steps.push({
      pieces: path.pieces,
      at: path.pieces.length - 1,
      score: path.score,
      note: path.unknown ? "unknown" : "path",
    });
  }
  return steps;
}
