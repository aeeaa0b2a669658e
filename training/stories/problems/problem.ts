import { seededRandom } from "../../../src/random";
import type { Language } from "../script";
import { partOf } from "../split";
import { english } from "./english";
import type { Fact, Phrasebook, Query } from "./facts";
import { german } from "./german";
import { hindi } from "./hindi";
import { type Operation, type Outline, Pen } from "./pen";
import { spanish } from "./spanish";
import { formsOf } from "./expression";
import { templates } from "./templates";
import { turkish } from "./turkish";

export const phrasebooks = { en: english, de: german, es: spanish, hi: hindi, tr: turkish } satisfies Record<
  Language,
  Phrasebook
>;

export interface ProblemText {
  readonly question: string;
  /** What the question asks to reckon, then the same with one operation less at a time: "5 + 3 - 2 = 8 - 2 = 6." */
  readonly worked: string;
}

/** An arithmetic word problem, the same in every language. */
export interface Problem {
  readonly seed: number;
  readonly template: string;
  readonly steps: number;
  /** As the question states them, in order. */
  readonly numbers: readonly number[];
  readonly operations: readonly Operation[];
  readonly answer: number;
  /** By template, numbers and things: what is in "dev" and "test" is in no training problem, whoever it is about. */
  readonly part: "train" | "dev" | "test";
  readonly texts: Readonly<Record<Language, ProblemText>>;
}

export interface ProblemOptions {
  /** The largest number that a question states; results are at most twice as large. At least 4. */
  readonly max?: number;
  /** One to three; drawn where not given. */
  readonly steps?: number;
}

/** Equal seeds and options give equal problems. Pure. */
export function generateProblem(seed: number, options: ProblemOptions = {}): Problem {
  const outline = drawProblem(seed, options);
  const { facts, operations, template } = outline;
  const texts = Object.fromEntries(
    Object.values(phrasebooks).map((book) => [book.language, writeProblem(outline, book)]),
  ) as Record<Language, ProblemText>;
  const stated = facts.map((fact) => {
    if (fact.kind === "costs") return [fact.price.count];
    return fact.kind === "lies" && fact.and ? [fact.amount.count, fact.and.count] : [fact.amount.count];
  });
  return {
    seed,
    template,
    steps: operations.length,
    numbers: stated.flat(),
    operations,
    answer: operations.at(-1)!.result,
    part: partOf(contentOf(outline)),
    texts,
  };
}

/** The problem of this seed before it is put into words. */
export function drawProblem(seed: number, { max = 10, steps }: ProblemOptions): Outline {
  const random = seededRandom(seed);
  const drawn = random();
  const wanted = steps ?? (drawn < 0.45 ? 1 : drawn < 0.8 ? 2 : 3);
  const pen = new Pen(random, max);
  const template = pen.one(templates.filter((one) => one.steps.includes(wanted)));
  const query = template.write(pen, wanted);
  return { template: template.id, facts: pen.facts, query, operations: pen.operations };
}

/** A fact as a sentence of one language. */
export function tell(book: Phrasebook, fact: Fact): string {
  return (book.tells[fact.kind] as (of: Fact) => string)(fact);
}

export function ask(book: Phrasebook, query: Query): string {
  return (book.asks[query.kind] as (of: Query) => string)(query);
}

function writeProblem({ facts, query, operations }: Outline, book: Phrasebook): ProblemText {
  return {
    question: [...facts.map((fact) => tell(book, fact)), ask(book, query)].join(" "),
    worked: `${formsOf(operations).join(" = ")}.`,
  };
}

/** Template, numbers and things: neither persons nor wording. */
function contentOf({ template, facts, operations }: Outline): string {
  const things = facts.flatMap((fact) => (fact.kind === "costs" ? [fact.thing] : [fact.amount.of]));
  const steps = operations.map(({ left, sign, right, result }) => ({ left, sign, right, result }));
  return JSON.stringify([template, steps, [...new Set(things)].sort()]);
}
