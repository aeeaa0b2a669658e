import type { Result } from "../result";
import { parsePharaoh } from "./alignment";
import { type BilingualTree, buildBilingualTree, type SidePhrases } from "./bilingual";
import type { TheoryId } from "./constraints";
import type { LanguageCode } from "./language";
import type { Sentence, Side } from "./sentence";
import { parseTree } from "./tree";
import { splitWords } from "./words";

/** A sentence pair as a person writes it. */
export interface WrittenPair {
  readonly languages: readonly [LanguageCode, LanguageCode];
  readonly sentences: readonly [string, string];
  /** Pharaoh format. */
  readonly alignment: string;
  /** Brackets, or blank for none. */
  readonly tree: { readonly side: Side; readonly text: string };
}

export function readSentence(text: string, language: LanguageCode): Sentence {
  return { language, text, words: splitWords(text, language) };
}

/**
 * Words, links and tree of a written pair put together; fails as the parts do, naming the place. The tree is left out for
 * `linear`, the theory without one. `held` phrases are kept whole.
 */
export function readPair(
  written: WrittenPair,
  theory: TheoryId = "equivalence",
  held?: SidePhrases,
): Result<BilingualTree> {
  const sentences = [
    readSentence(written.sentences[0], written.languages[0]),
    readSentence(written.sentences[1], written.languages[1]),
  ] as const;
  const alignment = parsePharaoh(written.alignment, [sentences[0].words.length, sentences[1].words.length]);
  if (!alignment.ok) return alignment;
  const { side, text } = written.tree;
  if (theory === "linear" || text.trim() === "") {
    return buildBilingualTree(sentences, alignment.value, undefined, held);
  }
  const tree = parseTree(text);
  return tree.ok ? buildBilingualTree(sentences, alignment.value, { side, tree: tree.value }, held) : tree;
}
