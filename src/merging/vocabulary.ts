import { fail, ok, type Result } from "../result";
import { recipeProblem } from "./fault";
import type { TokenRule, TokenizerRule } from "./recipe";

/** Token to row of the embedding. */
export type Vocabulary = ReadonlyMap<string, number>;

/** One row of one model's embedding. */
export interface Row {
  readonly model: string;
  readonly row: number;
}

/** What stands in a row of a model that lacks the token: another row, the mean of several, or zeros. */
export type Fill = readonly Row[];

/** One row of the result's vocabulary. */
export interface PlannedRow {
  /** Absent in padding. */
  readonly token?: string;
  /** The row in each model that has the token, in its tokenizer and in its embedding. */
  readonly own: ReadonlyMap<string, number>;
  /** For models without the token, and with `forced` for all: these rows' mean; zeros where there are none. */
  readonly fill: Fill;
  readonly forced: boolean;
  /** Rows of padding hold the mean of the model's own embedding. */
  readonly padding: boolean;
}

export interface VocabularyPlan {
  readonly rows: readonly PlannedRow[];
  /** Model whose tokenizer files the result takes. */
  readonly host: string;
  readonly models: readonly string[];
  /** Tokens beyond the host's, in the order of their rows. */
  readonly added: readonly string[];
}

const padding: PlannedRow = { own: new Map(), fill: [], forced: false, padding: true };

/**
 * How the rows of several vocabularies become one, by mergekit's rules: the source says which tokens there are; a token that a model
 * lacks takes the row of the only model that has it, else the base's, else the mean of those that have it, else zeros. Where no
 * base is named, the first model's vocabulary begins a union. `heights` are the rows that embeddings have, where that is known: a token
 * beyond them is one that the model lacks.
 */
export function planVocabulary(
  rule: TokenizerRule,
  models: ReadonlyMap<string, Vocabulary>,
  base: string | undefined,
  heights: ReadonlyMap<string, number> = new Map(),
): Result<VocabularyPlan> {
  const rowsOf = new Map([...models].map(([model, own]) => [model, heights.get(model) ?? idsOf(own)]));
  const [first] = models.keys();
  const host = rule.source === "union" || rule.source === "base" ? (base ?? first!) : rule.source;
  const known = models.get(host)!;
  // By id: where the host's ids have a hole, the row is padding.
  const tokens: (string | undefined)[] = Array.from({ length: idsOf(known) });
  for (const [token, id] of known) tokens[id] = token;
  const listed = new Set<string | undefined>(tokens);
  const added: string[] = [];
  const add = (token: string) => {
    if (listed.has(token)) return;
    listed.add(token);
    added.push(token);
  };
  if (rule.source === "union") {
    for (const vocabulary of models.values()) {
      for (const [token] of [...vocabulary].toSorted((a, b) => a[1] - b[1])) add(token);
    }
  }
  for (const token of Object.keys(rule.tokens ?? {})) add(token);

  const rows: PlannedRow[] = [];
  for (const token of [...tokens, ...added]) {
    if (token === undefined) {
      rows.push(padding);
      continue;
    }
    const own = new Map<string, number>();
    for (const [model, vocabulary] of models) {
      const row = vocabulary.get(token);
      if (row !== undefined && row < rowsOf.get(model)!) own.set(model, row);
    }
    const explicit = rule.tokens && Object.hasOwn(rule.tokens, token) ? rule.tokens[token] : undefined;
    const fill = explicit ? explicitFill(token, explicit, models, rowsOf) : ok(defaultFill(own, base));
    if (!fill.ok) return fill;
    rows.push({ token, own, fill: fill.value, forced: explicit?.force === true, padding: false });
  }
  const multiple = rule.pad_to_multiple_of ?? 1;
  while (rows.length % multiple !== 0) {
    rows.push(padding);
  }
  return ok({ rows, host, models: [...models.keys()], added });
}

function defaultFill(own: ReadonlyMap<string, number>, base: string | undefined): Fill {
  const rows = [...own].map(([model, row]): Row => ({ model, row }));
  const ofBase = rows.find(({ model }) => model === base);
  return ofBase ? [ofBase] : rows;
}

/** One more than the highest id. */
function idsOf(vocabulary: Vocabulary): number {
  let count = 0;
  for (const id of vocabulary.values()) count = Math.max(count, id + 1);
  return count;
}

function explicitFill(
  token: string,
  { source }: TokenRule,
  models: ReadonlyMap<string, Vocabulary>,
  rowsOf: ReadonlyMap<string, number>,
): Result<Fill> {
  if (typeof source === "object" && source.kind === "zero") return ok([]);
  const reference = typeof source === "string" ? { model: source, token } : source;
  const id = "token_id" in reference ? reference.token_id : undefined;
  const row = id ?? models.get(reference.model)?.get(reference.token ?? token);
  const rows = rowsOf.get(reference.model) ?? 0;
  if (row !== undefined && row < rows) return ok([{ model: reference.model, row }]);
  return fail(
    recipeProblem({
      path: ["tokenizer", "tokens", token, "source"],
      what: `${reference.model} has no ${row === undefined ? `token “${reference.token ?? token}”` : `row ${row}; it has ${rows}`}.`,
      remedy: "Name a model that has it, or take kind: zero.",
    }),
  );
}

/** Whether a model's embedding has the plan's rows already, each in its place. */
export function isAligned({ rows }: VocabularyPlan, model: string, height: number): boolean {
  return (
    rows.length === height && rows.every((row, index) => !row.forced && !row.padding && row.own.get(model) === index)
  );
}

/** The models whose rows an aligned embedding of `model` needs, itself among them. */
export function lenders({ rows }: VocabularyPlan, model: string): ReadonlySet<string> {
  const needed = new Set([model]);
  for (const { own, fill, forced, padding } of rows) {
    if (!padding && (forced || !own.has(model))) for (const lent of fill) needed.add(lent.model);
  }
  return needed;
}

/** A model's embedding [V, width] with the plan's rows; `values` gives the embeddings of the models that lend rows. */
export function alignedRows(
  plan: VocabularyPlan,
  model: string,
  values: ReadonlyMap<string, Float32Array>,
  width: number,
): Float32Array {
  const aligned = new Float32Array(plan.rows.length * width);
  const source = values.get(model)!;
  const mean = plan.rows.some(({ padding }) => padding) ? meanRow(source, width) : undefined;
  for (const [index, { own, fill, forced, padding }] of plan.rows.entries()) {
    const at = index * width;
    const row = forced ? undefined : own.get(model);
    if (padding) aligned.set(mean!, at);
    else if (row !== undefined) aligned.set(source.subarray(row * width, (row + 1) * width), at);
    else {
      for (const lent of fill) {
        const from = values.get(lent.model)!.subarray(lent.row * width, (lent.row + 1) * width);
        for (let i = 0; i < width; i++) aligned[at + i]! += from[i]! / fill.length;
      }
    }
  }
  return aligned;
}

function meanRow(values: Float32Array, width: number): Float32Array {
  const sums = new Float64Array(width);
  for (let i = 0; i < values.length; i++) sums[i % width]! += values[i]!;
  const rows = values.length / width;
  return Float32Array.from(sums, (sum) => sum / rows);
}

/** What happens to the rows, counted and in words, with up to `shown` tokens of each kind. */
export interface RowGroup {
  readonly what: string;
  readonly count: number;
  readonly tokens: readonly string[];
}

/** The plan row by row, rows of one fate together: who has the token, and what the others get. */
export function rowGroups({ rows, models }: VocabularyPlan, shown = 40): readonly RowGroup[] {
  const groups = new Map<string, { count: number; tokens: string[] }>();
  for (const row of rows) {
    const what = fateOf(row, models);
    const group = groups.get(what) ?? { count: 0, tokens: [] };
    group.count += 1;
    if (row.token !== undefined && group.tokens.length < shown) group.tokens.push(row.token);
    groups.set(what, group);
  }
  return [...groups].map(([what, group]) => ({ what, ...group }));
}

function fateOf({ own, fill, forced, padding }: PlannedRow, models: readonly string[]): string {
  if (padding) return "padding: the mean row of each model";
  const given = fill.length === 0 ? "zeros" : fill.map(({ model }) => model).join(" and ");
  const row = fill.length > 1 ? `the mean of the rows of ${given}` : fill.length === 0 ? given : `the row of ${given}`;
  if (forced) return `by rule, in all models: ${row}`;
  const lacking = models.filter((model) => !own.has(model));
  if (lacking.length === 0) return "in all models: each has its own row";
  return `missing in ${lacking.join(", ")}, which take ${row}`;
}
