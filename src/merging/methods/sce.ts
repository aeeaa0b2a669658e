import { dot, sum } from "../../vectors";
import { tieBreak } from "../arithmetic/election";
import { keepRanks } from "../arithmetic/ranks";
import { difference } from "../arithmetic/vectors";
import { recipeLimits } from "../limits";
import { deltaShares, maskRule } from "./delta";
import { type MergeMethod, numberOf } from "./method";

const reference = "Wan et al. 2024, FuseChat, arXiv 2408.07990";
const formula =
  "keep the select_topk positions of largest variance over models;  wᵢ = Σδᵢ²/ΣΣδ²;  s = sign(Σδᵢ);  θ = θ₀ + Σ_{sign δᵢ = s} wᵢδᵢ / Σ_{sign δᵢ = s} wᵢ";

/** Select by variance, calculate weights by size, erase the minority's signs. */
export const sce = sceMethod({
  name: "sce",
  title: "SCE (select, calculate, erase)",
  reference: `${reference}; as in mergekit: equal weights for tiny differences, top-k of the positions that vary`,
  variant: "mergekit",
});

export const scePaper = sceMethod({
  name: "sce_paper",
  title: "SCE (as in the paper: weights by size always)",
  reference,
  variant: "paper",
});

function sceMethod(head: Pick<MergeMethod, "name" | "title" | "reference" | "variant">): MergeMethod {
  return {
    ...head,
    formula,
    models: { min: 2, max: recipeLimits.sources },
    base: "required",
    adds: "measured",
    parameters: {
      select_topk: {
        kind: "number",
        level: "tensor",
        default: 1,
        min: 0,
        max: 1,
        meaning: "fraction of positions that is kept",
      },
      int8_mask: maskRule,
    },
    uses: ({ sources, tensor }) => sources.map((_, i) => i === 0 || tensor["select_topk"] !== 0),
    borrows: ({ tensor }) => tensor["select_topk"] === 0,
    shares: ({ sources }) => deltaShares(sources.slice(1).map(() => 1 / (sources.length - 1))),
    merge([base, ...experts], { tensor }) {
      const deltas = experts.map((expert) => difference(expert, base!));
      const topk = numberOf(tensor, "select_topk");
      if (topk < 1) select(deltas, topk, head.variant === "mergekit");
      const weights = sizeWeights(deltas, head.variant === "mergekit" ? 1e-6 : 0);
      const least = head.variant === "mergekit" ? 1e-6 : Number.MIN_VALUE;
      const merged = deltas[0]!;
      for (let i = 0; i < merged.length; i++) {
        let vote = tieBreak;
        for (let j = 0; j < deltas.length; j++) vote += deltas[j]![i]!;
        let sum = 0;
        let divisor = 0;
        for (let j = 0; j < deltas.length; j++) {
          const value = deltas[j]![i]!;
          const share = weights[j]! * Number(value * vote > 0);
          sum += share * value;
          divisor += share;
        }
        merged[i] = base![i]! + sum / Math.max(divisor, least);
      }
      return merged;
    },
  };
}

/** Zeroes all differences where their variance over the models is not among the largest. */
function select(deltas: readonly Float32Array[], topk: number, ofVarying: boolean): void {
  const spread = new Float32Array(deltas[0]!.length);
  let varying = 0;
  for (let i = 0; i < spread.length; i++) {
    let [sum, squares] = [0, 0];
    for (const delta of deltas) {
      sum += delta[i]!;
      squares += delta[i]! ** 2;
    }
    const mean = sum / deltas.length;
    spread[i] = Math.max(0, squares / deltas.length - mean * mean);
    if (spread[i]! > 0) varying++;
  }
  keepRanks(spread, 0, Math.floor(topk * (ofVarying ? varying : spread.length)));
  for (const delta of deltas) for (let i = 0; i < spread.length; i++) if (spread[i] === 0) delta[i] = 0;
}

/** Each model's share of all squares; equal ones where the mean squares together are below `floor`. */
function sizeWeights(deltas: readonly Float32Array[], floor: number): readonly number[] {
  const sizes = deltas.map((delta) => dot(delta, delta) / delta.length);
  const total = sum(sizes);
  return total <= floor ? sizes.map(() => 1 / sizes.length) : sizes.map((size) => size / total);
}
