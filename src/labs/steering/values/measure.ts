import type { Engine, Model } from "../../../engine/engine";
import { bootstrap } from "../../../measures/statistics/bootstrap";
import { seededRandom } from "../../../random";
import type { Intervention } from "../../../steering/intervention";
import { mean, sum } from "../../../vectors";
import type { LanguageEffect } from "./result";

/** Held-out texts of both kinds in one language; as many of each. */
export interface TwoKinds {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Bits per byte of every text, language by language, those of `from` before those of `to`. */
export type Costs = readonly (readonly number[])[];

/** Scores the texts of all languages with the interventions. */
export async function costsOf(
  engine: Engine,
  model: Model,
  languages: readonly TwoKinds[],
  interventions: readonly Intervention[],
  signal: AbortSignal,
): Promise<Costs> {
  const texts = languages.map(({ from, to }) => [...from, ...to]);
  const scores = await engine.scoreAll(model, texts.flat(), { interventions, signal });
  const costs = scores.map(({ bitsPerByte }) => bitsPerByte);
  return texts.map((own, language) => {
    const before = sum(texts.slice(0, language).map(({ length }) => length));
    return costs.slice(before, before + own.length);
  });
}

/**
 * What an edit did in one language: with c the change of a text's bits per byte, the shift is the mean of c(from i) - c(to i) over
 * pairs i, and what is paid is the mean of c over all.
 */
export function effectOf(before: readonly number[], after: readonly number[], seed: number): LanguageEffect {
  const changes = after.map((bits, text) => bits - before[text]!);
  const half = changes.length / 2;
  const pairs = changes.slice(0, half).map((change, i) => change - changes[half + i]!);
  return { shift: bootstrap(pairs, seededRandom(seed)), paid: mean(changes) };
}
