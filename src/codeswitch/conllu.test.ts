import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unwrap } from "../result";
import { parseConllu, treeFromDependencies } from "./conllu";
import { leavesOf, parseTree, printTree } from "./tree";

function rows(...words: readonly string[]): string {
  return words
    .map((word, index) => {
      const [form, upos, head, relation] = word.split(" ");
      return [index + 1, form, "_", upos, "_", "_", head, relation, "_", "_"].join("\t");
    })
    .join("\n");
}

function treeOf(source: string): string {
  return printTree(treeFromDependencies(unwrap(parseConllu(source))[0]!));
}

describe("dependencies (SPEC 3)", () => {
  test("3.5 a phrase for each word with dependents", () => {
    const source = rows(
      "the DET 3 det",
      "white ADJ 3 amod",
      "cat NOUN 4 nsubj",
      "sleeps VERB 0 root",
      "here ADV 4 advmod",
    );
    expect(treeOf(source)).toBe("(S (NP (DET the) (ADJ white) (NOUN cat)) (VERB sleeps) (ADV here))");
    expect(unwrap(parseTree(treeOf(source)))).toEqual(treeFromDependencies(unwrap(parseConllu(source))[0]!));
  });

  test("3.5 crossing arcs are raised: a hearing is scheduled on the issue", () => {
    // on the issue belongs to hearing, around the verb; it is raised to the verb.
    const source = rows(
      "A DET 2 det",
      "hearing NOUN 4 nsubj",
      "is AUX 4 aux",
      "scheduled VERB 0 root",
      "on ADP 7 case",
      "the DET 7 det",
      "issue NOUN 2 nmod",
    );
    expect(treeOf(source)).toBe(
      "(S (NP (DET A) (NOUN hearing)) (AUX is) (VERB scheduled) (NP (ADP on) (DET the) (NOUN issue)))",
    );
  });

  test("3.5 any tree: the leaves are the words in order", () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.nat(1000), { minLength: 1, maxLength: 9 })
          .chain((picks) =>
            fc.tuple(fc.constant(picks), fc.shuffledSubarray([...picks.keys()], { minLength: picks.length })),
          ),
        ([picks, order]) => {
          const heads: number[] = [];
          for (const [rank, word] of order.entries()) heads[word] = rank === 0 ? 0 : order[picks[rank]! % rank]! + 1;
          const tree = treeFromDependencies(
            unwrap(parseConllu(rows(...heads.map((head, index) => `w${index} NOUN ${head} dep`))))[0]!,
          );
          expect(leavesOf(tree).map(({ word }) => word)).toEqual(heads.map((_, index) => `w${index}`));
        },
      ),
    );
  });

  test("3.5 comments, ranges and empty nodes", () => {
    const source = `# sent_id = 1\n# text = del mar\n1-2\tdel\t_\t_\t_\t_\t_\t_\t_\t_\n${rows("de ADP 3 case", "el DET 3 det", "mar NOUN 0 root")}\n3.1\tx\t_\t_\t_\t_\t_\t_\t_\t_\r\n\n\n`;
    const [sentence, ...more] = unwrap(parseConllu(source));
    expect(more).toEqual([]);
    expect(sentence).toMatchObject({ text: "del mar" });
    expect(sentence!.words.map(({ form }) => form)).toEqual(["de", "el", "mar"]);
  });

  test.each([
    ["", "in line 1 there is no sentence"],
    ["1 a b", "in line 1 there are 1 columns, not ten parted by tabs"],
    [rows("a X 0 root").replace(/^1/u, "2"), "in line 1 the word's number is “2”, not 1"],
    [rows("a X _ root"), "in line 1 the head of “a” is “_”, not a number"],
    [rows("a X 0 root", "b X 9 dep"), "in line 1 the head of “b” is word 9 of 2"],
    [rows("a X 0 root", "b X 0 root"), "in line 1 the sentence has 2 roots, not one"],
    [
      `${rows("a X 0 root")}\n\n${rows("a X 0 root", "b X 3 dep", "c X 2 dep")}`,
      "in line 3 the heads above “b” go round in a circle",
    ],
  ])("3.5 %j: %s", (source, what) => {
    const result = parseConllu(source);
    expect(!result.ok && result.problem.what).toContain(what);
  });

  const treebank = new URL("../../../shared/data/treebanks/en_pud.conllu.gz", import.meta.url);
  test.skipIf(!existsSync(treebank))("3.5 a treebank of a thousand sentences (skipped without ../shared/data)", () => {
    const sentences = unwrap(parseConllu(gunzipSync(readFileSync(treebank)).toString("utf8")));
    expect(sentences).toHaveLength(1000);
    for (const sentence of sentences) {
      const tree = treeFromDependencies(sentence);
      expect(leavesOf(tree).map(({ word }) => word)).toEqual(sentence.words.map(({ form }) => form));
    }
  });
});
