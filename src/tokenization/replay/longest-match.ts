import type { ReplayStep } from "./replay";

/**
 * WordPiece (Schuster and Nakajima 2012): takes the longest piece that the rest of the word begins with, again and again; a word in
 * which that fails once is unknown as a whole.
 */
export function replayLongestMatch(
  word: string,
  isPiece: (piece: string) => boolean,
  { prefix, unknown, most }: { readonly prefix: string; readonly unknown: string; readonly most: number },
): readonly ReplayStep[] {
  const characters = Array.from(word);
  const steps: ReplayStep[] = [{ pieces: characters, at: null, score: null, note: "begin" }];
  const lost: ReplayStep = { pieces: [unknown], at: 0, score: null, note: "unknown" };
  if (characters.length > most) return [...steps, lost];
  const pieces: string[] = [];
  for (let start = 0; start < characters.length; ) {
    let end = characters.length;
    const spelled = () => `${start > 0 ? prefix : ""}${characters.slice(start, end).join("")}`;
    while (end > start && !isPiece(spelled())) end -= 1;
    if (end === start) return [...steps, lost];
    pieces.push(spelled());
    start = end;
    const rest = characters.slice(start).join("");
    steps.push({ pieces: [...pieces, ...(rest ? [rest] : [])], at: pieces.length - 1, score: null, note: "match" });
  }
  return steps;
}
