import { contentHash } from "../hash";
import { compose, svd } from "../merging/arithmetic/svd";
import { hasTokenRows } from "../merging/tensor-name";
import { LabError } from "../result";
import { applyRows, type NewRow } from "../tokenization/transfer/rows";
import type { Checkpoint, TensorInfo, TokenizerFiles } from "./checkpoint";
import { elementCount, fromFloat32, toFloat32 } from "./dtype";
import { renumbered } from "./token-ids";

export interface VocabularyChange {
  readonly tokenizer: TokenizerFiles;
  /** The recipe of every row, in the order of the new ids. */
  readonly rows: readonly NewRow[];
  /** Of the rows that are drawn. */
  readonly seed: number;
  /** Cuts the old rows to this rank by SVD before they are mixed (OFA). */
  readonly rank?: number;
  /** Whole tensors, by name, whose rows are no mixtures of the old ones: a map's, another model's. */
  readonly given?: Readonly<Record<string, Float32Array>>;
}

/**
 * The base with another vocabulary: embedding, untied head and its bias have the new rows, computed when they are asked for, all other
 * tensors are the base's own under its keys. Ids of special tokens in the configs follow the rows that are copied. Nothing is read here.
 */
export function changeVocabulary(base: Checkpoint, change: VocabularyChange): Checkpoint {
  const { tokenizer, rows, seed, rank, given = {} } = change;
  const key = keyOf(change);
  const newId = new Map(
    rows.flatMap((row, id) => (row.length === 1 && row[0]!.weight === 1 ? [[row[0]!.row, id]] : [])),
  );
  const idOf = (id: number) => newId.get(id);
  const tensors = new Map([...base.tensors].map(([name, info]) => [name, hasTokenRows(name) ? changed(info) : info]));
  return {
    ...base,
    id: `vocabulary-${contentHash(JSON.stringify([base.id, key]))}`,
    config: { ...renumbered(base.config, idOf), vocab_size: rows.length },
    generationConfig: renumbered(base.generationConfig, idOf),
    tensors,
    tensorKey: (name) => (hasTokenRows(name) ? `vocabulary/${key}/${base.tensorKey(name)}` : base.tensorKey(name)),
    async tensor(name, options) {
      const read = await base.tensor(name, options);
      if (!hasTokenRows(name)) return read;
      const [height, ...rest] = read.shape;
      const width = elementCount(rest);
      const last = rows.reduce((most, row) => row.reduce((high, share) => Math.max(high, share.row), most), -1);
      if (last >= height!) throw new LabError(missingRow(name, last, height!));
      const whole = given[name];
      if (whole) return { ...changed(read), bytes: fromFloat32(whole, read.type) };
      const values = toFloat32(read);
      const old =
        rank === undefined || width === 1 ? values : compose(svd(values, height!, width), rank, height!, width);
      const made = applyRows(old, width, rows, seed);
      return { ...changed(read), bytes: fromFloat32(made, read.type) };
    },
    tokenizer: () => Promise.resolve(tokenizer),
  };

  function changed({ name, type, shape }: TensorInfo): TensorInfo {
    return { name, type, shape: [rows.length, ...shape.slice(1)] };
  }
}

function keyOf({ tokenizer, rows, seed, rank, given = {} }: VocabularyChange): string {
  const tables = Object.entries(given).map(([name, { buffer, byteOffset, byteLength }]) => {
    return [name, contentHash(new Uint8Array(buffer, byteOffset, byteLength))];
  });
  return contentHash(JSON.stringify([tokenizer, rows, seed, rank, ...tables]));
}

function missingRow(tensor: string, row: number, height: number) {
  return {
    code: "tensor-shape",
    what: `The new vocabulary is made of row ${row} of ${tensor}, which has ${height} rows.`,
    remedy: "Take the tokenizer that belongs to this checkpoint as the old one.",
    facts: { tensor, row, height },
  } as const;
}
