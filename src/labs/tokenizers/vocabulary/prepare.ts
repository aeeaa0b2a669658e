import type { VocabularyDocument } from "../../../experiments/documents/vocabulary";
import { LabError, unwrap } from "../../../result";
import type { Encoder } from "../../../tokenization/encoder";
import { createEncoder } from "../../../tokenization/hf-encoder";
import type { TokenizerFiles } from "../../../tokenization/hf-model";
import { romanise } from "../../../tokenization/romanise/romanise";
import { neighboursAmong } from "../../../tokenization/transfer/initialisers/neighbours";
import { rowMaps } from "../../../tokenization/transfer/maps";
import { propagationModes } from "../../../tokenization/transfer/maps/propagation";
import { applyRows, copyOf, type NewRow } from "../../../tokenization/transfer/rows";
import type { WordVectors } from "../../../tokenization/vectors/ppmi-svd";
import { readDictionary, type Rotation, rotationOf } from "../../../tokenization/vectors/rotation";
import { rowsByScript, type ScriptRows } from "../../../tokenization/transfer/trim-scripts";
import { sharedTokens } from "../../../tokenization/transfer/transfer";
import { vocabularyOf } from "../../../checkpoints/vocabularies";
import { coverageOf, scriptCoverageOf } from "./coverage";
import { fertilities } from "./fertilities";
import { inLatin } from "./held-out";
import type {
  Coverage,
  Fertility,
  NewWord,
  Recipe,
  Retrieval,
  RotationTold,
  ScriptCoverage,
  Transliteration,
} from "./result";
import { RowMaker } from "./row-maker";
import { pairsFor, type RowsSetting } from "./rows";
import { countsOf, learningText, makeTarget, type Target } from "./target";
import { type ParallelTexts, textsOf } from "./texts";
import { retrievalOf, transliterationOf } from "./transliteration";

export interface PrepareRequest {
  readonly document: VocabularyDocument;
  readonly source: TokenizerFiles;
  readonly own?: TokenizerFiles;
  /** The text file that the document names. */
  readonly ownText?: string;
  /** Word vectors from files in the place of those that are made here. */
  readonly wordVectors?: FileVectors;
  /** Of the base, the embedding first. */
  readonly tables: readonly TokenTable[];
  /** Whose tokenizer and rows are taken. */
  readonly donor?: { readonly files: TokenizerFiles; readonly tables: readonly TokenTable[] };
  /** The same tensors of a fine-tune of the base. */
  readonly tuned?: readonly TokenTable[];
}

/** Of the old languages and of the new; in one space, unless the document says that they are to be rotated. */
export interface FileVectors {
  readonly source: WordVectors;
  readonly target: WordVectors;
}

/** A tensor with a row for each token, [rows, width]. */
export interface TokenTable {
  readonly name: string;
  readonly width: number;
  readonly values: Float32Array;
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
      readonly scripts?: readonly ScriptRows[];
      readonly scriptCoverage?: readonly ScriptCoverage[];
      readonly transliteration?: Transliteration;
    }
  | ({ readonly kind: "rotation" } & RotationTold)
  | {
      readonly kind: "rows";
      readonly name: string;
      /** Whose layers they are for. */
      readonly on: "base" | "tuned";
      readonly rows: readonly NewRow[];
      readonly given?: Readonly<Record<string, Float32Array>>;
      readonly note: string;
      readonly drawn: number;
      /** In the order of the words. */
      readonly recipes: readonly Recipe[];
      readonly retrieval?: readonly Retrieval[];
    };

const shownWords = 24;
const shownShares = 8;
const shownNeighbours = 5;

/** Makes the target vocabulary and the recipes of its rows. Throws LabError as `makeTarget` does, `tokenizer-invalid` for the base's. */
export async function* prepare(request: PrepareRequest): AsyncGenerator<Prepared, void> {
  const { document, source, own, ownText = "", donor, tables, tuned, wordVectors } = request;
  const [{ values: embedding, width }] = tables as [TokenTable];
  const sourceEncoder = unwrap(createEncoder(source, document.base));
  const texts = await textsOf([...new Set([...document.languages, document.from])]);
  const steps = makeTarget({
    document,
    source,
    sourceEncoder,
    texts,
    ownText,
    ...(own && { own }),
    ...(donor && { donor: donor.files }),
  });
  let target: Target | undefined;
  while (target === undefined) {
    const step = steps.next();
    if (step.done) target = step.value;
    else yield { kind: "progress", ...step.value, note: "learning the vocabulary" };
  }
  const { files, encoder, kept = null, counts, byUse, latin } = target;
  const measured = [...document.languages, ...document.scored];
  const romanised = latin ? inLatin(measured) : [];
  const shared = sharedTokens(
    { encoder: sourceEncoder, vocabulary: vocabularyOf(source) },
    { encoder, vocabulary: vocabularyOf(files) },
  );
  const learnt = learningText(document, texts, ownText);
  const words = kept
    ? []
    : newWords(countsOf(encoder, latin ? romanise(learnt) : learnt), document.explained, encoder, shared);
  yield {
    kind: "target",
    files,
    rows: encoder.vocabularySize,
    shared: kept ? kept.length : shared.size,
    kept,
    fertility: fertilities([...measured, ...romanised], sourceEncoder, encoder),
    coverage: counts ? coverageOf(counts) : [],
    words,
    ...(kept && { scripts: rowsByScript(sourceEncoder, kept) }),
    ...(kept && byUse && { scriptCoverage: scriptCoverageOf(sourceEncoder, measured, kept, byUse) }),
    ...(latin && {
      transliteration: {
        ...transliterationOf(latin, romanised, sourceEncoder, encoder),
        retrieval: retrievalOf(tables[0]!, sourceEncoder, romanised),
      },
    }),
  };
  if (kept) {
    yield { kind: "rows", name: "trim", on: "base", rows: kept.map(copyOf), drawn: 0, recipes: [], note: "" };
    return;
  }
  const rotation = wordVectors && document.rotate ? rotationFor(request, texts, wordVectors) : undefined;
  if (rotation) {
    const { matrix: _, ...told } = rotation;
    yield { kind: "rotation", ...told };
  }
  const setting: RowsSetting = {
    source: sourceEncoder,
    sourceFiles: source,
    target: encoder,
    targetFiles: files,
    shared,
    embedding: tables[0]!,
    texts,
    languages: document.languages,
    from: document.from,
    ownText: ownText || document.text,
    collisions: document.collisions,
    seed: document.seed,
    ...(wordVectors && { wordVectors }),
    ...(rotation && { rotation }),
  };
  const maker = new RowMaker(request, setting);
  const height = embedding.length / width;
  const nearest = neighboursAmong(
    new Map(Array.from({ length: height }, (_, row) => [row, embedding.subarray(row * width, (row + 1) * width)])),
  );
  const named = (row: number) => sourceEncoder.decode([row], { keepSpecialTokens: true });
  for (const [done, name] of document.initialisers.entries()) {
    yield { kind: "progress", done, total: document.initialisers.length, note: `rows: ${name}` };
    const made = maker.make(name);
    const { rows, given } = made;
    if (rows.some((row) => row.some((share) => share.row >= height))) throw new LabError(tooFewRows);
    const mapped = rowMaps.some((map) => map.name === name);
    const table = given?.[tables[0]!.name] ?? applyRows(embedding, width, rows, document.seed);
    const recipes = words.map(({ id }): Recipe => {
      const shares = mapped ? [] : rows[id]!.toSorted((a, b) => b.weight - a.weight);
      return {
        shares: shares.slice(0, shownShares).map(({ row, weight }) => ({ text: named(row), weight: rounded(weight) })),
        of: shares.length,
        neighbours: nearest(table.subarray(id * width, (id + 1) * width), shownNeighbours).map(
          ({ id: row, cosine }) => ({ text: named(row), cosine: rounded(cosine) }),
        ),
      };
    });
    const drawn = mapped ? 0 : rows.filter((row) => row.length === 0).length;
    const retrieval = retrievalOf({ ...tables[0]!, values: table }, encoder, romanised);
    yield { kind: "rows", name, on: "base", drawn, recipes, ...made, ...(latin && { retrieval }) };
  }
  for (const [done, name] of (tuned ? propagationModes : []).entries()) {
    yield { kind: "progress", done, total: propagationModes.length, note: "rows for the fine-tune" };
    yield { kind: "rows", name, on: "tuned", drawn: 0, recipes: [], ...maker.intoFineTune(name, document.keep) };
  }
}

/** The new tokens of the text to be explained, then the most frequent ones. */
function newWords(
  counts: readonly (readonly [number, number])[],
  explained: string,
  encoder: Encoder,
  shared: ReadonlyMap<number, number>,
): readonly NewWord[] {
  const frequency = new Map(counts);
  const isNew = (id: number) => !shared.has(id) && id !== encoder.unknownId;
  const asked = encoder.encode(explained).map(({ id }) => id);
  const frequent = counts.map(([id]) => id).filter(isNew);
  const ids = new Set([...asked.filter(isNew), ...frequent.slice(0, shownWords)]);
  return [...ids].map((id) => ({ id, count: frequency.get(id) ?? 0, text: encoder.decode([id]) }));
}

/** The rotation by the dictionary of the document, else by what its sentences link. Throws `input-invalid` where no pair has vectors. */
function rotationFor({ document }: PrepareRequest, texts: ParallelTexts, { source, target }: FileVectors): Rotation {
  const pairs = pairsFor({ texts, languages: document.languages, from: document.from });
  const dictionary =
    document.dictionary.trim() === ""
      ? pairs.map((pair) => [pair.source, pair.target] as const)
      : readDictionary(document.dictionary);
  const rotation = rotationOf(source, target, dictionary);
  if (!rotation) throw new LabError(noPair);
  return rotation;
}

/** Four digits: what recordings keep. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

const noPair = {
  code: "input-invalid",
  what: "No pair of the dictionary has vectors in both files.",
  remedy: "Write pairs of words that the two .vec files hold, or choose the languages that the files are of.",
} as const;

const tooFewRows = {
  code: "tokenizer-mismatch",
  what: "The base's tokenizer has more tokens than its embedding has rows.",
  remedy: "Use the tokenizer.json that belongs to these weights.",
} as const;
