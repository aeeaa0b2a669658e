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

/** Whether the rows of a tensor stand for tokens: embeddings of words, not of positions, and the head. */
export function hasTokenRows(name: string): boolean {
  if (layerTensorName(name)) return false;
  return outerRole(name) === "head" || /(embed_tokens|wte|word_embeddings|embed_in|tok_embeddings)\.weight$/.test(name);
}

/** Llama's names of what stands outside the layers. In filters they stand for the same part of every architecture. */
export const outerFilters: Readonly<Record<OuterRole, string>> = {
  embeddings: "embed_tokens",
  norm: "model.norm",
  head: "lm_head",
};

/** Whether a filter of a recipe is meant for a tensor: it is a part of its name, or names its role as Llama does. */
export function filterMatches(filter: string, tensor: string): boolean {
  if (filter === "*" || tensor.includes(filter)) return true;
  return layerTensorName(tensor) === undefined && outerFilters[outerRole(tensor)] === filter;
}

/** Number of layers that a checkpoint's tensor names show. */
export function layerCount(names: Iterable<string>): number {
  let count = 0;
  for (const name of names) count = Math.max(count, (layerTensorName(name)?.layer ?? -1) + 1);
  return count;
}
