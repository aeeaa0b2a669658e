import type { Mixer } from "./mixer";
import { average } from "./mixers/average";
import { bagOfWords } from "./mixers/bag-of-words";
import { classifierFree } from "./mixers/classifier-free";
import { deferral } from "./mixers/deferral";
import { difficultyControl } from "./mixers/difficulty";
import { emulatedFineTuning } from "./mixers/emulated-fine-tuning";
import { entropyAware } from "./mixers/entropy-aware";
import { expertGuidance } from "./mixers/expert-guidance";
import { genericLabels } from "./mixers/generic-labels";
import { learnedDeferral } from "./mixers/learned-deferral";
import { logitDifference } from "./mixers/logit-difference";
import { posteriorMixture } from "./mixers/posterior-mixture";
import { vocabularyFilter } from "./mixers/vocabulary-filter";
import { weightedFusion } from "./mixers/weighted-fusion";

/** Every mixer in the order in which panels list them. */
export const mixers: readonly Mixer[] = [
  emulatedFineTuning,
  expertGuidance,
  classifierFree,
  posteriorMixture,
  weightedFusion,
  average,
  deferral,
  learnedDeferral,
  logitDifference,
  genericLabels,
  vocabularyFilter,
  difficultyControl,
  bagOfWords,
  entropyAware,
];
