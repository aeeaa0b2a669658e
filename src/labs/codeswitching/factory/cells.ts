import { otherSide, type Side } from "../../../codeswitch/sentence";
import type { StoryTopic } from "../../../data/stories";
import type { Document } from "../../../experiments/documents/codeswitching";

/** A place of the grid besides the requests: a topic of the stories, and whose language is the main one. */
export interface Cell {
  readonly matrix: Side;
  /** Absent: any. */
  readonly topic?: StoryTopic;
}

/** The places that a document asks for, one at least. Pairs of one's own have no topics. */
export function cellsOf({
  matrix,
  pairs,
  factory: { mains, topics },
}: Pick<Document, "matrix" | "pairs" | "factory">): readonly Cell[] {
  const sides = mains === "each" ? [matrix, otherSide(matrix)] : [matrix];
  if (topics.length === 0 || pairs.trim() !== "") return sides.map((matrix) => ({ matrix }));
  return topics.flatMap((topic) => sides.map((matrix) => ({ matrix, topic })));
}
