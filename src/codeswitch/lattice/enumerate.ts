import type { Lattice, Path } from "./lattice";
import { counting, keyOf, marked, Weights } from "./weights";

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
      case "bond":
        for (const [key, cell] of weights.table(lattice.of)) {
          put(keyOf(marked(cell, lattice)), expand(lattice.of).get(key) ?? []);
        }
        break;
      case "with":
        for (const key of weights.table(lattice).keys()) put(key, expand(lattice.of).get(key) ?? []);
        break;
      case "join":
        for (const [left, right] of weights.pairs(lattice)) {
          const key = keyOf(weights.joined(left, right));
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
