import { fitEmbeddingMap, mapEmbeddings } from "../../../merging/embedding-map";
import { LabError } from "../../../result";
import { meanCosine, rowAt, rowsOf, split, type Table } from "./tables";

type Merges = ReadonlyMap<number, readonly [left: number, right: number]>;

/** What a merged token's row is of the rows of the two: e_t = e_l W₁ + e_r W₂ + b. */
export interface Hypernetwork {
  /** The row of a token that merges two whose rows are given. */
  predict(left: Float32Array, right: Float32Array): Float32Array;
  /** On a tenth of the merges that was not fitted: mean cosine with the true row, and that of the mean of the two. */
  readonly heldOut: { readonly merges: number; readonly cosine: number; readonly cosineOfMean: number };
}

/**
 * A closed-form stand-in for the hypernetwork of Zero-Shot Tokenizer Transfer (Minixhofer et al. 2024, arXiv 2405.07883): ridge
 * regression over the old vocabulary's merges in the place of a trained transformer. The ridge is a share of the mean squared length of the
 * inputs. Throws LabError (`input-invalid`) where there are too few merges.
 */
export function fitHypernetwork(table: Table, merges: Merges, ridge: number): Hypernetwork {
  const { width } = table;
  const all = [...merges].map(([id, [left, right]]) => ({ id, left, right }));
  const [fitted, held] = split(all);
  const inputs = (of: typeof all) => {
    const rows = new Float32Array(of.length * (2 * width + 1));
    for (const [at, { left, right }] of of.entries()) {
      rows.set(inputOf(rowAt(table, left), rowAt(table, right)), at * (2 * width + 1));
    }
    return rows;
  };
  const outputs = (of: typeof all) =>
    rowsOf(
      table,
      of.map(({ id }) => id),
    );
  const x = inputs(fitted);
  const scale = x.reduce((sum, value) => sum + value * value, 0) / (2 * width + 1);
  const map = fitted.length > 0 ? fitEmbeddingMap(x, outputs(fitted), 2 * width + 1, width, ridge * scale) : undefined;
  if (!map) throw new LabError(tooFew(fitted.length, width));
  const predicted = mapEmbeddings(map, inputs(held));
  const means = held.flatMap(({ left, right }) => {
    const [one, other] = [rowAt(table, left), rowAt(table, right)];
    return Array.from(one, (value, i) => (value + other[i]!) / 2);
  });
  const truth = outputs(held);
  return {
    predict: (left, right) => mapEmbeddings(map, inputOf(left, right)),
    heldOut: {
      merges: held.length,
      cosine: meanCosine(predicted, truth, width),
      cosineOfMean: meanCosine(Float32Array.from(means), truth, width),
    },
  };
}

/**
 * The new table: rows of shared tokens copied, of merged ones predicted from the two (down to tokens that are shared), of others as `otherwise`
 * has them.
 */
export function applyHypernetwork(
  network: Hypernetwork,
  old: Table,
  {
    shared,
    merges,
    otherwise,
  }: { readonly shared: ReadonlyMap<number, number>; readonly merges: Merges; readonly otherwise: Table },
): Float32Array {
  const made = otherwise.values.slice();
  const done = new Set<number>();
  const rowOf = (id: number): Float32Array => {
    const row = made.subarray(id * old.width, (id + 1) * old.width);
    if (done.has(id)) return row;
    done.add(id);
    const [same, two] = [shared.get(id), merges.get(id)];
    if (same !== undefined) row.set(rowAt(old, same));
    else if (two) row.set(network.predict(rowOf(two[0]), rowOf(two[1])));
    return row;
  };
  for (let id = 0; id < made.length / old.width; id++) rowOf(id);
  return made;
}

function inputOf(left: Float32Array, right: Float32Array): Float32Array {
  const input = new Float32Array(left.length + right.length + 1);
  input.set(left);
  input.set(right, left.length);
  input[input.length - 1] = 1;
  return input;
}

function tooFew(merges: number, width: number) {
  return {
    code: "input-invalid",
    what: `The base's vocabulary has ${merges} merges to learn from; ${2 * width + 1} unknowns need more.`,
    remedy: "Choose a base with a BPE tokenizer, or another way of making rows.",
    facts: { merges, width },
  } as const;
}
