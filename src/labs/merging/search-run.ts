import type { Model } from "../../engine/engine";
import type { Document } from "../../experiments/documents/merging";
import { bootstrapRatio } from "../../measures/statistics/bootstrap";
import { CmaEs } from "../../merging/cma-es";
import type { Evidence } from "../../merging/evidence";
import { averageRecipe, recipeOfMap } from "../../merging/layer-map";
import type { Recipe } from "../../merging/recipe";
import { seededRandom } from "../../random";
import { LabError, unwrap } from "../../result";
import type { RunTools } from "../lab";
import { evidenceFor } from "./evidence";
import { emptyResult, type HeldOut, type MergingResult, type Role, type SearchResult } from "./result";
import { type Judge, judgeOf, lessOf, type Marks, ratio, ratioByLanguage } from "./search-judge";
import { noMap, planSearch } from "./search-points";
import { sentencesOf } from "./sentences";
import { mapOf, partnersOf } from "./settings";

/** Marks of this tab's searches by recipe, goal and items: a point that was tried is not merged again. */
const known = new Map<string, Marks>();

/** Tries one merge after the other on the development items, then the best on the held-out ones. Stopped, it keeps its points. */
export async function* search(document: Document, tools: RunTools): AsyncGenerator<MergingResult, void> {
  if (document.searchKind === "experts") {
    const { searchExperts } = await import("./experts-run");
    yield* searchExperts(document, tools);
    return;
  }
  const judge = await judgeOf(document, tools);
  const { searchBeside } = document;
  const second =
    document.searchKind === "parameter" && searchBeside !== "none" && searchBeside !== document.searchGoal
      ? { goal: searchBeside, judge: await judgeOf({ ...document, searchGoal: searchBeside }, tools) }
      : undefined;
  const evidence = await evidenceFor(document, unwrap(await sentencesOf(document)), tools);
  const tried = document.searchKind === "evolve" ? evolve(document, judge) : grid(document);
  let result: SearchResult | undefined;
  let last: number | undefined;
  for (;;) {
    const next = tried.next(last);
    if (next.done) break;
    const { recipe, place, lowerLayers } = next.value;
    const before = result ?? next.value.empty;
    const done = before.values.flat(2).filter((value) => value !== null).length;
    tools.onProgress({ done, total: next.value.total, note: `merge ${done + 1} of ${next.value.total}` });
    const marks = known.get(keyOf(recipe, document.searchGoal));
    const seconds = second && known.get(keyOf(recipe, second.goal));
    const reused = marks !== undefined && (second === undefined || seconds !== undefined);
    const found = reused ? { marks, seconds } : await marksOf(recipe, lowerLayers);
    known.set(keyOf(recipe, document.searchGoal), found.marks);
    last = ratio(found.marks);
    result = withPoint(before, place, found.marks, recipe, reused, judge);
    if (second && found.seconds) {
      known.set(keyOf(recipe, second.goal), found.seconds);
      const values = result.beside?.values ?? result.columns.map(() => null);
      result = { ...result, beside: { goal: second.goal, values: values.with(place.column, ratio(found.seconds)) } };
    }
    yield { ...emptyResult, search: result };
  }
  if (!result?.bestRecipe) return;
  for await (const heldOut of heldOutOf(document, result.bestRecipe, judge, tools, evidence)) {
    result = { ...result, heldOut };
    yield { ...emptyResult, search: result };
  }

  function keyOf(recipe: Recipe, goal: Document["searchGoal"]): string {
    const { languages, sentences, skillItems, measuredOn } = document;
    return JSON.stringify([recipe, goal, languages, sentences, skillItems, measuredOn]);
  }

  async function marksOf(recipe: Recipe, lowerLayers: number) {
    const model = await tools.engine.merge(recipe, { signal: tools.signal, ...(evidence && { evidence }) });
    try {
      return {
        marks: await judge.marks(model, "development", "merge", lowerLayers),
        seconds: await second?.judge.marks(model, "development", "merge", lowerLayers),
      };
    } finally {
      await tools.engine.unload(model);
    }
  }
}

interface Trial {
  readonly recipe: Recipe;
  readonly place: { readonly sheet: number; readonly row: number; readonly column: number };
  readonly lowerLayers: number;
  readonly total: number;
  readonly empty: SearchResult;
}

/** Each trial is answered with its value. */
type Trials = Generator<Trial, void, number | undefined>;

function* grid(document: Document): Trials {
  const plan = unwrap(planSearch(document));
  const { rowTitle, columnTitle, rows, columns, sheets } = plan;
  const empty: SearchResult = {
    ...nothingTried(document),
    rowTitle,
    columnTitle,
    rows,
    columns,
    sheets,
    values: sheets.map(() => rows.map(() => columns.map(() => null))),
  };
  const total = sheets.length * rows.length * columns.length;
  for (const sheet of sheets.keys()) {
    for (const row of rows.keys()) {
      for (const column of columns.keys()) {
        const lowerLayers = plan.lowerLayers(sheet);
        yield { recipe: plan.recipeAt(sheet, row, column), place: { sheet, row, column }, lowerLayers, total, empty };
      }
    }
  }
}

/** Shares of B layer by layer, in hundredths, by CMA-ES from the map's own. */
function* evolve(document: Document, { higher }: Judge): Trials {
  const map = mapOf(document);
  if (!map) throw new LabError(noMap);
  const { mlp: _, ...whole } = map;
  const total = document.searchBudget;
  const empty: SearchResult = {
    ...nothingTried(document),
    rowTitle: "",
    columnTitle: "merge",
    rows: [""],
    columns: Array.from({ length: total }, (_, i) => String(i + 1)),
    sheets: [""],
    values: [[Array.from({ length: total }, () => null)]],
  };
  const strategy = new CmaEs(map.shares, 0.3, seededRandom(document.seed));
  for (let column = 0; column < total; column++) {
    const shares = strategy.ask().map((share) => Math.round(share * 100) / 100);
    const recipe = recipeOfMap({ ...whole, shares });
    const value = yield { recipe, place: { sheet: 0, row: 0, column }, lowerLayers: 0, total, empty };
    strategy.tell(shares, higher ? -(value ?? 0) : (value ?? 0));
  }
}

function nothingTried({ searchKind, searchGoal }: Document) {
  return {
    kind: searchKind,
    goal: searchGoal,
    best: null,
    bestRecipe: null,
    reused: 0,
    developmentItems: 0,
    heldOut: [],
  } satisfies Partial<SearchResult>;
}

function withPoint(
  result: SearchResult,
  place: Trial["place"],
  marks: Marks,
  recipe: Recipe,
  reused: boolean,
  { higher, developmentItems }: Judge,
): SearchResult {
  const { sheet, row, column } = place;
  const value = ratio(marks);
  const best = result.best && result.values[result.best.sheet]?.[result.best.row]?.[result.best.column];
  const better = best === null || best === undefined || (higher ? value > best : value < best);
  return {
    ...result,
    developmentItems,
    reused: result.reused + Number(reused),
    values: result.values.map((rows, s) =>
      rows.map((cells, r) => (s === sheet && r === row ? cells.map((old, c) => (c === column ? value : old)) : cells)),
    ),
    ...(result.kind === "parameter" && { byLanguage: withLanguages(result, column, marks) }),
    ...(better && { best: place, bestRecipe: recipe }),
  };
}

/** Each language's own number beside the sum: what is gained in one and lost in another along a line. */
function withLanguages({ byLanguage = {}, columns }: SearchResult, column: number, marks: Marks) {
  return Object.fromEntries(
    Object.entries(ratioByLanguage(marks)).map(([language, value]) => [
      language,
      (byLanguage[language] ?? columns.map(() => null)).map((old, index) => (index === column ? value : old)),
    ]),
  );
}

async function* heldOutOf(
  { recipe }: Document,
  best: Recipe,
  judge: Judge,
  { engine, signal, onProgress }: RunTools,
  evidence: Evidence | undefined,
): AsyncGenerator<readonly HeldOut[], void> {
  const { a, b } = partnersOf(recipe);
  const inputs = recipe.inputs ?? [];
  const isInput = (name: string) => inputs.some((input) => input.name === name);
  const contestants: readonly (readonly [Role, () => Promise<Model>])[] = [
    ...(isInput(a) ? [] : [["a", () => engine.load(a, { signal })] as const]),
    ...(b === undefined || isInput(b)
      ? []
      : [
          ["b", () => engine.load(b, { signal })] as const,
          ["average", () => engine.merge(averageRecipe(a, b, recipe.tokenizer), { signal })] as const,
        ]),
    ["merge", () => engine.merge(best, { signal, ...(evidence && { evidence }) })],
  ];
  const measured: { readonly marks: Marks; readonly heldOut: HeldOut }[] = [];
  for (const [index, [role, open]] of contestants.entries()) {
    onProgress({ done: index, total: contestants.length, note: "held-out items" });
    const marks = await judge.marks(await open(), "held-out", role, 0);
    const { value, low, high, n } = bootstrapRatio(marks.numerators, marks.denominators, seededRandom(1));
    measured.push({ marks, heldOut: { role, value, low, high, n } });
    yield measured.map((one) =>
      role === "merge" && one.heldOut.role !== "merge"
        ? { ...one.heldOut, bestLess: lessOf(marks, one.marks) }
        : one.heldOut,
    );
  }
}
