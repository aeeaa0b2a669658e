import type { Problem } from "../result";
import type { Draft } from "./arrange";
import type { Sentence } from "./sentence";
import { universalTag } from "./tags";
import { leavesOf, type Tree } from "./tree";

/** The draft without a tree: all words are children of one root. */
export function flatDraft(size: number): Draft {
  return {
    label: "",
    children: Array.from({ length: size }, (_, word) => ({ label: "", word, children: [] })),
  };
}

/** A tree over the words of a sentence, signs left out and nodes of one child closed; `input-invalid` where its words are others. */
export function draftOf(tree: Tree, sentence: Sentence): Draft | Problem {
  const leaves = leavesOf(tree).filter((leaf) => isWord(leaf.word, sentence));
  const mismatch = Math.max(leaves.length, sentence.words.length);
  for (let index = 0; index < mismatch; index += 1) {
    const inTree = leaves[index]?.word;
    const inSentence = sentence.words[index]?.text;
    if (inTree !== inSentence) {
      return {
        code: "input-invalid",
        what: `The tree and the sentence part at word ${index + 1}: the tree has ${inTree === undefined ? "no word" : `“${inTree}”`}, the sentence ${inSentence === undefined ? "no word" : `“${inSentence}”`}.`,
        remedy: "Give every word of the sentence its place in the tree, in the same order, or clear the tree.",
        facts: { index },
      };
    }
  }
  let next = 0;
  function convert(node: Tree): Draft | undefined {
    if ("word" in node) {
      if (!isWord(node.word, sentence)) return undefined;
      next += 1;
      return { label: node.label, tag: universalTag(node.label), word: next - 1, children: [] };
    }
    const children = node.children.map(convert).filter((child) => child !== undefined);
    if (children.length === 0) return undefined;
    return children.length === 1 ? { ...children[0]!, label: node.label } : { label: node.label, children };
  }
  return convert(tree) ?? { label: tree.label, children: [] };
}

/** Punctuation stands in treebank trees but is no word here. */
function isWord(text: string, sentence: Sentence): boolean {
  return /[\p{L}\p{N}]/u.test(text) || sentence.words.some((word) => word.text === text);
}
