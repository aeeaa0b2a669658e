import type { Random } from "../../random";
import type { Emission, Lattice, Path } from "./lattice";
import { keyOf, marked, type Weights } from "./weights";

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
      case "bond": {
        const cells = [...weights.table(lattice.of)];
        draw(lattice.of, cells.find(([, cell]) => keyOf(marked(cell, lattice)) === key)![0]);
        return;
      }
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
