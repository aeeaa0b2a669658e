import type { Checkpoint, TokenizerFiles } from "../checkpoints/checkpoint";
import { elementCount } from "../checkpoints/dtype";
import { hasTokenRows, outerRole } from "../merging/tensor-name";

/** What a change of vocabulary needs to know of a checkpoint. */
export interface CheckpointVocabulary {
  readonly files: TokenizerFiles;
  /** Tensors with a row for each token: embedding, untied head, its bias. The first is the embedding. */
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly width: number }[];
  /** Of the whole checkpoint. */
  readonly parameters: number;
}

/** Reads the tokenizer's files and the tensors' shapes; no weights. Throws `not-found` where there is no tokenizer. */
export async function vocabularyOf(checkpoint: Checkpoint): Promise<CheckpointVocabulary> {
  const { tensors } = checkpoint;
  const tables = [...tensors.values()]
    .filter(({ name }) => hasTokenRows(name))
    .map(({ name, shape: [rows = 0, ...rest] }) => ({ name, rows, width: elementCount(rest) }))
    .toSorted((a, b) => rankOf(a.name) - rankOf(b.name));
  const parameters = [...tensors.values()].reduce((sum, { shape }) => sum + elementCount(shape), 0);
  return { files: await checkpoint.tokenizer(), tables, parameters };
}

function rankOf(name: string): number {
  if (name.endsWith("bias")) return 2;
  return outerRole(name) === "embeddings" ? 0 : 1;
}
