import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPair } from "./read-pair";
import { pairOf, shipped, unitTexts } from "./testing";

describe("trees and units (SPEC 3)", () => {
  test("3.2 words that links hold together, and words without a link", () => {
    // I and know share biliyorum; "that" has no link and joins the nearest linked word of its clause.
    expect(unitTexts(shipped("wrote-this-letter"))).toEqual([
      "I know/biliyorum",
      "that Elif/Elif'in",
      "wrote/yazdığını",
      "this/bu",
      "letter/mektubu",
      "yesterday/dün",
    ]);
    expect(unitTexts(shipped("letter-in-the-garden")).at(-1)).toBe("the garden/बगीचे");
  });

  test("3.2 without a tree a stray word joins the next, in Hindi the one before", () => {
    const english = pairOf("a b c", "x z", "0-0 2-1");
    expect(unitTexts(english)).toEqual(["a/x", "b c/z"]);
    const hindi = readPair({
      languages: ["en", "hi"],
      sentences: ["Ram sleeps", "राम ने सोया"],
      alignment: "0-0 1-2",
      tree: { side: 0, text: "" },
    });
    expect(hindi.ok && unitTexts(hindi.value)).toEqual(["Ram/राम ने", "sleeps/सोया"]);
  });

  test("3.3 a verb phrase that interleaves with its subject is opened", () => {
    // German puts the verb before the subject: S keeps visit and its objects as one child, "will" moves up.
    const { root } = shipped("verb-second");
    expect(root.children.map((child) => child.label)).toEqual(["ADVP", "NP", "AUX", "VP"]);
    expect(root.order).toEqual([
      [0, 1, 2, 3],
      [0, 2, 1, 3],
    ]);
  });

  test("3.3 what cannot be ordered becomes one unit", () => {
    expect(unitTexts(shipped("verb-bracket"))).toEqual([
      "Yesterday/Gestern",
      "my neighbour bought a small house/hat mein Nachbar ein kleines Haus gekauft",
    ]);
    expect(unitTexts(shipped("did-not-tell"))).toContain("did not tell me/no me dijo");
  });

  test("3.4 any alignment: units are a partition, neighbours in both sentences", () => {
    const tree = "(S (A (X a) (B (X b) (X c))) (C (D (X d) (X e)) (X f)))";
    const links = fc.array(fc.tuple(fc.nat(5), fc.nat(4)), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(links, fc.boolean(), (pairs, parsed) => {
        const alignment = pairs.map(([first, second]) => `${first}-${second}`).join(" ");
        const pair = pairOf("a b c d e f", "v w x y z", alignment, parsed ? tree : "");
        for (const [side, size] of [
          [0, 6],
          [1, 5],
        ] as const) {
          const all = pair.units.flatMap((unit) => unit.words[side]).toSorted((a, b) => a - b);
          expect(all).toEqual(Array.from({ length: size }, (_, index) => index));
          for (const { words } of pair.units)
            expect(words[side].at(-1)! - words[side][0]! + 1).toBe(words[side].length);
          expect(pair.root.units.toSorted((a, b) => a - b)).toEqual(pair.units.map((_, unit) => unit));
        }
      }),
    );
  });

  test.each([
    ["no words", { sentences: ["", "hola"], alignment: "" }, "input-invalid", "The first sentence is empty."],
    [
      "only signs",
      { sentences: ["hi", "…"], alignment: "" },
      "input-invalid",
      "The second sentence has no words, only signs.",
    ],
    ["no links", { sentences: ["hi", "hola"], alignment: "" }, "alignment-invalid", "The alignment is empty"],
    ["a link too far", { sentences: ["hi", "hola"], alignment: "0-1" }, "alignment-invalid", "has 1 words"],
    [
      "a tree of other words",
      { sentences: ["the dog", "el perro"], alignment: "0-0 1-1", tree: "(NP (DET the) (NOUN cat))" },
      "input-invalid",
      "part at word 2: the tree has “cat”, the sentence “dog”",
    ],
    [
      "a tree that is too short",
      { sentences: ["the dog", "el perro"], alignment: "0-0 1-1", tree: "(NP (DET the))" },
      "input-invalid",
      "the tree has no word, the sentence “dog”",
    ],
  ] as const)("%s", (_, given, code, what) => {
    const read = readPair({
      languages: ["en", "es"],
      sentences: [given.sentences[0], given.sentences[1]],
      alignment: given.alignment,
      tree: { side: 0, text: "tree" in given ? given.tree : "" },
    });
    expect(read.ok).toBe(false);
    if (!read.ok) {
      expect(read.problem.code).toBe(code);
      expect(read.problem.what).toContain(what);
    }
  });

  test("punctuation of a treebank is no word", () => {
    const pair = pairOf("Hi, dog!", "¡Hola, perro!", "0-0 1-1", "(S (UH Hi) (, ,) (NN dog) (. !))");
    expect(unitTexts(pair)).toEqual(["Hi/Hola", "dog/perro"]);
  });
});
