import { sentencePairs } from "../../codeswitch/pairs";
import type { SentencePair } from "../../codeswitch/pairs/pair";
import type { WrittenPair } from "../../codeswitch/read-pair";
import type { Document } from "../../experiments/documents/codeswitching";

/** The part of a document that a shipped pair fills in. */
export function settingsOf(pair: SentencePair): Partial<Document> {
  return {
    languages: [...pair.languages],
    sentences: [...pair.sentences],
    alignment: pair.alignment,
    tree: pair.tree.text,
    treeSide: pair.tree.side,
  };
}

export function pairNamed(id: string): SentencePair {
  const pair = sentencePairs.find((candidate) => candidate.id === id);
  if (pair === undefined) throw new Error(`There is no sentence pair "${id}".`);
  return pair;
}

/** The shipped pair whose sentences a document holds, whatever has been done to its alignment and tree. */
export function pairOfDocument(document: Document): SentencePair | undefined {
  return sentencePairs.find(
    ({ languages, sentences }) =>
      languages.join() === document.languages.join() && sentences.join("\n") === document.sentences.join("\n"),
  );
}

export function writtenPair(document: Document): WrittenPair {
  const { languages, sentences, alignment, tree, treeSide } = document;
  return { languages, sentences, alignment, tree: { side: treeSide, text: tree } };
}
