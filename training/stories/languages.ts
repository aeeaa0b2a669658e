import { english as englishChecker } from "./check/english";
import type { Checker } from "./check/checker";
import { german as germanChecker } from "./check/german";
import { english } from "./realise/english";
import { german } from "./realise/german";
import { hindi as hindiChecker } from "./check/hindi";
import { hindi } from "./realise/hindi";
import type { Realiser } from "./realise/realiser";
import { spanish as spanishChecker } from "./check/spanish";
import { spanish } from "./realise/spanish";
import { turkish } from "./realise/turkish";
import { turkish as turkishChecker } from "./check/turkish";
import type { Language } from "./script";

/** Every language that stories are written in. A new language is one more line here and one below. */
export const realisers: Partial<Readonly<Record<Language, Realiser>>> = {
  en: english,
  de: german,
  es: spanish,
  hi: hindi,
  tr: turkish,
};

export const checkers: Partial<Readonly<Record<Language, Checker>>> = {
  en: englishChecker,
  de: germanChecker,
  es: spanishChecker,
  hi: hindiChecker,
  tr: turkishChecker,
};
