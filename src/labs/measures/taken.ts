import { sha256OfEmbedded } from "../../checkpoints/embedded";
import { canonicalJson } from "../../experiments/delta";
import type { Recording } from "../../experiments/experiment";
import type { Document, Variant } from "../../experiments/documents/measures";
import { measuresOf } from "../../measures/card/registry";
import { checkpointsOf } from "../../merging/recipe";
import type { Recorded } from "../lab";
import type { MeasuredVariant, MeasuresResult, Surprisals, VariantReadings } from "./result";
import { type Contestant, contestantsOf } from "./variants";

/** What a recording has of a contestant: the readings of chosen measures with their items, answers and surprisals. */
export interface TakenOver extends Omit<VariantReadings, "variant"> {
  readonly taken: NonNullable<VariantReadings["taken"]>;
  readonly sets: MeasuresResult["sets"];
  readonly surprisals: readonly Surprisals[];
  /** Null where nothing is taken over. */
  readonly measured: MeasuredVariant | null;
}

const nothing: TakenOver = { readings: [], answers: {}, taken: {}, sets: {}, surprisals: [], measured: null };

/**
 * What need not be measured of a contestant: what was recorded of the same variant, with the same weights by their sha256, on the same
 * items, with the same seed and intervals, on the backend that a run would use. Numbers of two backends are never set beside
 * each other: what differs in the last digits could pass for a change.
 */
export function takenOver(contestant: Contestant, document: Document, recorded: Recorded | undefined): TakenOver {
  const wanted = measuresOf(document.measures).map(({ id }) => id);
  let found = nothing;
  for (const recording of (recorded?.recordings ?? []) as readonly Recording<Document, MeasuresResult>[]) {
    if (recording.recorded.backend !== recorded?.backend) continue;
    const missing = wanted.filter((measure) => !Object.hasOwn(found.taken, measure));
    found = joined(found, partOf(recording, contestant, document, missing));
  }
  return found;
}

function joined(one: TakenOver, other: TakenOver): TakenOver {
  return {
    readings: [...one.readings, ...other.readings],
    answers: { ...one.answers, ...other.answers },
    taken: { ...one.taken, ...other.taken },
    sets: { ...one.sets, ...other.sets },
    surprisals: [...one.surprisals, ...other.surprisals],
    measured: one.measured ?? other.measured,
  };
}

function partOf(
  { document: before, result, recorded }: Recording<Document, MeasuresResult>,
  contestant: Contestant,
  document: Document,
  measures: readonly string[],
): TakenOver {
  const same = asMeasured(before) === asMeasured(document) && haveWeights(contestant.variant, recorded.checkpoints);
  const { id, title, detail, control } = contestant;
  const own = same ? contestantsOf(before).find((other) => identityOf(other) === identityOf(contestant)) : undefined;
  const found = result.readings.find(({ variant }) => variant === own?.id);
  const measured = result.variants.find((variant) => variant.id === own?.id);
  const readings = found?.readings.filter(({ measure }) => measures.includes(measure)) ?? [];
  if (!found || !measured || readings.length === 0) return nothing;
  const sets = new Set(readings.map(({ set }) => set));
  const ofSets = <T>(all: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(all).filter(([set]) => sets.has(set)));
  const { on, backend, checkpoints } = recorded;
  const from = { on, backend, checkpoints: pick(checkpoints, modelsOf(contestant.variant)) };
  return {
    readings,
    answers: ofSets(found.answers),
    taken: Object.fromEntries(readings.map(({ measure }) => [measure, from])),
    sets: ofSets(result.sets),
    surprisals: readings.some(({ measure }) => measure === "bits-per-byte")
      ? result.surprisals.flatMap((one) => (one.variant === measured.id ? [{ ...one, variant: id }] : []))
      : [],
    measured: { ...measured, id, title, detail, control, seconds: 0 },
  };
}

/** All that numbers depend on but for the variant and the measure. Where one is steered, other beginnings are asked for. */
function asMeasured(document: Document): string {
  const { languages, sentences, written, interval, seed, parallel, problems, memorised, variants } = document;
  const steered = variants.some(({ kind }) => kind === "steering");
  return canonicalJson([languages, sentences, written, interval, seed, parallel, problems, memorised, steered]);
}

/** Equal where two contestants are but for their names. */
export function identityOf({ variant, control }: Pick<Contestant, "variant" | "control">): string {
  return canonicalJson([{ ...variant, name: "" }, control]);
}

function modelsOf(variant: Variant): readonly string[] {
  return variant.kind === "merge" ? checkpointsOf(variant.recipe) : [variant.model];
}

/** Whether a recording was made with the embedded weights that are here now. */
function haveWeights(variant: Variant, checkpoints: Readonly<Record<string, string>>): boolean {
  return modelsOf(variant).every((model) => {
    const here = sha256OfEmbedded(model);
    return here !== undefined && here === checkpoints[model];
  });
}

function pick(all: Readonly<Record<string, string>>, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])));
}
