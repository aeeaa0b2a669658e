import { type Result, fail, ok } from "../../result";
import type { Draft } from "../arrange";
import { draftOf } from "../draft";
import type { Sentence } from "../sentence";
import type { UniversalTag } from "../tags";
import type { Tree } from "../tree";
import type { Span } from "./span";

/** Constituents other than clauses and verb phrases, in the Penn Treebank and in trees made of dependencies. */
const phrasal = /^(?:NP|PP|AP|ADJP|ADVP|AdvP|QP|NML|NX)/;

/**
 * The phrases of a tree that hold no phrase in turn (base phrases, Abney 1991): the largest constituents without a verb and with one
 * noun, name or pronoun at most, its preposition included; of larger ones the neighbours that belong to no smaller one.
 * Words that are left stand alone. Fails with `input-invalid` where the tree's words are not the sentence's.
 */
export function phrasesOfTree(tree: Tree, sentence: Sentence): Result<readonly Span[]> {
  const draft = draftOf(tree, sentence);
  if ("code" in draft) return fail(draft);
  const phrases: Span[] = [];
  function take(words: readonly Draft[]): boolean {
    const isPhrase = words.length > 1 && isBase(words.map(({ tag = "X" }) => tag));
    if (isPhrase) phrases.push([words[0]!.word!, words.at(-1)!.word! + 1]);
    return isPhrase;
  }
  function visit(node: Draft): void {
    const isPhrasal = phrasal.test(node.label);
    if (node.word !== undefined || (isPhrasal && take(leavesOf(node)))) return;
    let run: Draft[] = [];
    for (const child of node.children) {
      if (child.word !== undefined && isPhrasal) {
        run.push(child);
        continue;
      }
      take(run);
      run = [];
      visit(child);
    }
    take(run);
  }
  visit(draft);
  return ok(phrases);
}

function leavesOf(node: Draft): readonly Draft[] {
  return node.word === undefined ? node.children.flatMap(leavesOf) : [node];
}

/** No verb, and one noun at most; neighbouring nouns are one. */
function isBase(tags: readonly UniversalTag[]): boolean {
  const isHead = (tag: UniversalTag | undefined): boolean => tag === "NOUN" || tag === "PROPN" || tag === "PRON";
  const heads = tags.filter((tag, index) => isHead(tag) && !isHead(tags[index - 1])).length;
  return heads <= 1 && !tags.includes("VERB") && !tags.includes("AUX");
}
