import { fail, ok, type Result } from "../../result";
import { buckets, featuresOf } from "./features";

/** Languages in Latin letters that the table tells apart; `hi-Latn` is romanised Hindi. */
export const latinLanguages = ["en", "de", "es", "tr", "hi-Latn"] as const;
export type LatinLanguage = (typeof latinLanguages)[number];

/** What the file says before its weights. */
export interface ModelHeader {
  readonly languages: readonly string[];
  /** A weight is its stored byte times this. */
  readonly step: number;
  /** Probability that the next word is in the same language, fitted on mixed text. */
  readonly stay: number;
}

/** A trained table: one weight a bucket and language. */
export interface WordLanguageModel {
  readonly stay: number;
  /** Logits of a word in the order of `latinLanguages`: the mean weight of its n-grams times √n, and that of the word itself. */
  logits(word: string): readonly number[];
}

/** A header of one line in JSON, then int8 weights [buckets, languages]. Problem: `input-invalid` for any other file. */
export function readModel(file: ArrayBuffer): Result<WordLanguageModel> {
  const bytes = new Uint8Array(file);
  const end = bytes.indexOf(10);
  let header: ModelHeader;
  try {
    header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, Math.max(0, end)))) as ModelHeader;
  } catch {
    return fail(notAModel(bytes.length));
  }
  const width = latinLanguages.length;
  const known = header.languages?.join() === latinLanguages.join();
  if (!known || bytes.length !== end + 1 + buckets * width) return fail(notAModel(bytes.length));
  const weights = new Int8Array(file, end + 1);
  return ok({
    stay: header.stay,
    logits: (word) => logitsOf(word, (row, language) => weights[row * width + language]! * header.step),
  });
}

/** Logits from a weight for each bucket and language. */
export function logitsOf(word: string, weight: (row: number, language: number) => number): readonly number[] {
  const { grams, whole } = featuresOf(word);
  const scale = 1 / Math.sqrt(grams.length);
  return latinLanguages.map((_, language) => {
    let sum = 0;
    for (const row of grams) sum += weight(row, language);
    return sum * scale + weight(whole, language);
  });
}

function notAModel(bytes: number) {
  return {
    code: "input-invalid",
    what: "The file with the languages of words is damaged or of another version.",
    remedy: "Reload the page; if it stays, the site was not copied whole: data/word-languages.bin is missing or cut.",
    facts: { bytes },
  } as const;
}
