import type { Encoder } from "../../../tokenization/encoder";
import type { LatinPiece } from "../../../tokenization/transfer/transmi";
import type { TokenTable } from "./prepare";
import { heldOut, type WrittenLanguage } from "./held-out";
import type { Retrieval, Transliteration } from "./result";

const shownCollisions = 20;

/** What transliterating a vocabulary did: what fell together, and how sentences in Latin letters are cut before and after. */
export function transliterationOf(
  latin: readonly LatinPiece[],
  languages: readonly WrittenLanguage[],
  before: Encoder,
  after: Encoder,
): Omit<Transliteration, "retrieval"> {
  const shared = latin.filter(({ originals }) => originals.length > 1);
  const pieces = (encoder: Encoder, line: string) => encoder.encode(line).map(({ id }) => encoder.decode([id]));
  return {
    pieces: latin.length,
    onTheWay: after.vocabularySize - before.vocabularySize - latin.length,
    shared: shared.length,
    collisions: shared
      .toSorted((a, b) => b.originals.length - a.originals.length || b.score - a.score)
      .slice(0, shownCollisions)
      .map(({ text, originals }) => ({ latin: text, originals: originals.map((original) => original.text) })),
    examples: languages.map((language) => {
      const [line = ""] = heldOut(language);
      return {
        language,
        native: heldOut(nativeOf(language))[0] ?? "",
        before: pieces(before, line),
        after: pieces(after, line),
      };
    }),
  };
}

/**
 * How near a sentence in Latin letters lies to itself in its own script, as means of the rows of its tokens: the mean cosine, and for
 * how many of the sentences no other sentence of that script is nearer.
 */
export function retrievalOf(
  { values, width }: TokenTable,
  encoder: Encoder,
  languages: readonly WrittenLanguage[],
): readonly Retrieval[] {
  const embed = (line: string) => {
    const sum = new Float64Array(width);
    for (const { id } of encoder.encode(line)) for (let i = 0; i < width; i++) sum[i]! += values[id * width + i]!;
    const length = Math.hypot(...sum);
    return sum.map((value) => value / (length || 1));
  };
  return languages.map((language) => {
    const own = heldOut(nativeOf(language)).map(embed);
    const cosines = heldOut(language).map((line) => {
      const unit = embed(line);
      return own.map((other) => other.reduce((sum, value, i) => sum + value * unit[i]!, 0));
    });
    const found = cosines.filter((row, at) => row.every((cosine, other) => other === at || cosine < row[at]!)).length;
    const cosine = cosines.reduce((sum, row, at) => sum + row[at]!, 0) / cosines.length;
    return { language, cosine: Number(cosine.toPrecision(4)), found, of: cosines.length };
  });
}

function nativeOf(language: WrittenLanguage): WrittenLanguage {
  return language.replace("-Latn", "") as WrittenLanguage;
}
