import { type Module, pairsOf, type PartProfile, type WeightProfile } from "./profile";
import { sum } from "../vectors";

/** B's share of each layer, split by attention and MLP, from how much each expert moved there. */
export interface ProposedShares {
  readonly attention: readonly number[];
  readonly mlp: readonly number[];
}

/**
 * Who moved a part more takes it, as the layer-swap paper argues: changes of each expert are taken relative to its own mean, and
 * where the two differ by less than `margin` of their sum the part is averaged.
 */
export function proposeShares({ parts }: WeightProfile, layers: number, margin = 0.1): ProposedShares {
  const of = (module: Module) => {
    const found = Array.from({ length: layers }, (_, layer) =>
      parts.find((part) => part.layer === layer && part.module === module),
    );
    const means = [0, 1].map((expert) => mean(found.map((part) => part?.changes[expert] ?? 0)));
    return found.map((part) => shareOf(part, means, margin));
  };
  return { attention: of("attention"), mlp: of("mlp") };
}

/** The proposal for layers that stay whole: where attention and MLP part, the layer is averaged. */
export function wholeLayers({ attention, mlp }: ProposedShares): ProposedShares {
  const shares = attention.map((share, layer) => (share === mlp[layer] ? share : 0.5));
  return { attention: shares, mlp: shares };
}

/** Whether a proposal gives no layer to either expert, so that its map is the plain average. */
export function isEven({ attention, mlp }: ProposedShares): boolean {
  return [...attention, ...mlp].every((share) => share === 0.5);
}

function shareOf(part: PartProfile | undefined, means: readonly number[], margin: number): number {
  const [a, b] = [0, 1].map((expert) => (part?.changes[expert] ?? 0) / Math.max(means[expert]!, 1e-12));
  const lead = (b! - a!) / Math.max(a! + b!, 1e-12);
  return Math.abs(lead) < margin ? 0.5 : lead > 0 ? 1 : 0;
}

/** Two groups that were joined, and how far apart they were (1 - mean cosine of their differences). */
export interface Join {
  readonly members: readonly number[];
  readonly distance: number;
}

/**
 * Which experts to merge first: average linkage on 1 - cosine of their differences over all parts, each join with the members of
 * the new group. Groups joined below `1` point the same way more than at random.
 */
export function groupExperts({ parts, experts }: WeightProfile): readonly Join[] {
  const pairs = pairsOf(experts.length);
  const distances = new Map(
    pairs.map(([a, b], pair) => {
      let [dot, aSquares, bSquares] = [0, 0, 0];
      for (const part of parts) {
        const [x, y] = [part.changes[a]! * part.norm, part.changes[b]! * part.norm];
        dot += (part.pairs[pair]!.cosine ?? 0) * x * y;
        aSquares += x * x;
        bSquares += y * y;
      }
      const length = Math.sqrt(aSquares * bSquares);
      return [`${a} ${b}`, length > 0 ? 1 - dot / length : 1] as const;
    }),
  );
  let groups: readonly (readonly number[])[] = experts.map((_, index) => [index]);
  const joins: Join[] = [];
  while (groups.length > 1) {
    const candidates = pairsOf(groups.length).map(([i, j]) => ({ i, j, distance: linkage(groups[i]!, groups[j]!) }));
    const { i, j, distance } = candidates.toSorted((x, y) => x.distance - y.distance)[0]!;
    const members = [...groups[i]!, ...groups[j]!].toSorted((x, y) => x - y);
    joins.push({ members, distance });
    groups = [...groups.filter((_, index) => index !== i && index !== j), members];
  }
  return joins;

  function linkage(first: readonly number[], second: readonly number[]): number {
    return mean(first.flatMap((a) => second.map((b) => distances.get(`${Math.min(a, b)} ${Math.max(a, b)}`)!)));
  }
}

function mean(values: readonly number[]): number {
  return sum(values) / Math.max(1, values.length);
}
