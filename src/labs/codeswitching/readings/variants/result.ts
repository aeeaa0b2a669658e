import type { LanguageCode } from "../../../../codeswitch/language";
import type { Variant, Variants } from "../../../../codeswitch/variants";

export interface FourWays {
  readonly languages: readonly [LanguageCode, LanguageCode];
  readonly texts: Variants;
  /** True where no translation was at hand and the lexicon's words stand in its place. */
  readonly isGloss: boolean;
}

/** How one model holds the variants. */
export interface VariantsBy {
  readonly checkpoint: string;
  readonly layers: readonly {
    /** Mean cosine [4][4] of the variants of one sentence, in the order of `variantNames`. */
    readonly cosines: readonly (readonly number[])[];
    /** Mean cosine of the native texts of different sentences: what says nothing. Null where there is one only. */
    readonly unrelated: number | null;
  }[];
  /** Of all sentences. */
  readonly tokens: Readonly<Record<Variant, number>>;
}

export interface VariantsResult {
  readonly reading: "variants";
  readonly seed: number;
  readonly sentences: readonly FourWays[];
  readonly words: Readonly<Record<Variant, number>>;
  readonly models: readonly VariantsBy[];
}
