import { identify, loadIdentifier } from "../../codeswitch/identify";
import type { Model } from "../../engine/engine";
import type { Document } from "../../experiments/documents/merging";
import { bootstrapRatio } from "../../measures/statistics/bootstrap";
import { bitsPerByte, familiesOf, recipeOfLateLayers, routed, type TextCost } from "../../merging/family-experts";
import { seededRandom } from "../../random";
import { LabError, unwrap } from "../../result";
import type { RunTools } from "../lab";
import { emptyResult, type HeldOut, type MergingResult, type Role, type SearchResult } from "./result";
import { lessOf } from "./search-judge";
import { sentencesOf } from "./sentences";
import { partnersOf } from "./settings";

/** Costs of one model, text by text. */
type Costs = readonly TextCost[];

/**
 * The last k layers of A and of B on the base, for k from 0 on, in bits per byte of development sentences, and each sentence under
 * the expert of the language it is told to be in; the k that is best when routed then on held-out sentences.
 */
export async function* searchExperts(document: Document, tools: RunTools): AsyncGenerator<MergingResult, void> {
  const { engine, signal, onProgress } = tools;
  const { base: trunk, languages } = document;
  const { a, b } = partnersOf(document.recipe);
  const experts = [a, b].filter((model): model is string => model !== undefined && model !== trunk);
  if (experts.length === 0) throw new LabError(noExpert(trunk));
  const texts = unwrap(await sentencesOf(document, 2)).flatMap((one) => one.texts);
  await loadIdentifier();
  const halves = [0, 1].map((half) => {
    const own = texts.filter((_, i) => i % 2 === half);
    return { texts: own, told: own.map((text) => identify(text, languages).language) };
  });
  const [development, heldOut] = halves as [(typeof halves)[number], (typeof halves)[number]];
  const base = await engine.load(trunk, { signal });
  const { layers } = base.geometry;
  const columns = Array.from({ length: Math.min(document.searchEnds, layers) + 1 }, (_, k) => k);
  const rows = [...experts, "routed"];
  let done = 0;
  const total = 1 + experts.length * (columns.length - 1);
  const costsOf = async (model: Model, { texts: own }: typeof development, lowerLayers: number): Promise<Costs> =>
    (await engine.scoreAll(model, own, { signal, lowerLayers })).map(({ bits, bytes }) => ({ bits, bytes }));
  const merged = async (expert: string, last: number, half: typeof development): Promise<Costs> => {
    onProgress({ done: done++, total, note: `last ${last} of ${expert}` });
    const model = await engine.merge(recipeOfLateLayers({ trunk, expert, layers, last }), { signal });
    try {
      return await costsOf(model, half, layers - last);
    } finally {
      await engine.unload(model);
    }
  };

  let result: SearchResult = {
    kind: "experts",
    goal: "bits-per-byte",
    rowTitle: "late layers of",
    columnTitle: `how many of the last layers, on ${trunk}`,
    rows,
    columns: columns.map(String),
    sheets: [""],
    values: [rows.map(() => columns.map(() => null))],
    best: null,
    bestRecipe: null,
    reused: 0,
    developmentItems: development.texts.length,
    heldOut: [],
  };
  let bestFamilies: Readonly<Record<string, number>> = {};
  onProgress({ done: done++, total, note: trunk });
  const bare = await costsOf(base, development, 0);
  for (const k of columns) {
    const costs: Costs[] = [];
    for (const expert of experts) costs.push(k === 0 ? bare : await merged(expert, k, development));
    const families = familiesOf(costs, development.told);
    const column = [...costs, routed(costs, development.told, families)].map(bitsPerByte);
    const values = result.values[0]!.map((row, i) => row.with(k, column[i]!));
    const before = result.best && result.values[0]![experts.length]![result.best.column];
    const better = before === null || before === undefined || column[experts.length]! < before;
    if (better) bestFamilies = families;
    result = {
      ...result,
      values: [values],
      ...(better && { best: { sheet: 0, row: experts.length, column: k } }),
    };
    yield { ...emptyResult, search: result };
  }

  const named = Object.entries(bestFamilies).map(([language, expert]) => [language, experts[expert]!] as const);
  result = { ...result, families: Object.fromEntries(named.filter(([language]) => language !== "und")) };
  const last = result.best!.column;
  const bareHeldOut = await costsOf(base, heldOut, 0);
  const late: Costs[] = [];
  for (const expert of experts) late.push(last === 0 ? bareHeldOut : await merged(expert, last, heldOut));
  const contestants: readonly (readonly [Role, string, Costs])[] = [
    ["base", `trunk: ${trunk}`, bareHeldOut],
    ...late.map(
      (costs, i) => [i === 0 ? ("a" as const) : ("b" as const), `last ${last} of ${experts[i]}`, costs] as const,
    ),
    ["merge", "routed", routed(late, heldOut.told, bestFamilies)],
  ];
  const marks = contestants.map(([, , costs]) => ({
    numerators: costs.map(({ bits }) => bits),
    denominators: costs.map(({ bytes }) => bytes),
    languages: heldOut.told,
  }));
  const held = contestants.map(([role, name], i): HeldOut => {
    const { value, low, high, n } = bootstrapRatio(marks[i]!.numerators, marks[i]!.denominators, seededRandom(1));
    return { role, name, value, low, high, n, ...(role !== "merge" && { bestLess: lessOf(marks.at(-1)!, marks[i]!) }) };
  });
  yield { ...emptyResult, search: { ...result, heldOut: held } };
}

function noExpert(trunk: string) {
  return {
    code: "input-invalid",
    what: `There is no expert beside the trunk ${trunk}, which is the common base.`,
    remedy: "Choose fine-tunes for A and B.",
  } as const;
}
