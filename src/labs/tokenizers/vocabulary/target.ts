import { LabError, unwrap } from "../../../result";
import type { VocabularyDocument } from "../../../experiments/documents/vocabulary";
import type { Encoder } from "../../../tokenization/encoder";
import { createEncoder } from "../../../tokenization/hf-encoder";
import type { TokenizerFiles } from "../../../tokenization/hf-model";
import { trainers } from "../../../tokenization/training";
import { expandVocabulary } from "../../../tokenization/training/expand";
import type { TrainingProgress } from "../../../tokenization/training/trainer";
import { specialTokensOf, withTemplateOf } from "../../../tokenization/transfer/template";
import { type LatinPiece, latinPieces, scoredPieces, withLatinPieces } from "../../../tokenization/transfer/transmi";
import { idsOfScripts } from "../../../tokenization/transfer/trim-scripts";
import { type Trimmed, trimVocabulary } from "../../../tokenization/transfer/trim";
import { type ParallelTexts, linesOf } from "./texts";

/** The vocabulary that takes the old one's place. */
export interface Target {
  readonly files: TokenizerFiles;
  readonly encoder: Encoder;
  /** Of a trimmed vocabulary: old ids by new. */
  readonly kept?: readonly number[];
  /** Of a trimmed vocabulary: how often the text has each old token. */
  readonly counts?: readonly TokenCount[];
  /** Of one that is trimmed by script: the old ids that trimming by use keeps in at most as many rows. */
  readonly byUse?: readonly number[];
  /** Of a transliterated vocabulary: the pieces in Latin letters. */
  readonly latin?: readonly LatinPiece[];
}

type TokenCount = readonly [id: number, count: number];

export interface TargetSetting {
  readonly document: VocabularyDocument;
  readonly source: TokenizerFiles;
  readonly sourceEncoder: Encoder;
  readonly texts: ParallelTexts;
  /** Of the user's text file; empty without one. */
  readonly ownText: string;
  /** The user's own tokenizer, where the document names one. */
  readonly own?: TokenizerFiles;
  /** The tokenizer of the model that the document names as donor. */
  readonly donor?: TokenizerFiles;
}

/** The text that tokens are kept for or learnt from: the user's file, else the text of the document, else the lab's in its languages. */
export function learningText(document: VocabularyDocument, texts: ParallelTexts, ownText: string): string {
  if (ownText !== "") return ownText;
  if (document.text.trim() !== "") return document.text;
  return document.languages.flatMap((language) => linesOf(texts, language)).join("\n");
}

/** Makes the target step by step. Throws LabError as the trainers do, and `tokenizer-invalid` where the user's file is not here. */
export function* makeTarget(setting: TargetSetting): Generator<TrainingProgress, Target> {
  const { document, source, sourceEncoder, texts, ownText, own, donor } = setting;
  const text = learningText(document, texts, ownText);
  switch (document.target) {
    case "trim": {
      const counts = countsOf(sourceEncoder, text);
      const byScript = document.trimBy === "script";
      const { files, kept } = byScript
        ? trimVocabulary(source, idsOfScripts(sourceEncoder, document.scripts))
        : trimTo(source, counts, document.rows);
      const byUse = byScript ? { byUse: trimTo(source, counts, kept.length).kept } : {};
      return { files, kept, counts, ...byUse, encoder: unwrap(createEncoder(files, "trimmed")) };
    }
    case "expand": {
      const files = yield* expandVocabulary(source, text, document.more);
      return { files, encoder: unwrap(createEncoder(files, "expanded")) };
    }
    case "transliterate": {
      const latin = latinPieces(scoredPieces(source), document.collisions);
      const files = unwrap(withLatinPieces(source, latin));
      return { files, latin, encoder: unwrap(createEncoder(files, "transliterated")) };
    }
    case "train": {
      const files = withTemplateOf(source, yield* train(document, text, specialTokensOf(source)));
      return { files, encoder: unwrap(createEncoder(files, "trained")) };
    }
    case "model": {
      return { files: donor!, encoder: unwrap(createEncoder(donor!, document.donor)) };
    }
    case "file": {
      if (!own) throw new LabError(fileMissing);
      return { files: own, encoder: unwrap(createEncoder(own, document.file)) };
    }
  }
}

/** Trains the vocabulary that a document describes. */
export function train(
  { trainer: name, size }: VocabularyDocument,
  text: string,
  specialTokens: readonly string[],
): Generator<TrainingProgress, TokenizerFiles> {
  const trainer = trainers.find((candidate) => candidate.name === name)!;
  return trainer.train(text, { vocabularySize: size, specialTokens });
}

/** How often a text has each token, most frequent first. */
export function countsOf(encoder: Encoder, text: string): readonly TokenCount[] {
  const counts = new Map<number, number>();
  for (const line of text.split("\n")) {
    for (const { id } of encoder.encode(line)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].sort(([a, some], [b, others]) => others - some || a - b);
}

/** Keeps the most frequent tokens, as many as leave at most `most` rows with all that they are made of; 0 keeps all. */
function trimTo(files: TokenizerFiles, counts: readonly TokenCount[], most: number): Trimmed {
  const keep = (n: number) =>
    trimVocabulary(
      files,
      counts.slice(0, n).map(([id]) => id),
    );
  const all = keep(counts.length);
  if (most === 0 || all.kept.length <= most) return all;
  let [fits, fails] = [0, counts.length];
  while (fails - fits > 1) {
    const middle = Math.floor((fits + fails) / 2);
    if (keep(middle).kept.length <= most) fits = middle;
    else fails = middle;
  }
  return keep(fits);
}

const fileMissing = {
  code: "tokenizer-invalid",
  what: "The tokenizer.json that this experiment uses is not in this page; no link carries it.",
  remedy: "Choose the file again under “New vocabulary”.",
} as const;
