import type { LanguageCode } from "../../../codeswitch/language";
import type { PlacedSpan } from "../../../codeswitch/model/plan";
import type { Engine, Model } from "../../../engine/engine";
import { fail, ok, type Result, unwrap } from "../../../result";
import { directionMethods } from "../../../steering/directions/registry";
import type { Intervention } from "../../../steering/intervention";
import { analyseLayers, type LayerAnalysis } from "../../../steering/layers";
import { steerOnSchedule } from "../../../steering/schedule";
import { proposeLayer, splitTexts } from "../../../steering/separation";

const heldOutShare = 0.25;

/** A direction a layer for each language of a plan, and the layer at which held-out sentences are told apart best. */
export interface PlanDirections {
  readonly byLanguage: ReadonlyMap<LanguageCode, readonly LayerAnalysis[]>;
  readonly proposedLayer: number;
}

/**
 * Mean differences between each language's sentences and those of the plan's other languages, from the parallel set. Problem:
 * `input-invalid` for a language that the set lacks. Throws what the engine throws.
 */
export async function planDirections(
  engine: Engine,
  model: Model,
  languages: readonly LanguageCode[],
  {
    seed,
    signal,
    onProgress,
  }: { seed: number; signal: AbortSignal; onProgress: (done: number, total: number) => void },
): Promise<Result<PlanDirections>> {
  const { parallelSentences } = await import("../../../data/parallel");
  const parallel = parallelSentences as Readonly<Record<string, readonly string[]>>;
  const missing = languages.find((language) => parallel[language] === undefined);
  if (missing !== undefined) {
    return fail({
      code: "input-invalid",
      what: `The parallel sentences have no language “${missing}”, so there is no direction towards it.`,
      remedy: `Plan with ${Object.keys(parallel).join(", ")}.`,
      facts: { language: missing },
    });
  }
  const texts = languages.flatMap((language) => parallel[language]!);
  const activations = await engine.captureResidual(model, texts, {
    position: "mean",
    signal,
    onProgress: (done) => onProgress(done, texts.length),
  });
  const each = texts.length / languages.length;
  const byLanguage = new Map<LanguageCode, readonly LayerAnalysis[]>();
  for (const [index, language] of languages.entries()) {
    const own = activations.slice(index * each, (index + 1) * each);
    const others = [...activations.slice(0, index * each), ...activations.slice((index + 1) * each)];
    const split = {
      positive: splitTexts(own.length, heldOutShare, seed),
      negative: splitTexts(others.length, heldOutShare, seed),
    };
    const analyses = analyseLayers(own, others, split, directionMethods["mean-difference"], seed);
    if (!analyses.ok) return analyses;
    byLanguage.set(language, analyses.value);
  }
  const embedded = byLanguage.get(languages[1]!)!;
  return ok({ byLanguage, proposedLayer: proposeLayer(embedded.map(({ separation }) => separation)) });
}

/** The interventions that follow the plan at one layer. */
export function interventionsOf(
  { byLanguage }: PlanDirections,
  spans: readonly PlacedSpan[],
  layer: number,
  strength: number,
): readonly Intervention[] {
  const schedule = spans.map(({ language, from, to }) => ({ vector: byLanguage.get(language)![layer]!, from, to }));
  return unwrap(steerOnSchedule(schedule, strength));
}
