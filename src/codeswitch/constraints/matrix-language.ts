import { type BilingualNode, type BilingualTree, wordRefs } from "../bilingual";
import type { Emission, Path } from "../lattice/lattice";
import type { Reason } from "../reasons";
import { otherSide, type Side } from "../sentence";
import { isContent } from "../tags";
import { type Constraint, legal, type Point, refused } from "./constraint";

/**
 * The matrix language gives the order and the function words; the embedded language gives single content words, or whole
 * constituents as islands. A point of the matrix sentence is legal when embedded material may begin or end there.
 */
export const matrixLanguage: Constraint = {
  id: "matrix-language",
  name: "Matrix language frame",
  phrase: "the matrix language frame",
  rule: "One language gives the order and the function words; the other gives content words or whole constituents.",
  reference: "Myers-Scotton 1993; implemented as in Lee et al. 2019 and GCM's ML mode",
  needs: ["tree", "matrix"],
  judge(pair, point, matrix) {
    const [left, right] = [point.ends[0].unit, point.ends[1].unit];
    const reason = contentReason(pair, right, matrix) ?? contentReason(pair, left, matrix) ?? islandReason(pair, point);
    if (reason !== undefined) return legal(reason);
    return refused({
      kind: "system-morpheme",
      words: wordRefs(pair, matrix, [left, right]),
      tags: [left, right].flatMap((unit) => pair.units[unit]!.tags),
    });
  },
};

/** True when a unit may come from the embedded language by itself: it holds a content morpheme. */
export function isInsertable(pair: BilingualTree, unit: number): boolean {
  return pair.units[unit]!.tags.some(isContent);
}

/** True when a constituent may stand wholly in the embedded language: more than one unit, and not the whole sentence. */
export function isIsland(pair: BilingualTree, node: BilingualNode): boolean {
  return node !== pair.root && node.units.length > 1;
}

/** Why an emission in the embedded language may stand in a sentence: the largest island around it, or its content word. */
export function insertionReason(pair: BilingualTree, path: Path, emission: Emission): Reason {
  const embedded = new Set(path.filter(({ side }) => side === emission.side).map(({ unit }) => unit));
  let node = pair.root;
  while (node.children.length > 0) {
    if (isIsland(pair, node) && node.units.every((unit) => embedded.has(unit))) {
      return { kind: "embedded-island", constituent: node.label, words: wordRefs(pair, emission.side, node.units) };
    }
    node = node.children.find((child) => child.units.includes(emission.unit))!;
  }
  const reason = contentReason(pair, emission.unit, otherSide(emission.side));
  if (reason === undefined) throw new Error(`Unit ${emission.unit} is neither a content word nor in an island.`);
  return reason;
}

function contentReason(pair: BilingualTree, unit: number, matrix: Side): Reason | undefined {
  if (!isInsertable(pair, unit)) return undefined;
  const { tags } = pair.units[unit]!;
  return {
    kind: "content-word",
    words: wordRefs(pair, otherSide(matrix), [unit]),
    tag: tags.find(isContent) ?? "X",
  };
}

/** The largest island that touches the point from one side and does not reach over it. */
function islandReason(pair: BilingualTree, point: Point): Reason | undefined {
  for (const { unit } of point.ends.toReversed()) {
    const child = point.node.children.find((candidate) => candidate.units.includes(unit));
    if (child !== undefined && isIsland(pair, child)) {
      const words = wordRefs(pair, otherSide(point.side), child.units);
      return { kind: "embedded-island", constituent: child.label, words };
    }
  }
  return undefined;
}
