import type { ParallelLanguage } from "../../../data/parallel-languages";
import type { Encoder } from "../../../tokenization/encoder";
import type { TokenizerFiles } from "../../../tokenization/hf-model";
import { wordsOf } from "../../../tokenization/segments";
import type { Table } from "../../../tokenization/transfer/maps/tables";
import { mergesOf } from "../../../tokenization/transfer/merges-of";
import { type CollisionMode, latinPieces, scoredPieces } from "../../../tokenization/transfer/transmi";
import type { Initialiser, Transfer, WordPairCount } from "../../../tokenization/transfer/transfer";
import { wordPairCounts } from "../../../tokenization/transfer/word-pairs";
import { sentenceCounts } from "../../../tokenization/vectors/cooccurrence";
import { rotated, type Rotation } from "../../../tokenization/vectors/rotation";
import { ppmiVectors, type WordVectors } from "../../../tokenization/vectors/ppmi-svd";
import { tokenVectors } from "../../../tokenization/vectors/token-vectors";
import { type ParallelTexts, linesOf } from "./texts";

/** Dimensions of the word vectors that are made here. */
const vectorWidth = 64;
/** A word pair must be linked so often: the paper takes 20 of millions of lines. */
const leastLinks = 2;

/** What rows are made from. */
export interface RowsSetting {
  readonly source: Encoder;
  readonly sourceFiles: TokenizerFiles;
  readonly target: Encoder;
  readonly targetFiles: TokenizerFiles;
  readonly shared: ReadonlyMap<number, number>;
  /** The old rows. */
  readonly embedding: Table;
  readonly texts: ParallelTexts;
  readonly languages: readonly ParallelLanguage[];
  readonly from: ParallelLanguage;
  readonly ownText: string;
  readonly collisions: CollisionMode;
  readonly seed: number;
  readonly wordVectors?: { readonly source: WordVectors; readonly target: WordVectors };
  /** Takes the source's word vectors into the target's space. */
  readonly rotation?: Rotation;
}

/** Gives an initialiser the transfer with all that it reads, and no more; what several read is made once. */
export function transfersFor(setting: RowsSetting): (initialiser: Initialiser) => Transfer {
  let vectors: Transfer["vectors"];
  return (initialiser) => {
    const reads = (what: Initialiser["needs"][number]) => initialiser.needs.includes(what);
    if (reads("vectors"))
      vectors ??= setting.wordVectors ? vectorsOfFiles(setting, setting.wordVectors) : vectorsFor(setting);
    return {
      ...transferFor(setting, reads),
      ...(reads("vectors") && vectors && { vectors }),
    };
  };
}

function transferFor(setting: RowsSetting, reads: (what: Initialiser["needs"][number]) => boolean): Transfer {
  const { source, sourceFiles, target, targetFiles, shared, texts, languages, ownText, collisions, embedding } =
    setting;
  const own = ownText === "" ? [] : ownText.split("\n");
  return {
    source,
    target,
    shared,
    ...(reads("merges") && { merges: mergesOf(targetFiles) }),
    ...(reads("texts") && {
      texts: own.length > 0 ? own : languages.flatMap((language) => linesOf(texts, language)),
    }),
    ...(reads("originals") && {
      originals: new Map(latinPieces(scoredPieces(sourceFiles), collisions).map(({ text, row }) => [text, row])),
    }),
    ...(reads("embedding") && { embedding }),
    ...(reads("wordPairs") && { wordPairs: pairsFor(setting) }),
  };
}

/** Vectors of tokens from files, which are in order of frequency: by Zipf's law the nth word counts 1 / n. */
function vectorsOfFiles(
  { source, target, rotation }: RowsSetting,
  words: NonNullable<RowsSetting["wordVectors"]>,
): NonNullable<Transfer["vectors"]> {
  const of = (encoder: Encoder, vectors: WordVectors) => {
    const rank = new Map([...vectors.keys()].map((word, at) => [word, at + 1]));
    return tokenVectors(encoder, vectors, (word) => 1 / rank.get(word)!);
  };
  const old = of(source, words.source);
  return { source: rotation ? rotated(old, rotation) : old, target: of(target, words.target) };
}

/** Vectors in one space from sentences that say the same, the source's from all their languages, the target's from its own. */
function vectorsFor({ source, target, texts, languages, seed }: RowsSetting): NonNullable<Transfer["vectors"]> {
  const [all, own] = [new Map<string, number>(), new Map<string, number>()];
  const sentences = texts.map((text) =>
    Object.entries(text).flatMap(([language, line]) =>
      wordsOf(line, language).map((word) => {
        count(all, word.text);
        if (languages.includes(language as ParallelLanguage)) count(own, word.text);
        return word.text;
      }),
    ),
  );
  const vectors = ppmiVectors(sentenceCounts(sentences), vectorWidth, seed);
  return {
    source: tokenVectors(source, vectors, (word) => all.get(word) ?? 0),
    target: tokenVectors(target, vectors, (word) => own.get(word) ?? 0),
  };
}

/** Words of the old language and of the new ones that IBM Model 1 links in the lab's sentences. */
export function pairsFor({
  texts,
  languages,
  from,
}: Pick<RowsSetting, "texts" | "languages" | "from">): readonly WordPairCount[] {
  return languages
    .filter((language) => language !== from)
    .flatMap((language) => {
      const pairs = texts.flatMap((text) => {
        const [old, made] = [text[from], text[language]];
        if (old === undefined || made === undefined) return [];
        return [[words(old, from), words(made, language)] as const];
      });
      return wordPairCounts(pairs, leastLinks);
    });
}

function words(line: string, language: string): readonly string[] {
  return wordsOf(line, language).map(({ text }) => text);
}

function count(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}
