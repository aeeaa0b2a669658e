/** A tensor of one layer: `{stem}.{layer}.{rest}`, such as `model.layers` `3` `mlp.up_proj.weight`. */
export interface LayerTensorName {
  readonly stem: string;
  readonly layer: number;
  readonly rest: string;
}

const layerPattern = /^((?:.+\.)?(?:layers|h|blocks))\.(\d+)\.(.+)$/;

/** The parts of a layer's tensor name; undefined for embeddings, final norm and head. */
export function layerTensorName(name: string): LayerTensorName | undefined {
  const match = layerPattern.exec(name);
  return match ? { stem: match[1]!, layer: Number(match[2]), rest: match[3]! } : undefined;
}

/** What a tensor outside the layers is for. */
export type OuterRole = "embeddings" | "norm" | "head";

/** The role of a tensor outside the layers, by the names in use on the hub. */
export function outerRole(name: string): OuterRole {
  if (/(^|\.)(lm_head|embed_out|output)\.(weight|bias)$/.test(name)) return "head";
  return /emb|wte|wpe/.test(name) ? "embeddings" : "norm";
}

/** Number of layers that a checkpoint's tensor names show. */
export function layerCount(names: Iterable<string>): number {
  let count = 0;
  for (const name of names) count = Math.max(count, (layerTensorName(name)?.layer ?? -1) + 1);
  return count;
}
