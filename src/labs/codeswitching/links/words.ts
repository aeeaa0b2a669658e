import type { WordPair } from "../../../codeswitch/aligner/ibm1";
import { splitWords, type Word } from "../../../codeswitch/words";
import type { Document } from "../../../experiments/documents/codeswitching";

type Pair = Pick<Document, "languages" | "sentences">;

/** The words of one side of a pair, with their places. */
export function wordsOfSide({ languages, sentences }: Pair, side: 0 | 1): readonly Word[] {
  return splitWords(sentences[side], languages[side]);
}

/** The words of both sides. */
export function wordPair(pair: Pair): WordPair {
  const textsOf = (side: 0 | 1): readonly string[] => wordsOfSide(pair, side).map(({ text }) => text);
  return [textsOf(0), textsOf(1)];
}
