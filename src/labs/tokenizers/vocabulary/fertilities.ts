import type { Encoder } from "../../../tokenization/encoder";
import { fertilityInContext, fertilityIsolated } from "../../../tokenization/metrics/fertility";
import { type Sample, sampleOf, tokenCount } from "../../../tokenization/metrics/metric";
import { heldOut, type WrittenLanguage } from "./held-out";
import type { Fertility } from "./result";

/** Tokens a word on the forty held-out sentences, before and after. */
export function fertilities(
  languages: readonly WrittenLanguage[],
  before: Encoder,
  after: Encoder,
): readonly Fertility[] {
  return [...new Set(languages)].map((language) => {
    const lines = heldOut(language);
    const samples = [before, after].map((encoder) => sampleOf(encoder, lines, language)) as [Sample, Sample];
    const [old, made] = samples.map(
      (sample) => fertilityInContext.compute(sample) ?? fertilityIsolated.compute(sample),
    );
    const changed = samples[0].lines.filter(({ tokens }, at) => {
      const others = samples[1].lines[at]!.tokens;
      return tokens.length !== others.length || tokens.some(({ bytes }, i) => bytes[1] !== others[i]!.bytes[1]);
    }).length;
    return {
      language,
      before: old ?? null,
      after: made ?? null,
      tokensBefore: tokenCount(samples[0]),
      tokensAfter: tokenCount(samples[1]),
      changed,
      sentences: lines.length,
    };
  });
}
