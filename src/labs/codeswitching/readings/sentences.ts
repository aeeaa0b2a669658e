import { byRate, mixedPercent } from "../../../codeswitch/comprehension/rate";
import type { LanguageCode } from "../../../codeswitch/language";
import { otherSide, type Side } from "../../../codeswitch/sentence";
import type { Document } from "../../../experiments/documents/codeswitching";
import type { CodeSwitchingResult, GeneratedSentence } from "../result";
import { shownSentences } from "../shown";

/** A switched sentence with what it was made of, as readings take it. */
export interface ReadSentence {
  readonly sentence: GeneratedSentence;
  /** The main language and the other. */
  readonly languages: readonly [main: LanguageCode, other: LanguageCode];
  /** The unmixed sentences in these languages; null where there is none. */
  readonly originals: readonly [string | null, string | null];
  /** Which side of the sentence's words is the main language's. */
  readonly main: Side;
  /** Share of words that are not in the main language, in percent. */
  readonly percent: number;
}

/** The sentences of a result that are read: of each language pair and bucket of rates the first so many. */
export function sentencesToRead(result: CodeSwitchingResult, document: Document): readonly ReadSentence[] {
  const matrix = "matrix" in result && typeof result.matrix === "number" ? result.matrix : 0;
  const own = ownSentences(result, document);
  const all = shownSentences(result).map(({ sentence, languages, originals = own, main = matrix }): ReadSentence => {
    const pair = [languages[main], languages[otherSide(main)]] as const;
    return {
      sentence,
      languages: pair,
      originals: [originals[main], originals[otherSide(main)]],
      main,
      percent: mixedPercent(sentence.words, pair[0]),
    };
  });
  return byPair(all).flatMap((some) =>
    [...byRate(some, percentOf).values()].flatMap((bucket) => bucket.slice(0, document.readings.sentences)),
  );
}

/** Sentences by language pair, in their order. */
export function byPair(sentences: readonly ReadSentence[]): readonly (readonly ReadSentence[])[] {
  const keys = sentences.map(({ languages }) => languages.join());
  return [...new Set(keys)].map((key) => sentences.filter((_, index) => keys[index] === key));
}

export function percentOf({ percent }: ReadSentence): number {
  return percent;
}

/** The document's own sentences, by side of the result's words, where the result is made of them. */
function ownSentences(result: CodeSwitchingResult, { sentences, matrix }: Document): ReadSentence["originals"] {
  switch (result.source) {
    case undefined:
      return sentences;
    case "lexicon":
    case "entities":
      return [sentences[matrix], null];
    case "own":
    case "model":
    case "agents":
    case "corpus":
      return [null, null];
  }
}
