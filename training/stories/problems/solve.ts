import type { Counted, Fact, Query } from "./facts";

/** Counts by keeper (a person or a spot) and noun. */
class Ledger {
  private readonly counts = new Map<string, number>();

  of(keeper: string, noun: Counted): number {
    return this.counts.get(`${keeper} ${noun}`) ?? 0;
  }

  add(keeper: string, noun: Counted, change: number): void {
    this.counts.set(`${keeper} ${noun}`, this.of(keeper, noun) + change);
  }
}

/**
 * The answer by keeping books of who has what, from the facts alone: a check on the arithmetic that a template notes.
 * What holds at the beginning is entered first, whatever its place in the text.
 */
export function solve(facts: readonly Fact[], query: Query): number {
  const books = new Ledger();
  const needs = new Ledger();
  const prices = new Map<Counted, number>();
  for (const fact of facts) {
    if (fact.kind === "has") books.add(fact.who, fact.amount.of, fact.amount.count);
    else if (fact.kind === "needs") needs.add(fact.who, fact.amount.of, fact.amount.count);
    else if (fact.kind === "costs") prices.set(fact.thing, fact.price.count);
    else if (fact.kind === "lies") {
      for (const { of, count } of [fact.amount, ...(fact.and ? [fact.and] : [])]) books.add(fact.where, of, count);
    }
  }
  for (const fact of facts) {
    if (fact.kind !== "each") continue;
    for (const owner of facts) {
      if (owner.kind !== "has" || owner.amount.of !== fact.where) continue;
      books.add(owner.who, fact.amount.of, owner.amount.count * fact.amount.count);
    }
  }
  for (const fact of facts) enter(fact, books, prices);
  return answer(query, facts, books, needs, prices);
}

/** What happens, in the order of the text. */
function enter(fact: Fact, books: Ledger, prices: ReadonlyMap<Counted, number>): void {
  switch (fact.kind) {
    case "compares": {
      const { count, of } = fact.amount;
      return books.add(fact.who, of, books.of(fact.than, of) + (fact.more ? count : -count));
    }
    case "gains": {
      books.add(fact.who, fact.amount.of, fact.amount.count);
      const price = fact.how === "buy" ? (prices.get(fact.amount.of) ?? 0) : 0;
      return books.add(fact.who, "coin", -price * fact.amount.count);
    }
    case "loses":
      return books.add(fact.who, fact.amount.of, -fact.amount.count);
    case "gives":
      books.add(fact.who, fact.amount.of, -fact.amount.count);
      return books.add(fact.to, fact.amount.of, fact.amount.count);
    case "puts":
    case "comes":
      return books.add(fact.where, fact.amount.of, fact.amount.count);
    case "takes":
    case "leaves":
      return books.add(fact.where, fact.amount.of, -fact.amount.count);
    case "has":
    case "needs":
    case "lies":
    case "each":
    case "costs":
  }
}

function answer(
  query: Query,
  facts: readonly Fact[],
  books: Ledger,
  needs: Ledger,
  prices: ReadonlyMap<Counted, number>,
): number {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const gained = facts.filter((fact) => fact.kind === "gains");
  switch (query.kind) {
    case "has":
      return books.of(query.who, query.of);
    case "together":
      return sum(query.who.map((person) => books.of(person, query.of)));
    case "difference":
      return books.of(query.who, query.of) - books.of(query.than, query.of);
    case "inside":
      return books.of(query.where, query.of);
    case "animals":
      return sum(facts.flatMap((fact) => (fact.kind === "lies" ? [fact.amount.count, fact.and?.count ?? 0] : [])));
    case "gained":
      return sum(gained.filter(({ amount }) => amount.of === query.of).map(({ amount }) => amount.count));
    case "pays":
      return sum(gained.map(({ amount }) => amount.count * (prices.get(amount.of) ?? 0)));
    case "misses":
      return needs.of(query.who, query.of) - books.of(query.who, query.of);
  }
}
