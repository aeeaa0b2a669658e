import { romaniseHindiText } from "../tokenization/romanise/spellings";
import { romanise } from "../tokenization/romanise/romanise";
import type { Replacer } from "./dictionary/replacer";
import { generateFromLexicon } from "./generate/lexicon";
import type { Sentence } from "./sentence";

/** What MuRIL trains on (Khanuja et al. 2021): a text, its transliteration, its translation; and here the mix of text and translation. */
export const variantNames = ["native", "romanised", "translated", "mixed"] as const;
export type Variant = (typeof variantNames)[number];

/** A sentence four ways. */
export type Variants = Readonly<Record<Variant, string>>;

/** A text in Latin letters: Hindi as people type it, other scripts by the tables; Latin letters stay. */
export function inLatinLetters(text: string): string {
  return romanise(romaniseHindiText(text));
}

/** Every word with an entry replaced, in the form that its phrase asks for: a gloss, not a translation. The sentence itself without an entry. */
export function glossed(sentence: Sentence, replacer: Replacer): string {
  const made = generateFromLexicon(sentence, [replacer], { ratio: 1, seed: 0 });
  return made.ok ? made.value.sentence.text : sentence.text;
}

/** A pair of texts that say the same, as training data for a model that is to take them for one. */
export interface VariantPair {
  readonly kind: "transliteration" | "translation" | "mix";
  readonly first: string;
  readonly second: string;
}

/** The native text with each of its variants that differs from it. */
export function pairsOf({ native, romanised, translated, mixed }: Variants): readonly VariantPair[] {
  const pairs: readonly VariantPair[] = [
    { kind: "transliteration", first: native, second: romanised },
    { kind: "translation", first: native, second: translated },
    { kind: "mix", first: native, second: mixed },
  ];
  return pairs.filter(({ first, second }) => first !== second);
}
