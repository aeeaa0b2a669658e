import type { LanguageCode } from "../language";
import { countLanguages, countSwitches } from "./counts";
import type { Metric, TaggedWord } from "./metric";
import { sum } from "../../vectors";

/** The 2014 index and the switches, half and half (equation 11): ABAB is more mixed than AABB. */
export const cmi2016: Metric = {
  id: "cmi-2016",
  name: "CMI with switches",
  ends: "0: one language only; towards 75: two languages that take turns word by word.",
  formula: "100 · (N − max w + P) / (2N), 0 when N = 0",
  reference: "Gambäck and Das 2016, equation 11",
  range: [0, 100],
  measure(words) {
    const counts = [...countLanguages(words).values()];
    const total = sum(counts);
    return total === 0 ? 0 : (100 * (total - Math.max(...counts) + countSwitches(words))) / (2 * total);
  },
};

/**
 * The index of a corpus (Gambäck and Das 2016, equation 12): the mean of the utterances' indices, plus a half for every
 * utterance whose main language differs from the one before, plus 5/6 of the share of mixed utterances. In percent.
 */
export function corpusCmi(utterances: readonly (readonly TaggedWord[])[]): number {
  let sum = 0;
  let mixed = 0;
  let changes = 0;
  let previous: LanguageCode | undefined;
  for (const words of utterances) {
    sum += cmi2016.measure(words) ?? 0;
    const counts = countLanguages(words);
    mixed += Number(counts.size > 1);
    const main = mainLanguage(counts);
    changes += Number(previous !== undefined && main !== undefined && main !== previous);
    previous = main ?? previous;
  }
  const size = utterances.length;
  return size === 0 ? 0 : combineCorpusCmi(sum / size, (100 * mixed) / size, (100 * changes) / size);
}

/** Equation 12 from its parts, all in percent: mean index, share of mixed utterances, share of changes of main language. */
export function combineCorpusCmi(mean: number, mixedShare: number, changeShare = 0): number {
  return mean + changeShare / 2 + (5 / 6) * mixedShare;
}

function mainLanguage(counts: ReadonlyMap<LanguageCode, number>): LanguageCode | undefined {
  let main: LanguageCode | undefined;
  for (const [language, count] of counts) if (main === undefined || count > counts.get(main)!) main = language;
  return main;
}
