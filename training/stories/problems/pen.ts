import type { Random } from "../../../src/random";
import { type Amount, type Counted, type Fact, type Person, type Query, people } from "./facts";

/** Which operands of an operation are results of earlier ones, the latest last. */
export type Takes = "neither" | "left" | "right" | "both";

/** One step of arithmetic. All numbers are whole and not negative. */
export interface Operation {
  readonly left: number;
  readonly sign: "+" | "-" | "×";
  readonly right: number;
  readonly result: number;
  readonly takes: Takes;
}

/** A problem in no language. */
export interface Outline {
  readonly template: string;
  readonly facts: readonly Fact[];
  readonly query: Query;
  readonly operations: readonly Operation[];
}

/** What a template writes with: draws persons, things and numbers, and notes the arithmetic as it goes. */
export class Pen {
  readonly facts: Fact[] = [];
  readonly operations: Operation[] = [];
  private readonly free: Person[] = [...people];

  /** `max` bounds the numbers that a problem states; results are at most twice as large. */
  constructor(
    private readonly random: Random,
    readonly max: number,
  ) {}

  chance(share: number): boolean {
    return this.random() < share;
  }

  one<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.random() * choices.length)]!;
  }

  /** A whole number from `low` to `high`, both included. */
  number(low: number, high: number): number {
    return low + Math.floor(this.random() * (high - low + 1));
  }

  /** Somebody who is not in the problem yet. */
  person(): Person {
    return this.free.splice(this.number(0, this.free.length - 1), 1)[0]!;
  }

  amount(of: Counted, low = 2, high = this.max): Amount {
    return { count: this.number(low, high), of };
  }

  tell(...facts: readonly Fact[]): void {
    this.facts.push(...facts);
  }

  /** In this order or the other. */
  tellEither(one: Fact, other: Fact): void {
    this.tell(...(this.chance(0.5) ? [one, other] : [other, one]));
  }

  /** Some come to so many, or go; all may go. */
  change(from: number, of: Counted): { readonly grows: boolean; readonly amount: Amount; readonly now: number } {
    const room = 2 * this.max - from;
    const grows = from < 2 || (room >= 2 && this.chance(0.5));
    const amount = this.amount(of, 2, Math.min(this.max, grows ? room : from));
    return { grows, amount, now: this.reckon(from, grows ? "+" : "-", amount.count) };
  }

  /** Two factors whose product is at most `max` (default: the largest result). */
  factors(highest = 2 * this.max): readonly [number, number] {
    const first = this.number(2, Math.min(6, Math.floor(highest / 2)));
    return [first, this.number(2, Math.min(10, Math.floor(highest / first)))];
  }

  /** A step after the first continues with the result before it, where `takes` does not say otherwise. */
  reckon(left: number, sign: Operation["sign"], right: number, takes?: Takes): number {
    const result = sign === "+" ? left + right : sign === "-" ? left - right : left * right;
    this.operations.push({ left, sign, right, result, takes: takes ?? (this.operations.length ? "left" : "neither") });
    return result;
  }
}
