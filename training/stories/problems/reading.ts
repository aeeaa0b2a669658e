import { seededRandom } from "../../../src/random";
import type { Language } from "../script";
import { containers, edible, type Fact, objects, pickable, type Query, type Thing } from "./facts";
import { Pen } from "./pen";
import { ask, phrasebooks, type ProblemText, tell } from "./problem";

const things: readonly Thing[] = [...new Set<Thing>([...edible, ...pickable, ...objects])];

/** One to three facts with a number each, and a question whose answer is one of them: nothing to reckon. */
export interface Reading {
  readonly seed: number;
  readonly answer: number;
  readonly texts: Readonly<Record<Language, ProblemText>>;
}

/** Equal seeds give equal readings. `max` is the largest number. Pure. */
export function generateReading(seed: number, max = 40): Reading {
  const random = seededRandom(seed);
  const pen = new Pen(random, max);
  const places = [...containers];
  const count = pen.number(1, 3);
  const queries: (readonly [Query, number])[] = [];
  for (let at = 0; at < count; at++) {
    const [fact, query] = drawFact(pen, places);
    pen.tell(fact);
    queries.push([query, fact.amount.count]);
  }
  const [query, answer] = pen.one(queries);
  const texts = Object.values(phrasebooks).map((book) => {
    const question = [...pen.facts.map((fact) => tell(book, fact)), ask(book, query)].join(" ");
    return [book.language, { question, worked: book.so(answer) }];
  });
  return { seed, answer, texts: Object.fromEntries(texts) as Reading["texts"] };
}

/** Nobody and no place is named twice, so each question has one answer. */
function drawFact(pen: Pen, places: (typeof containers)[number][]): [Extract<Fact, { kind: "has" | "lies" }>, Query] {
  const of = pen.one(things);
  const amount = pen.amount(of);
  if (pen.chance(0.6)) {
    const who = pen.person();
    return [
      { kind: "has", who, amount },
      { kind: "has", who, of, how: "plain" },
    ];
  }
  const where = places.splice(pen.number(0, places.length - 1), 1)[0]!;
  return [
    { kind: "lies", where, amount },
    { kind: "inside", where, of },
  ];
}
