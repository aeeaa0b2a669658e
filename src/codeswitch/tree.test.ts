import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leavesOf, parseTree, printTree, type Tree } from "./tree";

const word = fc.stringMatching(/^[a-zñéक-ह]{1,6}$/u);
const label = fc.constantFrom("S", "NP", "VP", "DET", "NOUN");
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.record({ label, word }),
    fc.record({ label, children: fc.array(tie("tree"), { minLength: 1, maxLength: 4 }) }),
  ),
}));

describe("bracketed trees (SPEC 3.1)", () => {
  test("printing and reading give the same tree", () => {
    fc.assert(
      fc.property(tree, (one) => {
        expect(parseTree(printTree(one))).toEqual({ ok: true, value: one });
      }),
    );
  });

  test("an outer pair without a label, brackets as words", () => {
    const read = parseTree("( (S (NP (PRP It)) (-LRB- -LRB-) (VBZ is)) )");
    expect(read.ok && leavesOf(read.value).map(({ word }) => word)).toEqual(["It", "(", "is"]);
    expect(read.ok && printTree(read.value)).toBe("(S (NP (PRP It)) (-LRB- -LRB-) (VBZ is))");
  });

  test.each([
    ["", "at position 1 there is no bracket"],
    ["(S (NP (PRP It))", "at position 1 the bracket before “S” is never closed"],
    ["(S (NP It)))", "at position 12 “)” follows after the tree has ended"],
    [")", "at position 1 a bracket closes that was never opened"],
    ["(S (NP) (VP is))", "at position 4 a bracket holds no word"],
    ["(S (NP the dog))", "at position 12 “dog” needs a bracket and a tag of its own"],
    ["dog (S a)", "at position 1 “dog” stands outside the brackets"],
    ["(S a (b c))", "at position 6 the tag S holds the word “a” and cannot hold a bracket too"],
  ])("%s", (text, what) => {
    const read = parseTree(text);
    expect(read.ok).toBe(false);
    if (!read.ok) {
      expect(read.problem.code).toBe("input-invalid");
      expect(read.problem.what).toContain(what);
    }
  });
});
