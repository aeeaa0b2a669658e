import { fitEmbeddingMap, mapEmbeddings } from "../../../merging/embedding-map";
import { LabError } from "../../../result";
import { procrustes, rowTimes } from "../../vectors/procrustes";
import { meanCosine, rowAt, rowsOf, split, type Table } from "./tables";

/** How the donor's space is taken to the base's. */
export type SavaMap = "procrustes" | "least-squares";

export interface Sava {
  /** The new table: the base's rows where the token is shared, else the donor's row, mapped. */
  readonly values: Float32Array;
  readonly anchors: number;
  /** On a tenth of the shared tokens that was not fitted: mean cosine of the mapped donor row with the base's. */
  readonly heldOutCosine: number;
}

/**
 * Semantic alignment vocabulary adaptation (Moroni et al. 2025, arXiv 2504.17025): a donor in the target language lends tokenizer and rows, and a
 * map fitted on the tokens that both have takes its rows into the base's space. Rows are standardised with the anchors' mean and
 * deviation and brought to length one, padded with zeros to the wider space, mapped, and scaled back with the base's; `scaled: false` maps
 * them as they are. Throws LabError (`checkpoints-incompatible`) where too few tokens are shared.
 */
export function alignDonor(
  base: Table,
  donor: Table,
  shared: ReadonlyMap<number, number>,
  { map, scaled = true }: { readonly map: SavaMap; readonly scaled?: boolean },
): Sava {
  const width = Math.max(base.width, donor.width);
  const pairs = [...shared].filter(([id, row]) => inside(donor, id) && inside(base, row));
  const [fitted, held] = split(pairs);
  if (fitted.length < width || held.length === 0) throw new LabError(tooFewShared(pairs.length, width));
  const spaces = [
    spaceOf(
      donor,
      fitted.map(([id]) => id),
      scaled,
    ),
    spaceOf(
      base,
      fitted.map(([, row]) => row),
      scaled,
    ),
  ] as const;
  const into = (rows: readonly number[], at: 0 | 1) => {
    const table = at === 0 ? donor : base;
    const laid = new Float32Array(rows.length * width);
    for (const [place, row] of rows.entries()) laid.set(spaces[at].into(rowAt(table, row)), place * width);
    return laid;
  };
  const [x, y] = [
    into(
      fitted.map(([id]) => id),
      0,
    ),
    into(
      fitted.map(([, row]) => row),
      1,
    ),
  ];
  const matrix = map === "procrustes" ? procrustes(x, y, width) : undefined;
  const linear = matrix ? undefined : fitEmbeddingMap(x, y, width, width, 1e-6 * fitted.length);
  const mapped = (row: Float32Array) => {
    const padded = new Float32Array(width);
    padded.set(spaces[0].into(row));
    const turned = matrix ? rowTimes(padded, matrix, width) : mapEmbeddings(linear!, padded);
    return spaces[1].back(turned.subarray(0, base.width));
  };
  const heights = donor.values.length / donor.width;
  const values = new Float32Array(heights * base.width);
  for (let id = 0; id < heights; id++) {
    const same = shared.get(id);
    values.set(same === undefined ? mapped(rowAt(donor, id)) : rowAt(base, same), id * base.width);
  }
  const guessed = new Float32Array(held.length * base.width);
  for (const [at, [id]] of held.entries()) guessed.set(mapped(rowAt(donor, id)), at * base.width);
  return {
    values,
    anchors: fitted.length,
    heldOutCosine: meanCosine(
      guessed,
      rowsOf(
        base,
        held.map(([, row]) => row),
      ),
      base.width,
    ),
  };
}

/** Standardising by the anchors and scaling to length one, and the way back: times the anchors' mean length, un-standardised. */
function spaceOf(table: Table, anchors: readonly number[], scaled: boolean) {
  if (!scaled) return { into: (row: Float32Array) => row, back: (row: Float32Array) => row };
  const { width } = table;
  const [mean, deviation] = [new Float64Array(width), new Float64Array(width)];
  for (const row of anchors) rowAt(table, row).forEach((value, i) => (mean[i]! += value / anchors.length));
  for (const row of anchors)
    rowAt(table, row).forEach((value, i) => (deviation[i]! += (value - mean[i]!) ** 2 / anchors.length));
  const standard = (row: Float32Array) =>
    row.map((value, i) => (value - mean[i]!) / Math.max(1e-12, Math.sqrt(deviation[i]!)));
  const length = anchors.reduce((sum, row) => sum + norm(standard(rowAt(table, row))) / anchors.length, 0);
  return {
    into: (row: Float32Array) => {
      const whole = standard(row);
      const size = Math.max(1e-12, norm(whole));
      return whole.map((value) => value / size);
    },
    back: (row: Float32Array) => row.map((value, i) => value * length * Math.sqrt(deviation[i]!) + mean[i]!),
  };
}

function norm(row: Float32Array): number {
  return Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
}

function inside(table: Table, row: number): boolean {
  return row < table.values.length / table.width;
}

function tooFewShared(shared: number, width: number) {
  return {
    code: "checkpoints-incompatible",
    what: `The two vocabularies share ${shared} tokens; a map between spaces of ${width} dimensions needs more.`,
    remedy: "Choose a donor whose vocabulary has more in common with the base's.",
    facts: { shared, width },
  } as const;
}
