import {
  containers,
  days,
  edible,
  type Fact,
  flying,
  type Gain,
  grounds,
  type Loss,
  objects,
  type Person,
  pickable,
  type Query,
  running,
  type Thing,
} from "./facts";
import type { Pen } from "./pen";

export interface Template {
  readonly id: string;
  /** How many lines of arithmetic it can have. */
  readonly steps: readonly number[];
  /** Tells the facts and returns what is asked. */
  readonly write: (pen: Pen, steps: number) => Query;
}

const animals = [...flying, ...running];
const things: readonly Thing[] = [...new Set<Thing>([...edible, ...pickable, ...objects])];

function includes(list: readonly Thing[], item: Thing): boolean {
  return list.includes(item);
}

/** Money is not bought. */
function gainsOf(of: Thing): Gain[] {
  if (of === "coin") return ["find"];
  return includes(pickable, of) ? ["buy", "find", "pick"] : ["buy", "find"];
}

function lossesOf(of: Thing): Loss[] {
  if (of === "coin") return ["lose"];
  return includes(edible, of) ? ["eat", "eat", "sell"] : ["lose", "sell"];
}

/** Somebody's things become more or fewer, once or several times. Returns how many there are then. */
function changes(pen: Pen, who: Person, of: Thing, start: number, steps: number): number {
  let value = start;
  for (let step = 0; step < steps; step++) {
    const before = pen.facts.at(-1);
    const linked = before !== undefined && "who" in before && before.who === who && pen.chance(0.5);
    const { grows, amount, now } = pen.change(value, of);
    value = now;
    if (pen.chance(0.4)) {
      const other = pen.person();
      if (grows) {
        pen.tell({ kind: "gives", who: other, to: who, how: pen.one(["give", "bring"]), amount, linked: false });
      } else pen.tell({ kind: "gives", who, to: other, how: "give", amount, linked });
    } else if (grows) pen.tell({ kind: "gains", who, how: pen.one(gainsOf(of)), amount, linked });
    else pen.tell({ kind: "loses", who, how: pen.one(lossesOf(of)), amount, linked });
  }
  return value;
}

/** After a loss one may ask what is left. */
function owned(pen: Pen, who: Person, of: Thing): Query {
  const shrank = pen.operations.at(-1)?.sign === "-";
  return { kind: "has", who, of, how: shrank && pen.chance(0.6) ? "left" : "now" };
}

/** So many containers with so many things in each. Returns how many things that makes. */
function groups(pen: Pen, who: Person, of: Thing, highest?: number): number {
  const where = pen.one(containers);
  const [boxes, count] = pen.factors(highest);
  pen.tell({ kind: "has", who, amount: { count: boxes, of: where } }, { kind: "each", where, amount: { count, of } });
  return pen.reckon(boxes, "×", count);
}

/** What each thing costs and how many somebody buys, in either order. Returns the price of all. */
function purchase(pen: Pen, who: Person, highest?: number): { of: Thing; total: number } {
  const of = pen.one(things.filter((thing) => thing !== "coin"));
  const [count, price] = pen.factors(highest);
  pen.tellEither(
    { kind: "costs", thing: of, price: { count: price, of: "coin" } },
    { kind: "gains", who, how: "buy", amount: { count, of }, linked: false },
  );
  return { of, total: pen.reckon(count, "×", price, "neither") };
}

export const templates: readonly Template[] = [
  {
    id: "change",
    steps: [1, 2, 3],
    write: (pen, steps) => {
      const [who, of] = [pen.person(), pen.one(things)];
      const amount = pen.amount(of);
      pen.tell({ kind: "has", who, amount });
      changes(pen, who, of, amount.count, steps);
      return owned(pen, who, of);
    },
  },
  {
    id: "container",
    steps: [1, 2, 3],
    write: (pen, steps) => {
      const [who, of, where] = [pen.person(), pen.one(things), pen.one(containers)];
      const start = pen.amount(of);
      pen.tell({ kind: "lies", where, amount: start });
      let value = start.count;
      for (let step = 0; step < steps; step++) {
        const actor = step > 0 && pen.chance(0.5) ? pen.person() : who;
        const { grows, amount, now } = pen.change(value, of);
        pen.tell({ kind: grows ? "puts" : "takes", who: actor, where, amount });
        value = now;
      }
      return { kind: "inside", where, of };
    },
  },
  {
    id: "animals",
    steps: [1, 2, 3],
    write: (pen, steps) => {
      const [of, where] = [pen.one(animals), pen.one(grounds)];
      const start = pen.amount(of);
      pen.tell({ kind: "lies", where, amount: start });
      let value = start.count;
      for (let step = 0; step < steps; step++) {
        const { grows, amount, now } = pen.change(value, of);
        pen.tell({ kind: grows ? "comes" : "leaves", where, amount });
        value = now;
      }
      return { kind: "inside", where, of };
    },
  },
  {
    id: "kinds",
    steps: [1],
    write: (pen) => {
      const [one, where] = [pen.one(animals), pen.one(grounds)];
      const amount = pen.amount(one);
      const and = pen.amount(pen.one(animals.filter((other) => other !== one)));
      pen.tell({ kind: "lies", where, amount, and });
      pen.reckon(amount.count, "+", and.count);
      return { kind: "animals", where };
    },
  },
  {
    id: "together",
    steps: [1, 2],
    write: (pen, steps) => {
      const [one, other, of] = [pen.person(), pen.person(), pen.one(things)];
      const high = Math.floor((2 * pen.max) / (steps + 1));
      const [first, second] = [pen.amount(of, 2, high), pen.amount(of, 2, high)];
      pen.tell({ kind: "has", who: one, amount: first }, { kind: "has", who: other, amount: second });
      const both = pen.reckon(first.count, "+", second.count);
      if (steps === 1) return { kind: "together", who: [one, other], of };
      const [third, amount] = [pen.person(), pen.amount(of, 2, high)];
      pen.tell({ kind: "has", who: third, amount });
      pen.reckon(both, "+", amount.count);
      return { kind: "together", who: [one, other, third], of };
    },
  },
  {
    id: "both-change",
    steps: [2, 3],
    write: (pen, steps) => {
      const [one, other, of] = [pen.person(), pen.person(), pen.one(things)];
      const first = pen.amount(of, 2, Math.floor(pen.max / 2));
      pen.tell({ kind: "has", who: one, amount: first });
      const gained = pen.amount(of, 2, Math.floor(pen.max / 2));
      pen.tell({ kind: "gains", who: one, how: pen.one(gainsOf(of)), amount: gained, linked: pen.chance(0.5) });
      let value = pen.reckon(first.count, "+", gained.count);
      if (steps === 3) {
        const lost = pen.amount(of, 2, Math.min(pen.max, value));
        pen.tell({ kind: "loses", who: one, how: pen.one(lossesOf(of)), amount: lost, linked: pen.chance(0.5) });
        value = pen.reckon(value, "-", lost.count);
      }
      const second = pen.amount(of);
      pen.tell({ kind: "has", who: other, amount: second });
      pen.reckon(value, "+", second.count);
      return { kind: "together", who: [one, other], of };
    },
  },
  {
    id: "compare",
    steps: [1, 2],
    write: (pen, steps) => {
      const [one, other, of] = [pen.person(), pen.person(), pen.one(things)];
      const first = pen.amount(of, 2, steps === 1 ? pen.max : Math.floor(pen.max / 2));
      const more = first.count < pen.max && pen.chance(0.5);
      const amount = pen.amount(of, 2, more ? Math.min(pen.max, 2 * (pen.max - first.count)) : first.count);
      const has: Fact = { kind: "has", who: one, amount: first };
      pen.tellEither(has, { kind: "compares", who: other, than: one, more, amount });
      const second = pen.reckon(first.count, more ? "+" : "-", amount.count);
      if (steps === 1) return { kind: "has", who: other, of, how: "plain" };
      pen.reckon(first.count, "+", second, "right");
      return { kind: "together", who: [one, other], of };
    },
  },
  {
    id: "compare-chain",
    steps: [2, 3],
    write: (pen, steps) => {
      let [who, of] = [pen.person(), pen.one(things)];
      const start = pen.amount(of);
      pen.tell({ kind: "has", who, amount: start });
      let value = start.count;
      for (let step = 0; step < steps; step++) {
        const [next, { grows, amount, now }] = [pen.person(), pen.change(value, of)];
        pen.tell({ kind: "compares", who: next, than: who, more: grows, amount });
        [who, value] = [next, now];
      }
      return { kind: "has", who, of, how: "plain" };
    },
  },
  {
    id: "difference",
    steps: [1, 2],
    write: (pen, steps) => {
      const [one, other, of] = [pen.person(), pen.person(), pen.one(things)];
      const fewer = pen.amount(of, 2, pen.max - 1);
      const rich: Fact[] = [];
      let most = pen.number(fewer.count + 1, pen.max);
      if (steps === 1) rich.push({ kind: "has", who: one, amount: { count: most, of } });
      else {
        const first = pen.amount(of);
        // Enough to overtake the other.
        const gained = pen.amount(of, Math.max(2, fewer.count - first.count + 1));
        rich.push(
          { kind: "has", who: one, amount: first },
          { kind: "gains", who: one, how: pen.one(gainsOf(of)), amount: gained, linked: pen.chance(0.5) },
        );
        most = pen.reckon(first.count, "+", gained.count);
      }
      const poor: Fact = { kind: "has", who: other, amount: fewer };
      pen.tell(...(pen.chance(0.5) ? [...rich, poor] : [poor, ...rich]));
      pen.reckon(most, "-", fewer.count);
      return { kind: "difference", who: one, than: other, of };
    },
  },
  {
    id: "days",
    steps: [1, 2],
    write: (pen, steps) => {
      const [who, of] = [pen.person(), pen.one(things)];
      const how = pen.one(gainsOf(of));
      const high = Math.floor((2 * pen.max) / (steps + 1));
      const amounts = days.slice(0, steps + 1).map((day) => ({ day, amount: pen.amount(of, 2, high) }));
      pen.tell(...amounts.map(({ day, amount }): Fact => ({ kind: "gains", who, how, amount, day, linked: false })));
      amounts.map(({ amount }) => amount.count).reduce((sum, count) => pen.reckon(sum, "+", count));
      return { kind: "gained", who, how, of };
    },
  },
  {
    id: "groups",
    steps: [1, 2, 3],
    write: (pen, steps) => {
      const [who, of] = [pen.person(), pen.one(things)];
      const total = groups(pen, who, of);
      if (steps === 1) return { kind: "has", who, of, how: "total" };
      changes(pen, who, of, total, steps - 1);
      return owned(pen, who, of);
    },
  },
  {
    id: "groups-together",
    steps: [2],
    write: (pen) => {
      const [one, other, of] = [pen.person(), pen.person(), pen.one(things)];
      const total = groups(pen, one, of, 2 * pen.max - 2);
      const amount = pen.amount(of, 2, Math.min(pen.max, 2 * pen.max - total));
      pen.tell({ kind: "has", who: other, amount });
      pen.reckon(total, "+", amount.count);
      return { kind: "together", who: [one, other], of };
    },
  },
  {
    id: "price",
    steps: [1],
    write: (pen) => {
      const who = pen.person();
      purchase(pen, who);
      return { kind: "pays", who, price: "coin" };
    },
  },
  {
    id: "purse",
    steps: [2, 3],
    write: (pen, steps) => {
      const who = pen.person();
      const first = pen.number(Math.ceil(pen.max / 2), pen.max);
      pen.tell({ kind: "has", who, amount: { count: first, of: "coin" } });
      let coins = first;
      if (steps === 3) {
        const amount = pen.amount("coin");
        pen.tell({ kind: "gains", who, how: "find", amount, linked: pen.chance(0.5) });
        coins = pen.reckon(coins, "+", amount.count);
      }
      const { total } = purchase(pen, who, coins);
      pen.reckon(coins, "-", total, steps === 3 ? "both" : "right");
      return { kind: "has", who, of: "coin", how: pen.one(["left", "now"]) };
    },
  },
  {
    id: "need",
    steps: [1, 2],
    write: (pen, steps) => {
      const [who, of] = [pen.person(), pen.one(things)];
      const wanted = pen.amount(of, 4);
      const had = pen.amount(of, 2, steps === 1 ? wanted.count : wanted.count - 2);
      pen.tellEither({ kind: "needs", who, amount: wanted }, { kind: "has", who, amount: had });
      let value = had.count;
      if (steps === 2) {
        const amount = pen.amount(of, 2, wanted.count - value);
        pen.tell({ kind: "gains", who, how: pen.one(gainsOf(of)), amount, linked: pen.chance(0.5) });
        value = pen.reckon(value, "+", amount.count);
      }
      pen.reckon(wanted.count, "-", value, steps === 2 ? "right" : "neither");
      return { kind: "misses", who, of };
    },
  },
  {
    id: "hand-over",
    steps: [1],
    write: (pen) => {
      const [one, other, of] = [pen.person(), pen.person(), pen.one(things)];
      const [first, second] = [pen.amount(of), pen.amount(of)];
      const amount = pen.amount(of, 2, first.count);
      pen.tell(
        { kind: "has", who: one, amount: first },
        { kind: "has", who: other, amount: second },
        { kind: "gives", who: one, to: other, how: "give", amount, linked: false },
      );
      if (pen.chance(0.5)) {
        pen.reckon(first.count, "-", amount.count);
        return { kind: "has", who: one, of, how: pen.one(["left", "now"]) };
      }
      pen.reckon(second.count, "+", amount.count);
      return { kind: "has", who: other, of, how: "now" };
    },
  },
];
