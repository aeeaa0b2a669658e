import { otherSide } from "../sentence";
import type { Point } from "./constraint";

/**
 * The two children that break the order at a point: `earlier` stands before it and `later` after it, and in the other
 * sentence `later` comes first. The pair nearest to the point; `undefined` where the order agrees.
 */
export function disorder(point: Point): { readonly earlier: number; readonly later: number } | undefined {
  const ranks: number[] = [];
  for (const [rank, child] of point.node.order[otherSide(point.side)].entries()) ranks[child] = rank;
  const furthest = point.before.reduce((most, child) => Math.max(most, ranks[child]!), -1);
  const later = point.after.find((child) => ranks[child]! < furthest);
  if (later === undefined) return undefined;
  const earlier = point.before.findLast((child) => ranks[child]! > ranks[later]!)!;
  return { earlier, later };
}
