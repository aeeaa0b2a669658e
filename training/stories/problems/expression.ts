import type { Operation } from "./pen";

type Term = number | { readonly left: Term; readonly sign: Operation["sign"]; readonly right: Term };

/**
 * The whole calculation of a problem, then the same with one operation after the other replaced by its result; the last
 * form is the answer: "8 - (4 + 3)", "8 - 7", "1". What was asked is in the first form, all the reckoning in the others.
 */
export function formsOf(operations: readonly Operation[]): string[] {
  return Array.from({ length: operations.length + 1 }, (_, done) => print(termOf(operations, done)));
}

/** The calculation with its first `done` operations replaced by their results. */
function termOf(operations: readonly Operation[], done: number): Term {
  const open: Term[] = [];
  operations.forEach(({ left, sign, right, result, takes }, at) => {
    const second = takes === "right" || takes === "both" ? open.pop()! : right;
    const first = takes === "left" || takes === "both" ? open.pop()! : left;
    open.push(at < done ? result : { left: first, sign, right: second });
  });
  return open[0]!;
}

function print(term: Term): string {
  if (typeof term === "number") return String(term);
  const { left, sign, right } = term;
  return `${within(left, binds(left) < binds(term))} ${sign} ${within(right, binds(right) <= binds(term))}`;
}

function within(term: Term, brackets: boolean): string {
  return brackets ? `(${print(term)})` : print(term);
}

/** A number most, a product more than a sum or difference. */
function binds(term: Term): number {
  if (typeof term === "number") return 3;
  return term.sign === "×" ? 2 : 1;
}
