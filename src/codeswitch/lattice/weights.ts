import type { Emission, Lattice } from "./lattice";

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

/**
 * Paths with equal ends: first and last emission, the sides that occur, and the bonds whose other end stands outside.
 * Sides are bits, 1 and 2; a bond is four times its number and its end's sides.
 */
export interface Cell<V> {
  readonly first: Emission;
  readonly last: Emission;
  readonly mix: number;
  readonly open: readonly number[];
  readonly weight: V;
}

export interface Split<V> {
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
        yield {
          first,
          last,
          mix: lattice.path.reduce((mix, one) => mix | sidesOf(one), 0),
          open: [],
          weight: lattice.path.map(emission).reduce(multiply),
        };
        return;
      }
      case "choice":
        for (const one of lattice.of) yield* this.table(one).values();
        return;
      case "bond":
        for (const cell of this.table(lattice.of).values()) yield marked(cell, lattice);
        return;
      case "with":
        for (const cell of this.table(lattice.of).values()) if ((cell.mix & (1 << lattice.side)) !== 0) yield cell;
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

  /** The cell of two that stand together; a bond that has both its ends in them is closed. */
  joined(left: Cell<V>, right: Cell<V>): Cell<V> {
    const { multiply, change } = this.algebra;
    const both = multiply(left.weight, right.weight);
    return {
      first: left.first,
      last: right.last,
      mix: left.mix | right.mix,
      open: [...without(left.open, right.open), ...without(right.open, left.open)].sort((a, b) => a - b),
      weight: (sidesOf(left.last) & sidesOf(right.first)) === 0 ? multiply(both, change) : both,
    };
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
        if (!lattice.may(left.last, rights[0]!.first)) continue;
        for (const right of rights) if (agree(left.open, right.open)) yield [left, right];
      }
    }
  }
}

/** A cell one of whose ends is marked as an end of a bond. */
export function marked<V>(cell: Cell<V>, { bond, end }: Extract<Lattice, { kind: "bond" }>): Cell<V> {
  return { ...cell, open: [...cell.open, bond * 4 + sidesOf(cell[end])].sort((a, b) => a - b) };
}

/** The sides of an emission as bits. */
function sidesOf({ side, both }: Emission): number {
  return both === true ? 3 : 1 << side;
}

/** The two ends of every bond have a side in common. */
function agree(left: readonly number[], right: readonly number[]): boolean {
  return left.every((one) => right.every((other) => one >> 2 !== other >> 2 || (one & other & 3) !== 0));
}

/** The bonds whose other end is not among some. */
function without(all: readonly number[], some: readonly number[]): readonly number[] {
  return all.filter((one) => some.every((other) => one >> 2 !== other >> 2));
}

/** Names a cell among those of its table. */
export function keyOf(cell: Cell<unknown>): string {
  const { first, last, mix, open } = cell;
  return `${first.unit * 2 + first.side},${last.unit * 2 + last.side},${mix},${open.join(".")}`;
}

/** How many different paths there are. Exact, whatever the size. */
export function countPaths(lattice: Lattice): bigint {
  return new Weights(lattice, counting).total();
}
