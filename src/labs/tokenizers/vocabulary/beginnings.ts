import { heldOut, type WrittenLanguage } from "./held-out";

const most = 3;

/** The first half of a held-out sentence of each of the first three languages. */
export function beginningsOf<Written extends WrittenLanguage>(
  languages: readonly Written[],
): readonly { readonly language: Written; readonly prompt: string }[] {
  return languages.slice(0, most).map((language) => ({ language, prompt: beginningOf(heldOut(language)[0] ?? "") }));
}

/** The first half of a sentence, in words; in characters where it has no spaces. */
function beginningOf(sentence: string): string {
  const separator = sentence.includes(" ") ? " " : "";
  const parts = sentence.split(separator);
  return parts.slice(0, Math.ceil(parts.length / 2)).join(separator);
}
