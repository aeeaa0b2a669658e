import { unwrap } from "../result";
import type { BilingualTree } from "./bilingual";
import { sentencePairs } from "./pairs";
import { readPair } from "./read-pair";

/** A pair of one-letter languages for tests: words are spelt out, the tree is over the first sentence. */
export function pairOf(first: string, second: string, alignment: string, tree = ""): BilingualTree {
  return unwrap(
    readPair({ languages: ["en", "es"], sentences: [first, second], alignment, tree: { side: 0, text: tree } }),
  );
}

export function shipped(id: string): BilingualTree {
  const pair = sentencePairs.find((candidate) => candidate.id === id);
  if (pair === undefined) throw new Error(`No pair ${id}.`);
  return unwrap(readPair(pair));
}

/** Each unit as `words/words`, for comparing by eye. */
export function unitTexts(pair: BilingualTree): readonly string[] {
  return pair.units.map((unit) =>
    unit.words
      .map((indexes, side) => indexes.map((index) => pair.sentences[side as 0 | 1].words[index]!.text).join(" "))
      .join("/"),
  );
}
