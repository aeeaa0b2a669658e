import type { Result } from "../result";
import { fail, ok } from "../result";

/** A constituency tree as in the Penn Treebank: a node has children, or it is a tag over one word. */
export type Tree =
  | { readonly label: string; readonly children: readonly Tree[] }
  | { readonly label: string; readonly word: string };

const escapes: Readonly<Record<string, string>> = {
  "-LRB-": "(",
  "-RRB-": ")",
  "-LSB-": "[",
  "-RSB-": "]",
  "-LCB-": "{",
  "-RCB-": "}",
  "``": "“",
  "''": "”",
};

/**
 * Reads a bracketed tree: `(S (NP (PRP She)) (VP (VBZ sleeps)))`, with or without an empty outer pair. Fails with
 * `input-invalid`, naming the place (from 1) and what is wrong there.
 */
export function parseTree(text: string): Result<Tree> {
  interface Open {
    readonly at: number;
    label: string | undefined;
    readonly children: Tree[];
    word: string | undefined;
  }
  const stack: Open[] = [];
  let root: Tree | undefined;
  for (const match of text.matchAll(/[()]|[^\s()]+/gu)) {
    const symbol = match[0];
    const at = match.index;
    if (root !== undefined) return broken(at, `“${symbol.slice(0, 20)}” follows after the tree has ended`);
    const top = stack.at(-1);
    if (symbol === "(") {
      if (top?.word !== undefined)
        return broken(at, `the tag ${top.label} holds the word “${top.word}” and cannot hold a bracket too`);
      if (top !== undefined && top.label === undefined) top.label = "";
      stack.push({ at, label: undefined, children: [], word: undefined });
    } else if (symbol === ")") {
      if (top === undefined) return broken(at, "a bracket closes that was never opened");
      stack.pop();
      const node = closed(top);
      if (node === undefined) return broken(top.at, "a bracket holds no word");
      const parent = stack.at(-1);
      if (parent === undefined) root = node;
      else parent.children.push(node);
    } else if (top === undefined) {
      return broken(at, `“${symbol.slice(0, 20)}” stands outside the brackets`);
    } else if (top.label === undefined) top.label = symbol;
    else if (top.word === undefined && top.children.length === 0) top.word = escapes[symbol] ?? symbol;
    else return broken(at, `“${symbol.slice(0, 20)}” needs a bracket and a tag of its own`);
  }
  const unclosed = stack.at(-1);
  if (unclosed !== undefined)
    return broken(unclosed.at, `the bracket before “${unclosed.label ?? ""}” is never closed`);
  if (root === undefined) return broken(0, "there is no bracket");
  return ok(root);
}

function closed(open: { label: string | undefined; children: Tree[]; word: string | undefined }): Tree | undefined {
  const label = open.label ?? "";
  if (open.word !== undefined) return { label, word: open.word };
  const only = open.children[0];
  if (only === undefined) return undefined;
  return label === "" && open.children.length === 1
    ? only
    : { label: label === "" ? "ROOT" : label, children: open.children };
}

/** Its inverse, on one line. */
export function printTree(tree: Tree): string {
  if ("word" in tree) {
    const escape = Object.entries(escapes).find(([, sign]) => sign === tree.word)?.[0];
    return `(${tree.label} ${escape ?? tree.word})`;
  }
  return `(${tree.label} ${tree.children.map(printTree).join(" ")})`;
}

/** The tags and words from left to right. */
export function leavesOf(tree: Tree): readonly { readonly label: string; readonly word: string }[] {
  return "word" in tree ? [tree] : tree.children.flatMap(leavesOf);
}

function broken(at: number, what: string): Result<Tree> {
  return fail({
    code: "input-invalid",
    what: `The tree cannot be read: at position ${at + 1} ${what}.`,
    remedy: "Write it in brackets with a tag over each word, such as (S (NP (PRON She)) (VP (VERB sleeps))).",
    facts: { position: at },
  });
}
