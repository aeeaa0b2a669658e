/** A sentence and its translation. */
export type Example = readonly [sentence: string, translation: string];

/**
 * What a model goes on from to translate a sentence: examples, then the sentence, each on a line with its translation on the next. Lines
 * bear their languages' names where these are given. An unmixed sentence has the prompt of plain translation.
 */
export function translationPrompt(
  sentence: string,
  examples: readonly Example[],
  names?: readonly [from: string, into: string],
): string {
  const [from, into] = names === undefined ? ["", ""] : names.map((name) => `${name}: `);
  const shown = examples.map(([source, target]) => `${from}${source}\n${into}${target}\n`).join("");
  return `${shown}${from}${sentence}\n${into}`.trimEnd() + (into === "" ? "\n" : "");
}
