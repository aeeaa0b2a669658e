import type { Parent } from "./compatibility";
import { settingsOf } from "./settings";
import { layerTensorName, outerRole } from "./tensor-name";

/** A parent as a plan sees it: its weights under the names of the result. */
export interface NamedParent extends Parent {
  /** The name of each of its tensors in its own files. */
  readonly ownName: ReadonlyMap<string, string>;
}

/** What families register beside their weights: masks, and tables of positions. No program reads them. */
const buffer = /(^|\.)(attn|attention)\.(bias|masked_bias)$|(^|\.)rotary_emb\.inv_freq$/;

/** What a model's files put before the names of all tensors but the head's, or leave out. */
const stack = /^(model\.|transformer\.|gpt_neox\.)?(?:layers|h)\.\d+\./;

/**
 * A parent's weights under the names that `host` has for them: without buffers, without a head that is tied to the embeddings,
 * even where the file repeats it, and with the host's prefix (`transformer.h.0` or `h.0`).
 */
export function namedAs(host: Parent, parent: Parent): NamedParent {
  const tied = isTied(parent);
  const [theirs, own] = [prefixOf(host), prefixOf(parent)];
  const named = [...parent.tensors].flatMap(([name, info]) => {
    const head = !layerTensorName(name) && outerRole(name) === "head";
    if (buffer.test(name) || (head && tied)) return [];
    const renames = !head && own !== undefined && theirs !== undefined && name.startsWith(own);
    return [{ name: renames ? `${theirs}${name.slice(own.length)}` : name, own: name, info }];
  });
  return {
    ...parent,
    tensors: new Map(named.map(({ name, info }) => [name, info])),
    ownName: new Map(named.map(({ name, own }) => [name, own])),
  };
}

/** Whether a model's head is its embeddings. */
export function isTied({ config }: Parent): boolean {
  return settingsOf(config)["tie_word_embeddings"] === true;
}

/** Undefined where the layers are not named as in any family that is known. */
function prefixOf({ tensors }: Parent): string | undefined {
  for (const name of tensors.keys()) {
    const match = stack.exec(name);
    if (match) return match[1] ?? "";
  }
  return undefined;
}
