import type { Document } from "../../experiments/documents/measures";
import type { Facet } from "../../measures/card/card-measure";
import { AnswerCache, collect } from "../../measures/card/collect";
import type { CardItems } from "../../measures/card/items";
import { costOf, joinNeeds, type Materials } from "../../measures/card/needs";
import { readingOf } from "../../measures/card/reading";
import { measuresOf } from "../../measures/card/registry";
import { LabError, unwrap } from "../../result";
import type { RunTools } from "../lab";
import { subjectOf } from "../subject";
import { prepareItems } from "./items";
import { notePace } from "./pace";
import type { MeasuresResult, Surprisals, VariantReadings } from "./result";
import { openContestant } from "./open-contestant";
import { type Contestant, contestantsOf } from "./variants";

/** Sentences a language that are shown token by token. */
const shownSentences = 4;

/** Answers of this tab's runs: a variant that is measured again, or with one measure more, runs only what is new. */
const known = new AnswerCache();

/** Opens one variant after the other and takes every chosen measure of it; yields after each. */
export async function* run(
  document: Document,
  tools: RunTools,
  cache: AnswerCache = known,
): AsyncGenerator<MeasuresResult, void> {
  const { signal } = tools;
  const measures = measuresOf(document.measures);
  if (measures.length === 0) {
    throw new LabError({
      code: "input-invalid",
      what: "No measure is chosen.",
      remedy: "Choose at least one under “Measures”.",
    });
  }
  const { items, warnings } = unwrap(await prepareItems(document));
  const needs = joinNeeds(measures.map((measure) => measure.needs(items)));
  const contestants = contestantsOf(document);
  let result: MeasuresResult = { variants: [], sets: {}, readings: [], surprisals: [], warnings };

  for (const [index, contestant] of contestants.entries()) {
    const steps = contestants.length * measures.length;
    const base = index * measures.length;
    tools.onProgress({ done: base, total: steps, note: `opening ${contestant.title}` });
    const opened = await openContestant(contestant, document, tools);
    const subject = await subjectOf(tools.engine, opened.model, { ...opened, id: opened.key, signal });
    const fresh = !cache.has(subject.id);
    const begun = performance.now();
    let own: VariantReadings = { variant: contestant.id, readings: [], answers: {} };
    for (const [place, measure] of measures.entries()) {
      const materials = await collect(joinNeeds([measure.needs(items)]), subject, {
        cache,
        signal,
        onProgress: (done, total, note) =>
          tools.onProgress({
            done: base + place + (total === 0 ? 0 : done / total),
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
        ...withVariant(result, contestant, opened.model, seconds),
        sets: { ...result.sets, ...sets },
        readings: [...result.readings.filter(({ variant }) => variant !== contestant.id), own],
        surprisals:
          measure.id === "bits-per-byte"
            ? [...result.surprisals, ...surprisalsOf(contestant.id, items, materials)]
            : result.surprisals,
      };
      yield result;
    }
    if (fresh) notePace(costOf(needs), (performance.now() - begun) / 1000);
  }
}

function answersOf(facets: readonly Facet[]): VariantReadings["answers"] {
  return Object.fromEntries(facets.flatMap(({ set, answers }) => (answers ? [[set, answers]] : [])));
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
