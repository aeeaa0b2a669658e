import type { Word } from "../words";
import type { WordVectors } from "./simalign";

/**
 * One vector a word: the mean over the states [S,D], row-major, of the tokens that touch its letters. `spans` are the tokens' in UTF-16
 * units of the text. Zeros where no token does.
 */
export function wordVectors(
  words: readonly Word[],
  spans: readonly (readonly [start: number, end: number])[],
  states: ArrayLike<number>,
): WordVectors {
  const width = states.length / spans.length;
  return words.map(({ start, text }) => {
    const touching = spans.flatMap(([from, to], token) =>
      from < start + text.length && to > start ? [token * width] : [],
    );
    return Float32Array.from({ length: width }, (_, d) =>
      touching.length === 0 ? 0 : touching.reduce((sum, row) => sum + states[row + d]!, 0) / touching.length,
    );
  });
}
