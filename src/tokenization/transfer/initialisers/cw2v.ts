import { sum } from "../../../vectors";
import { constrainedWord2vec } from "../constrained-word2vec";
import { rowAt } from "../maps/tables";
import { mixture, type NewRow } from "../rows";
import { type Initialiser, sourcePieces, type Transfer } from "../transfer";
import { mean } from "./mean";

/** Old tokens that a new one may be made of: the most frequent of the text. */
const candidates = 256;
/** Weights of a row that are kept, the largest. */
const kept = 32;
const epochs = 15;
const seed = 1;

/** Weights of old rows learnt from text, so that new tokens lie in the old rows' convex hull; tokens the text has not are means. */
export const cw2v: Initialiser = {
  name: "cw2v",
  title: "Constrained Word2Vec",
  reference: "Mundra et al. 2024, arXiv 2407.05841; over the text’s 256 most frequent old tokens",
  formula: "row = Σ softmax(a) · old row, a by skip-gram with the old rows frozen; the 32 largest weights, made one",
  needs: ["texts", "embedding"],
  copies: "all",
  prepare(transfer) {
    const learnt = learntRows(transfer);
    const fromPieces = mean.prepare(transfer);
    return (id) => learnt.get(id) ?? fromPieces(id);
  },
};

function learntRows(transfer: Transfer): ReadonlyMap<number, NewRow> {
  const { source, target, shared, texts = [], embedding } = transfer;
  const rows = frequentIds(texts.flatMap((text) => source.encode(text).map(({ id }) => id)));
  if (!embedding || rows.length === 0) return new Map();
  const lengths = rows.map((row) => Math.hypot(...rowAt(embedding, row)));
  const scale = rows.length / sum(lengths);
  const scaled = (row: number) => rowAt(embedding, row).map((value) => value * scale);
  const piecesOf = sourcePieces(transfer);
  const { weights } = constrainedWord2vec({
    sentences: texts.map((text) => target.encode(text).map(({ id }) => id)),
    frozen: (id) => (shared.has(id) ? scaled(shared.get(id)!) : undefined),
    candidates: rows.map(scaled),
    // Half on the token's own pieces, as far as they are candidates; a part of a character may have none.
    start: (id) => {
      const pieces = piecesOf(id);
      const share = (row: number) => pieces.filter((piece) => piece === row).length / Math.max(1, pieces.length);
      return rows.map((row) => 1 / rows.length + share(row));
    },
    epochs,
    seed,
  });
  return new Map([...weights].map(([id, own]) => [id, largest(own, rows)]));
}

function largest(weights: Float64Array, rows: readonly number[]): NewRow {
  const shares = Array.from(weights, (weight, at): readonly [number, number] => [rows[at]!, weight]);
  return mixture(shares.sort(([, a], [, b]) => b - a).slice(0, kept));
}

function frequentIds(ids: readonly number[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .sort(([a, some], [b, others]) => others - some || a - b)
    .slice(0, candidates)
    .map(([id]) => id);
}
