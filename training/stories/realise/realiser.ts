import type { SentencePlan } from "../plan";
import type { Language } from "../script";
import type { Orthography, Word } from "./word";

/** From a planned sentence to one language's words. Pure: equal plans give equal words. */
export interface Realiser {
  readonly language: Language;
  readonly orthography: Orthography;
  /** Words in order with signs; capitals at beginnings are set by `sentenceOf`, not here. */
  readonly words: (plan: SentencePlan) => Word[];
}
