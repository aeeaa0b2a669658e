import type { Reason } from "../reasons";
import type { SwitchedWord, SwitchPoint } from "../sentence";

/**
 * The places where the language changes, each with the reason of the word put in: the later of the two, or else the
 * earlier. Words of no language are passed over.
 */
export function switchesOf(
  words: readonly SwitchedWord[],
  reasonOf: (index: number) => Reason | undefined,
): readonly SwitchPoint[] {
  const switches: SwitchPoint[] = [];
  let last: number | undefined;
  for (const [index, { language }] of words.entries()) {
    if (language === null) continue;
    if (last !== undefined && words[last]!.language !== language) {
      switches.push({ after: index - 1, reason: (reasonOf(index) ?? reasonOf(last))! });
    }
    last = index;
  }
  return switches;
}
