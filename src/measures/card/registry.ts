import type { CardMeasure } from "./card-measure";
import { adherenceOfCard } from "./measures/adherence";
import { alignmentDistance } from "./measures/alignment-distance";
import { arithmetic } from "./measures/arithmetic";
import { bitsPerByteOfCard } from "./measures/bits-per-byte";
import { distinctBigrams, lexicalDiversity, selfSimilarity } from "./measures/diversity";
import { instructionsKept } from "./measures/instructions";
import { languageRanker } from "./measures/language-ranker";
import { lexiconInduction } from "./measures/lexicon-induction";
import { membership, recitation } from "./measures/memory";
import { mexa } from "./measures/mexa";
import { minimalPairs } from "./measures/minimal-pairs";
import { mixing } from "./measures/mixing";
import { offTarget } from "./measures/off-target";
import { retrieval } from "./measures/retrieval";
import { separability } from "./measures/separability";
import { symbols } from "./measures/symbols";
import { translation } from "./measures/translation";

/** Every measure of the card, in the order in which it is shown. A new measure is a file and a line here. */
export const cardMeasures: readonly CardMeasure[] = [
  bitsPerByteOfCard,
  minimalPairs,
  mexa,
  languageRanker,
  retrieval,
  alignmentDistance,
  separability,
  lexiconInduction,
  adherenceOfCard,
  mixing,
  offTarget,
  instructionsKept,
  distinctBigrams,
  lexicalDiversity,
  selfSimilarity,
  arithmetic,
  symbols,
  translation,
  recitation,
  membership,
];

/** The measures of some ids, in the order of the card. */
export function measuresOf(ids: readonly string[]): readonly CardMeasure[] {
  return cardMeasures.filter(({ id }) => ids.includes(id));
}
