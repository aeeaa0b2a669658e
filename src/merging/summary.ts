import { type MlpNorm, mlpNormOf } from "./mlp-norm";
import type { MergePlan } from "./plan";
import { layerTensorName, outerRole } from "./tensor-name";
import { type RowGroup, rowGroups } from "./vocabulary";

/** What a merge took over and what it had to compute. */
export interface MergeSummary {
  /** Layers of the result, and how many of them are a parent's layer unchanged. */
  readonly layers: number;
  readonly borrowedLayers: number;
  /** Bytes as stored. Borrowed ones are shared with the parents: not computed, converted or uploaded again. */
  readonly borrowedBytes: number;
  readonly computedBytes: number;
  /** The head is the embedding matrix and has no tensor of its own. */
  readonly tiedHead: boolean;
  readonly warnings: readonly string[];
  /** What the models call the norms of a layer's MLP half. */
  readonly mlpNorm?: MlpNorm;
  /** What happened to the rows of different vocabularies. */
  readonly rows?: readonly RowGroup[];
}

/** What is known of an output tensor: its stored size, and whether its values are a parent's as they lie there. */
export interface OutputTensor {
  readonly bytes: number;
  readonly borrowed: boolean;
}

/** Sums up a plan. */
export function summarise(plan: MergePlan, outputOf: (tensor: string) => OutputTensor): MergeSummary {
  const mlpNorm = mlpNormOf(plan.tensors.keys());
  const computedLayers = new Set<number>();
  let [borrowedBytes, computedBytes] = [0, 0];
  for (const name of plan.tensors.keys()) {
    const { bytes, borrowed } = outputOf(name);
    if (borrowed) {
      borrowedBytes += bytes;
      continue;
    }
    computedBytes += bytes;
    const inner = layerTensorName(name);
    if (inner) computedLayers.add(inner.layer);
  }
  return {
    layers: plan.layers,
    borrowedLayers: plan.layers - computedLayers.size,
    borrowedBytes,
    computedBytes,
    tiedHead: ![...plan.tensors.keys()].some((name) => !layerTensorName(name) && outerRole(name) === "head"),
    warnings: plan.warnings,
    ...(mlpNorm && { mlpNorm }),
    ...(plan.vocabulary && { rows: rowGroups(plan.vocabulary) }),
  };
}
