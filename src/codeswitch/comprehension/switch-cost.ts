import { bootstrap, type Estimate } from "../../measures/statistics/bootstrap";
import type { Random } from "../../random";
import type { LanguageCode } from "../language";

/** A word of a mixed sentence, read by a model. */
export interface ReadWord {
  readonly bits: number;
  /** Whether the language changes right before it. */
  readonly switched: boolean;
  /** Of the same word where it stands in its own language's sentence; null where there is none or nothing stands before it. */
  readonly plain: number | null;
}

export interface SwitchCost {
  readonly words: number;
  /** Mean bits a word with its 95 % interval (percentile bootstrap); null where there is no word. */
  readonly bits: Estimate | null;
  /** Perplexity a word, 2 to the mean bits. */
  readonly perplexity: number | null;
  /** Mean bits more than the same word takes in its own language's sentence, over the words that have one. */
  readonly cost: Estimate | null;
}

/** By word, whether its language is another than that of the nearest word before it that has one. */
export function afterSwitches(words: readonly { readonly language: LanguageCode | null }[]): readonly boolean[] {
  let before: LanguageCode | null = null;
  return words.map(({ language }) => {
    const switched = language !== null && before !== null && language !== before;
    before = language ?? before;
    return switched;
  });
}

/** What words cost right after a switch and elsewhere. The two groups part the words. */
export function switchCost(
  words: readonly ReadWord[],
  random: Random,
): { readonly switched: SwitchCost; readonly elsewhere: SwitchCost } {
  const costOf = (some: readonly ReadWord[]): SwitchCost => {
    const bits = mean(
      some.map((word) => word.bits),
      random,
    );
    return {
      words: some.length,
      bits,
      perplexity: bits === null ? null : 2 ** bits.value,
      cost: mean(
        some.flatMap((word) => (word.plain === null ? [] : [word.bits - word.plain])),
        random,
      ),
    };
  };
  return {
    switched: costOf(words.filter(({ switched }) => switched)),
    elsewhere: costOf(words.filter(({ switched }) => !switched)),
  };
}

function mean(values: readonly number[], random: Random): Estimate | null {
  return values.length === 0 ? null : bootstrap(values, random);
}
