import type { Model } from "../../engine/engine";
import type { Document } from "../../experiments/documents/merging";
import { AnswerCache, collect } from "../../measures/card/collect";
import type { CardItems } from "../../measures/card/items";
import { symbolItems } from "../../measures/card/measures/symbols";
import { joinNeeds } from "../../measures/card/needs";
import { readingOf } from "../../measures/card/reading";
import { measuresOf } from "../../measures/card/registry";
import type { RunTools } from "../lab";
import { subjectOf } from "../subject";
import type { SkillReading } from "./result";

/** Answers of this tab's runs: a merge that was measured before answers at once. */
const answers = new AnswerCache(24);

/** The items of the chosen skills; `pick` takes those of one half where a search keeps the other back. */
export async function skillItems(
  { languages, skillItems: count }: Document,
  pick: (index: number) => boolean = () => true,
): Promise<CardItems> {
  const { problems, questions, instructions } = await import("../../data/measures/index");
  const take = <T>(all: Readonly<Record<string, readonly T[]>>, size: number) =>
    Object.fromEntries(
      languages.map((language) => [language, (all[language] ?? []).filter((_, i) => pick(i)).slice(0, size)]),
    );
  return {
    languages,
    pivot: "en",
    parallel: {},
    beginnings: {},
    minimalPairs: {},
    words: {},
    memorised: [],
    problems: take(problems, count),
    questions: take(questions, count),
    conversations: take(instructions, count),
    symbols: symbolItems(2 * symbolsPerItem * count)
      .filter((_, i) => pick(i))
      .slice(0, symbolsPerItem * count),
  };
}

/** Symbols are quick and of no language: so many for each item a language. */
const symbolsPerItem = 3;

/** Of an answer, so much is kept. */
const answerCharacters = 160;

/** One model's main numbers in the skills named with its answers, and the items in words by the name of their set. */
export interface SkillsRead {
  readonly readings: readonly SkillReading[];
  readonly items: Readonly<Record<string, readonly string[]>>;
}

/** Sets a model the tasks. */
export async function readSkills(
  skills: readonly string[],
  items: CardItems,
  model: Model,
  { engine, signal, onProgress }: RunTools,
  title: string,
): Promise<SkillsRead> {
  const id = `${model.checkpoint}/${model.weights}`;
  const subject = await subjectOf(engine, model, { id, interventions: [], signal });
  const readings: SkillReading[] = [];
  const sets: Record<string, readonly string[]> = {};
  for (const measure of measuresOf(skills)) {
    const materials = await collect(joinNeeds([measure.needs(items)]), subject, {
      cache: answers,
      signal,
      onProgress: (done, total) => onProgress({ done, total, note: `${title}: ${measure.name}` }),
    });
    for (const facet of measure.facets(items, materials).filter(({ facet }) => facet === "")) {
      const written = facet.answers?.map((answer) => answer.trim().slice(0, answerCharacters));
      sets[facet.set] = facet.items;
      readings.push({
        ...readingOf(measure, facet, { seed: 1, interval: "bca" }),
        ...(written && { answers: written }),
      });
    }
  }
  return { readings, items: sets };
}
