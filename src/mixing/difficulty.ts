/** How likely a text is to be at the level wanted. */
export interface DifficultyModel {
  /** P(level | text of the ids), above 0 and at most 1. */
  probability(ids: readonly number[]): number;
}

/** Words with their level, 1 the easiest. In lower case. */
export type GradedWords = ReadonlyMap<string, number>;

const words = /[\p{L}\p{M}]+/gu;

/** A logistic model on the share of words, among those in the list, that are above the level: half at `tolerated`. */
export function gradedDifficulty(
  list: GradedWords,
  level: number,
  textOf: (ids: readonly number[]) => string,
  { slope = 10, tolerated = 0.1 } = {},
): DifficultyModel {
  return {
    probability(ids) {
      const { above, listed } = countLevels(textOf(ids), list, level);
      const share = listed === 0 ? 0 : above / listed;
      return 1 / (1 + Math.exp(slope * (share - tolerated)));
    },
  };
}

/** Token miss rate: of the words in any list, the share above the level. Undefined where a quarter of the words or fewer is listed. */
export function tokenMissRate(text: string, list: GradedWords, level: number): number | undefined {
  const { above, listed, all } = countLevels(text, list, level);
  return listed <= all / 4 ? undefined : above / listed;
}

function countLevels(text: string, list: GradedWords, level: number) {
  const levels = (text.match(words) ?? []).map((word) => list.get(word.toLowerCase()));
  const listed = levels.filter((found) => found !== undefined);
  return { all: levels.length, listed: listed.length, above: listed.filter((found) => found > level).length };
}
