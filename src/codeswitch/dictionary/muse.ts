import type { Result } from "../../result";
import { fail, ok } from "../../result";
import type { LanguageCode } from "../language";
import type { Sentence } from "../sentence";
import type { Replacer } from "./replacer";

export interface MuseDictionary {
  /** Translations of a word in its language's small letters, in the file's order. */
  readonly entries: ReadonlyMap<string, readonly string[]>;
  /** Rows read. */
  readonly rows: number;
  /** Rows that are not two words, and the numbers of the first five of them, from 1. */
  readonly ragged: number;
  readonly raggedLines: readonly number[];
}

const gap = /\s/u;

/**
 * A bilingual dictionary in MUSE's format: a word and a translation a line, parted by a space or a tab (Conneau et al.
 * 2018). `language` is the words'. Other rows are left out and counted; `input-invalid` where no row can be read.
 */
export function parseMuse(text: string, language: LanguageCode): Result<MuseDictionary> {
  const entries = new Map<string, string[]>();
  const raggedLines: number[] = [];
  let rows = 0;
  let ragged = 0;
  let line = 0;
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf("\n", start);
    const row = text.slice(start, end < 0 ? text.length : end).trim();
    start = end < 0 ? text.length : end + 1;
    line += 1;
    if (row === "") continue;
    const cut = row.search(gap);
    const translation = row.slice(cut).trimStart();
    if (cut < 0 || gap.test(translation)) {
      ragged += 1;
      if (raggedLines.length < 5) raggedLines.push(line);
      continue;
    }
    rows += 1;
    const key = row.slice(0, cut).toLocaleLowerCase(language);
    const known = entries.get(key);
    if (known === undefined) entries.set(key, [translation]);
    else if (!known.includes(translation)) known.push(translation);
  }
  if (rows > 0) return ok({ entries, rows, ragged, raggedLines });
  return fail({
    code: "input-invalid",
    what:
      ragged === 0
        ? "The dictionary is empty."
        : `None of the dictionary's ${ragged} rows is a word and its translation; the first that is not is line ${raggedLines[0]}.`,
    remedy: "Give a file with one pair a line, such as “dog perro”, parted by a space or a tab.",
    facts: { rows, ragged },
  });
}

/** Words replaced by any of their translations as they stand in the file: no inflection, no part of speech (CoSDA-ML). */
export function museReplacer(dictionary: MuseDictionary, language: LanguageCode): Replacer {
  const translationsOf = (sentence: Sentence, index: number) =>
    dictionary.entries.get(sentence.words[index]!.text.toLocaleLowerCase(sentence.language));
  return {
    language,
    candidates: (sentence) =>
      sentence.words.flatMap((_, index) => (translationsOf(sentence, index) === undefined ? [] : [{ index }])),
    replace: (sentence, chosen, random) =>
      chosen.map((index) => {
        const translations = translationsOf(sentence, index)!;
        return { place: index, index, text: translations[Math.floor(random() * translations.length)]! };
      }),
  };
}
