import { breadcrumbs, breadcrumbsTies } from "./breadcrumbs";
import { dareLinear, darePaper, dareTies, dareTiesPaper } from "./dare";
import { della, dellaLinear, dellaPaper } from "./della";
import { graft, graftActive, graftRandom } from "./graft";
import { karcher } from "./karcher";
import { knowledgeSubtraction } from "./knowledge-subtraction";
import { linear } from "./linear";
import { impart, truncatedSvd } from "./low-rank";
import type { MergeMethod } from "./method";
import { modelStock } from "./model-stock";
import { nearswap } from "./nearswap";
import { neuronPatch, neuronPatchRandom } from "./neuron-patch";
import { nuslerp } from "./nuslerp";
import { passthrough } from "./passthrough";
import { sce, scePaper } from "./sce";
import { skillpack } from "./skillpack";
import { slerp } from "./slerp";
import { shieldedAtRandom, shieldedByMagnitude, sourceShielded } from "./source-shielded";
import { taskArithmetic } from "./task-arithmetic";
import { ties, tiesPaper } from "./ties";
import { widen } from "./widen";

/** Every merge method by its name in YAML. A new one is a file beside these and a line here. */
export const mergeMethods = {
  linear,
  slerp,
  passthrough,
  nuslerp,
  karcher,
  task_arithmetic: taskArithmetic,
  ties,
  ties_paper: tiesPaper,
  dare_linear: dareLinear,
  dare_linear_paper: darePaper,
  dare_ties: dareTies,
  dare_ties_paper: dareTiesPaper,
  breadcrumbs,
  breadcrumbs_ties: breadcrumbsTies,
  della,
  della_linear: dellaLinear,
  della_paper: dellaPaper,
  model_stock: modelStock,
  sce,
  sce_paper: scePaper,
  nearswap,
  widen,
  knowledge_subtraction: knowledgeSubtraction,
  source_shielded: sourceShielded,
  source_shielded_magnitude: shieldedByMagnitude,
  source_shielded_random: shieldedAtRandom,
  graft,
  graft_active: graftActive,
  graft_random: graftRandom,
  neuron_patch: neuronPatch,
  neuron_patch_random: neuronPatchRandom,
  truncated_svd: truncatedSvd,
  impart,
  skillpack,
} as const satisfies Readonly<Record<string, MergeMethod>>;

export type MergeMethodName = keyof typeof mergeMethods;

export const mergeMethodNames = Object.keys(mergeMethods) as readonly MergeMethodName[];

/** A method by its name, with all that a method may have. */
export function methodOf(name: MergeMethodName): MergeMethod {
  return mergeMethods[name];
}
