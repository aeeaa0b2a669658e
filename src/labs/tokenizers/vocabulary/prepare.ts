import type { VocabularyDocument } from "../../../experiments/documents/vocabulary";
import { LabError, unwrap } from "../../../result";
import { createEncoder } from "../../../tokenization/hf-encoder";
import type { TokenizerFiles } from "../../../tokenization/hf-model";
import { initialisers } from "../../../tokenization/transfer/initialisers";
import { neighboursAmong } from "../../../tokenization/transfer/initialisers/neighbours";
import { applyRows, copyOf, type NewRow } from "../../../tokenization/transfer/rows";
import { initialRows, sharedTokens } from "../../../tokenization/transfer/transfer";
import { vocabularyOf } from "../../../checkpoints/vocabularies";
import { fertilities } from "./fertilities";
import type { Coverage, Fertility, NewWord, Recipe } from "./result";
import { type RowsSetting, transfersFor } from "./rows";
import { countsOf, learningText, makeTarget, type Target } from "./target";
import { textsOf } from "./texts";

export interface PrepareRequest {
  readonly document: VocabularyDocument;
  readonly source: TokenizerFiles;
  readonly own?: TokenizerFiles;
  /** The base's embedding, [old rows, width]. */
  readonly embedding: Float32Array;
  readonly width: number;
}

/** What the preparation tells on its way: how far it is, the target, and the rows of each initialiser. */
export type Prepared =
  | { readonly kind: "progress"; readonly done: number; readonly total: number; readonly note: string }
  | {
      readonly kind: "target";
      readonly files: TokenizerFiles;
      readonly rows: number;
      readonly shared: number;
      /** Of a trimmed vocabulary: old ids by new. */
      readonly kept: readonly number[] | null;
      readonly fertility: readonly Fertility[];
      readonly coverage: readonly Coverage[];
      readonly words: readonly NewWord[];
    }
  | {
      readonly kind: "rows";
      readonly initialiser: string;
      readonly rows: readonly NewRow[];
      readonly drawn: number;
      /** In the order of the words. */
      readonly recipes: readonly Recipe[];
    };

const shownWords = 40;
const shownShares = 8;
const shownNeighbours = 5;

/** Makes the target vocabulary and the recipes of its rows. Throws LabError as `makeTarget` does, `tokenizer-invalid` for the base's. */
export async function* prepare(request: PrepareRequest): AsyncGenerator<Prepared, void> {
  const { document, source, own, embedding, width } = request;
  const sourceEncoder = unwrap(createEncoder(source, document.base));
  const texts = await textsOf([...new Set([...document.languages, document.from])]);
  const steps = makeTarget({ document, source, sourceEncoder, texts, ...(own && { own }) });
  let target: Target | undefined;
  while (target === undefined) {
    const step = steps.next();
    if (step.done) target = step.value;
    else yield { kind: "progress", ...step.value, note: "learning the vocabulary" };
  }
  const { files, encoder, kept = null, counts } = target;
  const shared = sharedTokens(
    { encoder: sourceEncoder, vocabulary: vocabularyOf(source) },
    { encoder, vocabulary: vocabularyOf(files) },
  );
  const text = learningText(document, texts);
  const fresh = kept ? [] : countsOf(encoder, text).filter(([id]) => !shared.has(id) && id !== encoder.unknownId);
  const words = fresh.slice(0, shownWords).map(([id, count]) => ({ id, count, text: encoder.decode([id]) }));
  yield {
    kind: "target",
    files,
    rows: encoder.vocabularySize,
    shared: kept ? kept.length : shared.size,
    kept,
    fertility: fertilities(document, sourceEncoder, encoder),
    coverage: counts ? coverageOf(counts) : [],
    words,
  };
  if (kept) {
    yield { kind: "rows", initialiser: "trim", rows: kept.map(copyOf), drawn: 0, recipes: [] };
    return;
  }
  const setting: RowsSetting = {
    source: sourceEncoder,
    target: encoder,
    targetFiles: files,
    shared,
    texts,
    languages: document.languages,
    from: document.from,
    ownText: document.text,
    seed: document.seed,
  };
  const transferOf = transfersFor(setting);
  const height = embedding.length / width;
  const nearest = neighboursAmong(
    new Map(Array.from({ length: height }, (_, row) => [row, embedding.subarray(row * width, (row + 1) * width)])),
  );
  for (const [done, name] of document.initialisers.entries()) {
    const initialiser = initialisers.find((candidate) => candidate.name === name)!;
    yield { kind: "progress", done, total: document.initialisers.length, note: `rows: ${initialiser.title}` };
    const rows = initialRows(initialiser, transferOf(initialiser));
    if (rows.some((row) => row.some((share) => share.row >= height))) throw new LabError(tooFewRows);
    const made = applyRows(embedding, width, rows, document.seed);
    const recipes = words.map(
      ({ id }): Recipe => ({
        shares: rows[id]!.toSorted((a, b) => b.weight - a.weight)
          .slice(0, shownShares)
          .map(({ row, weight }) => ({ text: sourceEncoder.decode([row], { keepSpecialTokens: true }), weight })),
        of: rows[id]!.length,
        neighbours: nearest(made.subarray(id * width, (id + 1) * width), shownNeighbours).map(
          ({ id: row, cosine }) => ({
            text: sourceEncoder.decode([row], { keepSpecialTokens: true }),
            cosine,
          }),
        ),
      }),
    );
    const drawn = rows.filter((row) => row.length === 0).length;
    yield { kind: "rows", initialiser: name, rows, drawn, recipes };
  }
}

/** The share of a text's tokens that the most frequent n are, for n in even steps of a logarithm. */
function coverageOf(counts: readonly (readonly [number, number])[]): readonly Coverage[] {
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const points: Coverage[] = [];
  let [sum, next] = [0, 1];
  for (const [at, [, count]] of counts.entries()) {
    sum += count;
    if (at + 1 < next && at + 1 < counts.length) continue;
    points.push({ tokens: at + 1, share: sum / total });
    next = Math.ceil((at + 1) * 1.4);
  }
  return points;
}

const tooFewRows = {
  code: "tokenizer-mismatch",
  what: "The base's tokenizer has more tokens than its embedding has rows.",
  remedy: "Use the tokenizer.json that belongs to these weights.",
} as const;
