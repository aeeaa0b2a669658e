import type { Upos } from "../realise/word";
import type { Fixed } from "./dictionary";

export interface FixedWord {
  readonly form: string;
  readonly upos: Upos;
}

/** The words of a fixed expression; those without a part of speech have the given one. */
export function fixedWords(fixed: Fixed, otherwise: Upos): FixedWord[] {
  return fixed.split(" ").map((part) => {
    const [form = "", upos] = part.split("/");
    return { form, upos: (upos as Upos | undefined) ?? otherwise };
  });
}
