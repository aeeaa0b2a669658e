/** A sentence and its translation. */
export type Example = readonly [sentence: string, translation: string];

/**
 * What a model is given to translate a sentence: the examples, then the sentence, each on a line with its language's name, and the
 * other language's name on the next, where the model goes on. An unmixed sentence has the prompt of plain translation.
 */
export function translationPrompt(
  sentence: string,
  [from, into]: readonly [from: string, into: string],
  examples: readonly Example[],
): string {
  const shown = examples.map(([source, target]) => `${from}: ${source}\n${into}: ${target}\n`).join("");
  return `${shown}${from}: ${sentence}\n${into}:`;
}
