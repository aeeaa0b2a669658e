import { loadIdentifier } from "../../codeswitch/identify";
import type { Document } from "../../experiments/documents/measures";
import type { CardMeasure, Facet } from "../../measures/card/card-measure";
import { type AnswerCache, collect } from "../../measures/card/collect";
import type { CardItems } from "../../measures/card/items";
import { costOf, joinNeeds, type Materials } from "../../measures/card/needs";
import { readingOf } from "../../measures/card/reading";
import { measuresOf } from "../../measures/card/registry";
import { LabError, unwrap } from "../../result";
import type { RunTools } from "../lab";
import { subjectOf } from "../subject";
import { prepareItems } from "./items";
import { answers, noteSubject } from "./known";
import { notePace } from "./pace";
import type { MeasuresResult, Surprisals, VariantReadings } from "./result";
import { openContestant } from "./open-contestant";
import { takenOver } from "./taken";
import { type Contestant, contestantsOf } from "./variants";

/** Sentences a language that are shown token by token. */
const shownSentences = 4;

/**
 * Takes every chosen measure of one variant after the other; yields after each. What came recorded is taken over, and only what
 * is left is measured.
 */
export async function* run(
  document: Document,
  tools: RunTools,
  cache: AnswerCache = answers,
): AsyncGenerator<MeasuresResult, void> {
  const { engine, signal, onProgress, recorded } = tools;
  const measures = measuresOf(document.measures);
  if (measures.length === 0) {
    throw new LabError({
      code: "input-invalid",
      what: "No measure is chosen.",
      remedy: "Choose at least one under “Measures”.",
    });
  }
  const { items, warnings } = unwrap(await prepareItems(document));
  const contestants = contestantsOf(document);
  let result: MeasuresResult = { variants: [], sets: {}, readings: [], surprisals: [], warnings };

  for (const [index, contestant] of contestants.entries()) {
    const steps = contestants.length * measures.length;
    const base = index * measures.length;
    const before = takenOver(contestant, document, recorded);
    let own: VariantReadings = { variant: contestant.id, readings: before.readings, answers: before.answers };
    if (before.measured) {
      own = { ...own, taken: before.taken };
      result = {
        ...withReadings(result, own, before.sets),
        variants: [...result.variants, before.measured],
        surprisals: [...result.surprisals, ...before.surprisals],
      };
      yield result;
    }
    const left = measures.filter(({ id }) => !Object.hasOwn(before.taken, id));
    if (left.length === 0) continue;
    await loadIdentifier();

    onProgress({ done: base, total: steps, note: `opening ${contestant.title}` });
    const opened = await openContestant(contestant, document, tools);
    if (recorded && opened.model.backend !== recorded.backend) {
      // The page expected another backend: what was taken over does not stand beside what this one computes.
      yield* run(document, { engine, signal, onProgress }, cache);
      return;
    }
    const subject = await subjectOf(engine, opened.model, { ...opened, id: opened.key, signal });
    noteSubject(contestant, document, opened.model.backend, subject.id);
    const asked = costOf(cache.unanswered(joinNeeds(left.map((measure) => measure.needs(items))), subject.id));
    const begun = performance.now();
    for (const [place, measure] of left.entries()) {
      const materials = await collect(joinNeeds([measure.needs(items)]), subject, {
        cache,
        signal,
        onProgress: (done, total, note) =>
          onProgress({
            done: base + measures.length - left.length + place + (total === 0 ? 0 : done / total),
            total: steps,
            note: `${contestant.title}, ${measure.name}: ${note}`,
          }),
      });
      const facets = measure.facets(items, materials);
      own = {
        ...own,
        readings: [...own.readings, ...facets.map((facet) => readingOf(measure, facet, document))],
        answers: { ...own.answers, ...answersOf(facets) },
      };
      const sets = Object.fromEntries(facets.map((facet) => [facet.set, facet.items]));
      const seconds = Math.round((performance.now() - begun) / 100) / 10;
      result = {
        ...withVariant(withReadings(result, own, sets), contestant, opened.model, seconds),
        warnings: facets.length > 0 ? result.warnings : withWarning(result.warnings, noNumber(measure, items)),
        surprisals:
          measure.id === "bits-per-byte"
            ? [...result.surprisals, ...surprisalsOf(contestant.id, items, materials)]
            : result.surprisals,
      };
      yield result;
    }
    notePace(asked, contestant.variant.weights, (performance.now() - begun) / 1000);
  }
}

function withWarning(warnings: readonly string[], warning: string): readonly string[] {
  return warnings.includes(warning) ? warnings : [...warnings, warning];
}

/** Measures that set languages beside the pivot have no number of the pivot itself. */
function noNumber({ name }: CardMeasure, { pivot }: CardItems): string {
  return `${name} has no number: it compares other languages with “${pivot}”, and none is chosen.`;
}

function answersOf(facets: readonly Facet[]): VariantReadings["answers"] {
  return Object.fromEntries(facets.flatMap(({ set, answers }) => (answers ? [[set, answers]] : [])));
}

function withReadings(result: MeasuresResult, own: VariantReadings, sets: MeasuresResult["sets"]): MeasuresResult {
  return {
    ...result,
    sets: { ...result.sets, ...sets },
    readings: [...result.readings.filter(({ variant }) => variant !== own.variant), own],
  };
}

function withVariant(
  result: MeasuresResult,
  { id, title, detail, control }: Contestant,
  { checkpoint, backend, weightBytes }: { checkpoint: string; backend: string; weightBytes: number },
  seconds: number,
): MeasuresResult {
  const measured = { id, title, detail, control, checkpoint, backend, weightBytes, seconds };
  return { ...result, variants: [...result.variants.filter((variant) => variant.id !== id), measured] };
}

function surprisalsOf(
  variant: string,
  { languages, parallel }: CardItems,
  materials: Materials,
): readonly Surprisals[] {
  return languages.map((language) => ({
    variant,
    language,
    texts: (parallel[language] ?? []).slice(0, shownSentences).map((text) => {
      const { ends, bits } = materials.scored(text);
      return { text, ends, bits: bits.map((value) => Number(value.toFixed(2))) };
    }),
  }));
}
