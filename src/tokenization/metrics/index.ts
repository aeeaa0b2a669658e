import { bytesPerToken, charactersPerToken } from "./compression";
import { continuedWords } from "./continued-words";
import { fertilityInContext, fertilityIsolated } from "./fertility";
import { fragmentShare, unknownShare } from "./fragments";
import { codeLength, percentileFrequency } from "./frequency";
import { costGini } from "./gini";
import { graphemeBreaks } from "./grapheme-breaks";
import type { Metric } from "./metric";
import { parityMacro, parityMicro } from "./parity";
import { renyiEfficiency, shannonEfficiency } from "./renyi";
import { singleTokenWordsBare, singleTokenWordsSpaced } from "./single-token-words";
import { typeTokenRatio, vocabularyUse } from "./vocabulary-use";

/** Every metric of the lab, in the order in which scorecards show them. */
export const metrics = [
  parityMicro,
  parityMacro,
  fertilityInContext,
  fertilityIsolated,
  continuedWords,
  singleTokenWordsSpaced,
  singleTokenWordsBare,
  bytesPerToken,
  charactersPerToken,
  graphemeBreaks,
  fragmentShare,
  unknownShare,
  renyiEfficiency,
  shannonEfficiency,
  percentileFrequency,
  codeLength,
  vocabularyUse,
  typeTokenRatio,
  costGini,
] as const satisfies readonly Metric[];
