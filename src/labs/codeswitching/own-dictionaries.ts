import { createStore } from "zustand/vanilla";
import { type MuseDictionary, parseMuse } from "../../codeswitch/dictionary/muse";
import type { LanguageCode } from "../../codeswitch/language";
import { fail, ok, type Result } from "../../result";

/** Dictionaries that the user brought, by id, for as long as the page lives. Links carry only their ids. */
export const ownDictionaries = createStore<ReadonlyMap<string, MuseDictionary>>()(() => new Map());

/** A million entries take about 25 MB. */
const largestFile = 60_000_000;

/** Reads a dictionary in MUSE's format, from words of `language`, and keeps it under an id of its name and length. */
export async function addOwnDictionary(file: File, language: LanguageCode): Promise<Result<string>> {
  if (file.size > largestFile) {
    return fail({
      code: "input-invalid",
      what: `The dictionary ${file.name} has ${Math.round(file.size / 1e6)} MB; the lab reads up to ${largestFile / 1e6}.`,
      remedy: "Leave out rare words, or keep one translation a word.",
      facts: { bytes: file.size },
    });
  }
  const dictionary = parseMuse(await file.text(), language);
  if (!dictionary.ok) return dictionary;
  const id = `own:${file.name.replace(/[^\w.-]/g, "_").slice(-60)}-${file.size}`;
  ownDictionaries.setState((known) => new Map([...known, [id, dictionary.value]]), true);
  return ok(id);
}
