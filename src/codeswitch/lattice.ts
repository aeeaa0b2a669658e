import type { Random } from "../random";
import type { Side } from "./sentence";

/** One unit taken from one of the two sentences. */
export interface Emission {
  readonly unit: number;
  readonly side: Side;
}

/** A switched sentence before its words are written out: units in their final order, each with its language. */
export type Path = readonly Emission[];

/**
 * A set of paths in packed form: exponentially many sentences in polynomial space. Different derivations give different
 * paths, so counting derivations counts sentences.
 */
export type Lattice =
  | { readonly kind: "emit"; readonly path: Path }
  | { readonly kind: "choice"; readonly of: readonly Lattice[] }
  | {
      readonly kind: "join";
      readonly left: Lattice;
      readonly right: Lattice;
      /** May the first of `right` follow the last of `left`? */
      readonly may: (left: Emission, right: Emission) => boolean;
    }
  /** Those paths that have at least one emission of `side`. */
  | { readonly kind: "with"; readonly of: Lattice; readonly side: Side };

/** What paths are weighed with: whole numbers to count, real numbers to sample. */
export interface Algebra<V> {
  readonly zero: V;
  readonly add: (a: V, b: V) => V;
  readonly multiply: (a: V, b: V) => V;
  /** The weight of one emission. */
  readonly emission: (emission: Emission) => V;
  /** The weight of one change of language. */
  readonly change: V;
}

export const counting: Algebra<bigint> = {
  zero: 0n,
  add: (a, b) => a + b,
  multiply: (a, b) => a * b,
  emission: () => 1n,
  change: 1n,
};

/** Paths with equal ends: first and last emission, and whether both languages occur (2) or only side 0 or 1. */
interface Cell<V> {
  readonly first: Emission;
  readonly last: Emission;
  readonly mix: Side | 2;
  readonly weight: V;
}

interface Split<V> {
  readonly keys: readonly [string, string];
  readonly weight: V;
}

type Table<V> = ReadonlyMap<string, Cell<V>>;

/** The total weight of all paths under an algebra, by dynamic programming over the ends of partial paths. */
export class Weights<V> {
  private readonly tables = new Map<Lattice, Table<V>>();
  private readonly divided = new Map<Lattice, ReadonlyMap<string, readonly Split<V>[]>>();
  constructor(
    readonly lattice: Lattice,
    private readonly algebra: Algebra<V>,
  ) {}

  total(): V {
    let sum = this.algebra.zero;
    for (const cell of this.table(this.lattice).values()) sum = this.algebra.add(sum, cell.weight);
    return sum;
  }

  table(lattice: Lattice): Table<V> {
    const known = this.tables.get(lattice);
    if (known !== undefined) return known;
    const table = new Map<string, Cell<V>>();
    for (const cell of this.cells(lattice)) {
      const key = keyOf(cell);
      const old = table.get(key);
      table.set(key, old === undefined ? cell : { ...cell, weight: this.algebra.add(old.weight, cell.weight) });
    }
    this.tables.set(lattice, table);
    return table;
  }

  private *cells(lattice: Lattice): Generator<Cell<V>> {
    const { multiply, emission } = this.algebra;
    switch (lattice.kind) {
      case "emit": {
        const [first, last] = [lattice.path[0]!, lattice.path.at(-1)!];
        yield { first, last, mix: first.side, weight: lattice.path.map(emission).reduce(multiply) };
        return;
      }
      case "choice":
        for (const one of lattice.of) yield* this.table(one).values();
        return;
      case "with":
        for (const cell of this.table(lattice.of).values()) if (cell.mix === 2 || cell.mix === lattice.side) yield cell;
        return;
      case "join":
        for (const [left, right] of this.pairs(lattice)) yield this.joined(left, right);
    }
  }

  /** The ways to divide each cell of a join, with their weights; the keys are those of its halves. */
  splits(lattice: Extract<Lattice, { kind: "join" }>): ReadonlyMap<string, readonly Split<V>[]> {
    const known = this.divided.get(lattice);
    if (known !== undefined) return known;
    const splits = new Map<string, Split<V>[]>();
    for (const [left, right] of this.pairs(lattice)) {
      const cell = this.joined(left, right);
      const key = keyOf(cell);
      const split = { keys: [keyOf(left), keyOf(right)], weight: cell.weight } as const;
      const list = splits.get(key);
      if (list === undefined) splits.set(key, [split]);
      else list.push(split);
    }
    this.divided.set(lattice, splits);
    return splits;
  }

  private joined(left: Cell<V>, right: Cell<V>): Cell<V> {
    const { multiply, change } = this.algebra;
    const both = multiply(left.weight, right.weight);
    const weight = left.last.side === right.first.side ? both : multiply(both, change);
    return { first: left.first, last: right.last, mix: left.mix === right.mix ? left.mix : 2, weight };
  }

  /** The cells of the two halves of a join that may stand together. */
  *pairs(lattice: Extract<Lattice, { kind: "join" }>): Generator<readonly [Cell<V>, Cell<V>]> {
    const starts = new Map<number, Cell<V>[]>();
    for (const right of this.table(lattice.right).values()) {
      const key = right.first.unit * 2 + right.first.side;
      const list = starts.get(key);
      if (list === undefined) starts.set(key, [right]);
      else list.push(right);
    }
    for (const left of this.table(lattice.left).values()) {
      for (const rights of starts.values()) {
        if (lattice.may(left.last, rights[0]!.first)) for (const right of rights) yield [left, right];
      }
    }
  }
}

function keyOf(cell: Cell<unknown>): string {
  const { first, last, mix } = cell;
  return `${first.unit * 2 + first.side},${last.unit * 2 + last.side},${mix}`;
}

/** How many different paths there are. Exact, whatever the size. */
export function countPaths(lattice: Lattice): bigint {
  return new Weights(lattice, counting).total();
}

/** All paths. Only for lattices that have been counted: they can be exponentially many. */
export function enumeratePaths(lattice: Lattice): readonly Path[] {
  const weights = new Weights(lattice, counting);
  const known = new Map<Lattice, ReadonlyMap<string, readonly Path[]>>();
  function expand(lattice: Lattice): ReadonlyMap<string, readonly Path[]> {
    const old = known.get(lattice);
    if (old !== undefined) return old;
    const paths = new Map<string, Path[]>();
    const put = (key: string, more: readonly Path[]): void => {
      paths.set(key, [...(paths.get(key) ?? []), ...more]);
    };
    switch (lattice.kind) {
      case "emit":
        for (const key of weights.table(lattice).keys()) put(key, [lattice.path]);
        break;
      case "choice":
        for (const one of lattice.of) for (const [key, some] of expand(one)) put(key, some);
        break;
      case "with":
        for (const key of weights.table(lattice).keys()) put(key, expand(lattice.of).get(key) ?? []);
        break;
      case "join":
        for (const [left, right] of weights.pairs(lattice)) {
          const key = keyOf({ ...left, last: right.last, mix: left.mix === right.mix ? left.mix : 2 });
          const lefts = expand(lattice.left).get(keyOf(left)) ?? [];
          const rights = expand(lattice.right).get(keyOf(right)) ?? [];
          put(
            key,
            lefts.flatMap((before) => rights.map((after) => [...before, ...after])),
          );
        }
    }
    known.set(lattice, paths);
    return paths;
  }
  return [...expand(lattice).values()].flat();
}

/** Draws a path with probability proportional to its weight. */
export function samplePath(weights: Weights<number>, random: Random): Path {
  const path: Emission[] = [];
  function draw(lattice: Lattice, key: string): void {
    switch (lattice.kind) {
      case "emit":
        path.push(...lattice.path);
        return;
      case "with":
        draw(lattice.of, key);
        return;
      case "choice": {
        const options = lattice.of.filter((one) => weights.table(one).has(key));
        draw(
          pick(options, (one) => weights.table(one).get(key)!.weight, random),
          key,
        );
        return;
      }
      case "join": {
        const [left, right] = pick(weights.splits(lattice).get(key) ?? [], (split) => split.weight, random).keys;
        draw(lattice.left, left);
        draw(lattice.right, right);
      }
    }
  }
  const cells = [...weights.table(weights.lattice)];
  draw(weights.lattice, pick(cells, ([, cell]) => cell.weight, random)[0]);
  return path;
}

function pick<T>(options: readonly T[], weightOf: (option: T) => number, random: Random): T {
  const total = options.reduce((sum, option) => sum + weightOf(option), 0);
  let rest = random() * total;
  for (const option of options) {
    rest -= weightOf(option);
    if (rest < 0) return option;
  }
  const last = options.at(-1);
  if (last === undefined) throw new Error("Nothing to draw from.");
  return last;
}
