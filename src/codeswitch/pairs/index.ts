import { germanSpanish } from "./de-es";
import { englishGerman } from "./en-de";
import { englishSpanish } from "./en-es";
import { englishHindi } from "./en-hi";
import { englishTurkish } from "./en-tr";
import { hindiTurkish } from "./hi-tr";
import type { SentencePair } from "./pair";

/** All sentence pairs that ship with the lab. */
export const sentencePairs: readonly SentencePair[] = [
  ...englishSpanish,
  ...englishGerman,
  ...englishHindi,
  ...englishTurkish,
  ...germanSpanish,
  ...hindiTurkish,
];
