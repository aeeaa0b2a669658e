import type { Checkpoint, TokenizerFiles } from "../checkpoints/checkpoint";
import { elementCount } from "../checkpoints/dtype";
import { vocabularyOf as tokensOf } from "../checkpoints/vocabularies";
import { hasTokenRows, outerRole } from "../merging/tensor-name";
import { sha256 } from "../sha256";

/** What a change of vocabulary needs to know of a checkpoint. */
export interface CheckpointVocabulary {
  /** SHA-256 of the tokens in the order of their ids, a line "id, tab, token" each: 64 hexadecimal digits. */
  readonly hash: string;
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
  const files = await checkpoint.tokenizer();
  return { hash: await tokenizerHash(files), files, tables, parameters };
}

/** Two tokenizers of equal hash give the same ids to the same tokens; how they cut a text is not part of it. */
export async function tokenizerHash(files: TokenizerFiles): Promise<string> {
  const entries = [...tokensOf(files)].toSorted(([, a], [, b]) => a - b);
  const lines = entries.map(([token, id]) => `${id}\t${token}\n`).join("");
  return await sha256(new TextEncoder().encode(lines));
}

function rankOf(name: string): number {
  if (name.endsWith("bias")) return 2;
  return outerRole(name) === "embeddings" ? 0 : 1;
}
