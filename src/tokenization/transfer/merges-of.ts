import type { TokenizerFiles } from "../hf-model";

interface ModelFile {
  readonly vocab: Readonly<Record<string, number>>;
  readonly merges?: readonly (string | readonly [string, string])[];
}

/** Of a BPE file: every token that merges make, with the two that are merged into it; of a token made twice the first pair. */
export function mergesOf({ tokenizer }: TokenizerFiles): ReadonlyMap<number, readonly [left: number, right: number]> {
  const { vocab, merges = [] } = tokenizer["model"] as ModelFile;
  const made = new Map<number, readonly [number, number]>();
  for (const merge of merges) {
    const [left, right] = typeof merge === "string" ? (merge.split(" ") as [string, string]) : merge;
    const [id, first, second] = [vocab[left + right], vocab[left], vocab[right]];
    if (id !== undefined && first !== undefined && second !== undefined && !made.has(id)) made.set(id, [first, second]);
  }
  return made;
}
