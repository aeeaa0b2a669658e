import type { Encoder } from "../../../tokenization/encoder";
import { heldOut, type WrittenLanguage } from "./held-out";
import type { Coverage, ScriptCoverage } from "./result";

/** The share of a text's tokens that the most frequent n are, for n in even steps of a logarithm. */
export function coverageOf(counts: readonly (readonly [number, number])[]): readonly Coverage[] {
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const points: Coverage[] = [];
  let [sum, next] = [0, 1];
  for (const [at, [, count]] of counts.entries()) {
    sum += count;
    if (at + 1 < next && at + 1 < counts.length) continue;
    points.push({ tokens: at + 1, share: sum / total });
    next = Math.ceil((at + 1) * 1.4);
  }
  return points;
}

/** Of each language's held-out sentences: the shares of their old tokens that two ways of trimming keep. */
export function scriptCoverageOf(
  encoder: Encoder,
  languages: readonly WrittenLanguage[],
  byScript: readonly number[],
  byUse: readonly number[],
): readonly ScriptCoverage[] {
  const [scripted, used] = [new Set(byScript), new Set(byUse)];
  return [...new Set(languages)].map((language) => {
    const ids = heldOut(language).flatMap((line) => encoder.encode(line).map(({ id }) => id));
    const share = (kept: ReadonlySet<number>) => ids.filter((id) => kept.has(id)).length / ids.length;
    return { language, byScript: share(scripted), byUse: share(used) };
  });
}
