/** A stretch of a text that a tokenizer cuts by itself: no token crosses its ends. */
export interface Chunk {
  /** After normalising, in the vocabulary's own spelling. */
  readonly text: string;
  /** A token of its own, found before anything else is looked at. */
  readonly added: boolean;
}

/** How the pieces of a chunk come about. */
export interface Replay {
  readonly method: "merges" | "best-path" | "longest-match" | "added";
  readonly steps: readonly ReplayStep[];
}

/** What stands there after a step; the last step holds the tokens. */
export interface ReplayStep {
  readonly pieces: readonly string[];
  /** The piece that the step made; null where nothing was joined. */
  readonly at: number | null;
  /** Of the merge, 0 the first that was learnt; of a path, its log probability. */
  readonly score: number | null;
  readonly note: "begin" | "merge" | "whole" | "bytes" | "path" | "match" | "unknown" | "added";
}

/** A tokenizer that can show its work. */
export interface Replaying {
  /** The chunks of a text, in order. */
  chunks(text: string): readonly Chunk[];
  /** The steps from a chunk to its tokens. Grows with the square of the chunk's length. */
  replay(chunk: Chunk): Replay;
}

/** An added token: no steps but itself. */
export function replayAdded(text: string): Replay {
  return { method: "added", steps: [{ pieces: [text], at: 0, score: null, note: "added" }] };
}
