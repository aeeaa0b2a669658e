import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unwrap } from "../../result";
import type { BilingualNode, BilingualTree } from "../bilingual";
import { theoryIds } from "../constraints";
import { functionalHead } from "../constraints/functional-head";
import { enumeratePaths } from "../lattice/enumerate";
import type { Path } from "../lattice/lattice";
import { countPaths } from "../lattice/weights";
import { metrics } from "../metrics";
import { sentencePairs } from "../pairs";
import { judgeSwitch } from "../points";
import type { Side } from "../sentence";
import { readPair } from "../read-pair";
import { pairOf, shipped } from "../testing";
import { equivalenceLattice } from "./equivalence-lattice";
import { writeSentence } from "./write";
import { generateFromGrammar, taggedWords, type GrammarRequest } from "./grammar";
import { matrixLattice } from "./matrix-lattice";

const request: GrammarRequest = {
  theory: "equivalence",
  matrix: 0,
  target: { measure: "cmi", value: 25 },
  count: 10,
  seed: 7,
};

function key(path: Path): string {
  return path.map(({ unit, side }) => `${unit}${side === 0 ? "a" : "b"}`).join(" ");
}

describe("quotation marks", () => {
  test.each([
    [0, "She asked Ravi, “Did you hear the ruido?”"],
    [1, "Preguntó a Ravi: «¿Oíste el noise?»."],
  ] as const)("main language %i: as its sentence has them, and once", (matrix, text) => {
    const pair = pairOf(
      "She asked Ravi, “Did you hear the noise?”",
      "Preguntó a Ravi: «¿Oíste el ruido?».",
      "0-0 1-0 2-2 3-3 4-3 5-3 6-4 7-5",
      "",
    );
    const other = matrix === 0 ? 1 : 0;
    const noise = pair.unitOf[0][7]!;
    const path = pair.units.map((_, unit) => ({ unit, side: unit === noise ? other : matrix }));
    expect(writeSentence(pair, path, "equivalence", matrix).text).toBe(text);
  });
});

describe("the set of sentences (SPEC 5)", () => {
  test("5.1 la casa blanca: the adjective and the noun go together", () => {
    const pair = pairOf("the white house", "la casa blanca", "0-0 1-2 2-1", "(NP (DET the) (ADJ white) (NOUN house))");
    const texts = unwrap(
      generateFromGrammar(pair, { ...request, target: { measure: "switching", value: 0.5 } }),
    ).sentences.map(({ text }) => text);
    expect(texts.toSorted()).toEqual(["la white house", "the casa blanca"]);
    expect(countPaths(equivalenceLattice(pair, "equivalence", 0))).toBe(4n);
  });

  test("5.1 by hand: 112 sentences with a verb at the end", () => {
    // Five words before the verb phrase choose freely: 32. English order: "reads the newspaper every" is one language up to
    // the last word, which is free: 32 * 2. German order: "Morgen die Zeitung liest" is one language; with "jeden" 32; with
    // "every" only where the word before is German, as "sister every" are no neighbours in English: 16.
    expect(countPaths(equivalenceLattice(shipped("verb-last"), "equivalence", 0))).toBe(64n + 32n + 16n);
  });

  test("5.1, 5.2 any alignment: the lattice is the set that the definition gives", () => {
    const trees = [
      "",
      "(S (A (X a) (B (X b) (X c))) (X d))",
      "(S (X a) (A (X b) (B (X c) (X d))))",
      "(S (A (X a) (X b)) (B (X c) (X d)))",
    ];
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    const extra = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 1 });
    fc.assert(
      fc.property(order, extra, fc.constantFrom(...trees), (places, more, tree) => {
        const links = [...places.map((place, word) => [word, place] as const), ...more];
        const pair = pairOf("a b c d", "w x y z", links.map((link) => link.join("-")).join(" "), tree);
        const lattice = equivalenceLattice(pair, tree === "" ? "linear" : "equivalence", 0);
        const paths = enumeratePaths(lattice).map(key);
        expect(new Set(paths).size).toBe(paths.length);
        expect(countPaths(lattice)).toBe(BigInt(paths.length));
        expect(paths.toSorted()).toEqual(
          byDefinition(pair, tree === "" ? "linear" : "equivalence")
            .map(key)
            .toSorted(),
        );
      }),
      { numRuns: 60 },
    );
  });

  test("5.1 a child of a reordered block speaks the language of the order", () => {
    // Orders 0 B 3 and B 3 0 with B = 1 2. "0a 1a 2b 3b" follows the first; 0 1 are neighbours there and 2 3 in the second,
    // and 1|2 is a legal place. But 3 then says nothing in the language whose order it follows.
    const pair = pairOf("a b c d", "w x y z", "0-3 1-0 2-1 3-2", "(S (X a) (B (X b) (X c)) (X d))");
    const texts = enumeratePaths(equivalenceLattice(pair, "equivalence", 0)).map(key);
    expect(texts).not.toContain("0a 1a 2b 3b");
    expect(texts.toSorted()).toEqual(byDefinition(pair, "equivalence").map(key).toSorted());
  });

  test("5.2 every theory and shipped pair: count and enumeration agree, every switch is judged legal", () => {
    for (const written of sentencePairs) {
      for (const theory of theoryIds) {
        const pair = unwrap(readPair(written, theory));
        const lattice = theory === "matrix-language" ? matrixLattice(pair, 1) : equivalenceLattice(pair, theory, 1);
        const total = countPaths(lattice);
        if (total > 2000n) continue;
        const paths = enumeratePaths(lattice);
        expect(new Set(paths.map(key)).size).toBe(Number(total));
        if (theory === "matrix-language") continue;
        for (const path of paths) {
          for (const [step, right] of path.entries()) {
            const left = path[step - 1];
            if (left === undefined || left.side === right.side) continue;
            expect(judgeSwitch(pair, theory, left, right, 1).legal).toBe(true);
          }
        }
      }
    }
  });

  test("4.3, 5.1 functional heads: of the equivalence constraint's sentences those in which no head is parted from its complement", () => {
    const shippedPairs = sentencePairs.map((written) => unwrap(readPair(written)));
    for (const pair of shippedPairs) expectUnparted(pair);
    const trees = [
      "(S (AUX a) (ADV b) (VERB c) (NOUN d))",
      "(S (NP (DET a) (NOUN b)) (AUX c) (VERB d))",
      "(S (SCONJ a) (S (PRON b) (VP (AUX c) (VERB d))))",
      "(S (DET a) (AUX b) (X (NOUN c) (VERB d)))",
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), fc.constantFrom(...trees), (places, tree) => {
        const links = places.map((place, word) => `${word}-${place}`).join(" ");
        expectUnparted(pairOf("a b c d", "w x y z", links, tree));
      }),
      { numRuns: 60 },
    );
  });

  test("4.3 a subject or an adverb between them does not part a head from its complement", () => {
    const texts = (pair: BilingualTree): readonly string[] =>
      unwrap(
        generateFromGrammar(pair, { ...request, theory: "functional-head", matrix: 1, count: 1000 }),
      ).sentences.map(({ text }) => text);
    const late = pairOf(
      "She had already left",
      "ella había ya salido",
      "0-0 1-1 2-2 3-3",
      "(S (PRON She) (AUX had) (ADV already) (VERB left))",
    );
    expect(texts(late).filter((text) => /had.*salido|había.*left/u.test(text))).toEqual([]);
    expect(texts(late)).toContain("ella had ya left");
    expect(texts(shipped("verb-second")).filter((text) => /werden wir visit/u.test(text))).toEqual([]);
  });

  test("4.4 matrix language frame: matrix order; function words of the other language only in islands", () => {
    const pair = pairOf(
      "the white house",
      "la casa blanca",
      "0-0 1-2 2-1",
      "(S (NP (DET the) (ADJ white)) (NOUN house))",
    );
    // The tree is opened where it crosses: S has three leaves, DET is never embedded, ADJ and NOUN are free: 4.
    expect(countPaths(matrixLattice(pair, 0))).toBe(4n);
    const texts = unwrap(generateFromGrammar(pair, { ...request, theory: "matrix-language" })).sentences.map(
      ({ text }) => text,
    );
    expect(texts.toSorted()).toEqual(["the blanca casa", "the blanca house", "the white casa"]);
  });

  test("5.3 the same seed, the same sentences; another seed, others", () => {
    const pair = shipped("last-train");
    const texts = (seed: number): readonly string[] =>
      unwrap(generateFromGrammar(pair, { ...request, seed })).sentences.map(({ text }) => text);
    expect(texts(3)).toEqual(texts(3));
    expect(texts(3)).not.toEqual(texts(4));
  });

  test.each([10, 25, 40])("5.3 a long sentence drawn at CMI %d is measured within 2", (value) => {
    const pair = shipped("last-train");
    const result = unwrap(generateFromGrammar(pair, { ...request, target: { measure: "cmi", value } }));
    // 24 free choices, less "Madrid", which is spelt alike in both.
    expect(result.total).toBe(2n ** 23n);
    expect(result.enumerated).toBe(false);
    expect(result.sentences).toHaveLength(10);
    for (const sentence of result.sentences) {
      expect(Math.abs(metrics[0]!.measure(taggedWords(pair, sentence))! - value)).toBeLessThan(2);
    }
  });

  test.each([0.1, 0.3, 0.6])("5.3 and at a switching fraction of %d within 0.03", (value) => {
    const pair = shipped("last-train");
    const result = unwrap(generateFromGrammar(pair, { ...request, target: { measure: "switching", value } }));
    const iIndex = metrics.find(({ id }) => id === "i-index")!;
    for (const sentence of result.sentences) {
      expect(Math.abs(iIndex.measure(taggedWords(pair, sentence))! - value)).toBeLessThan(0.03);
    }
  });

  test("5.3 at a share of 0, 25 and 75 % of words in the other language, drawn and compared", () => {
    const drawn = shipped("last-train");
    // Four units and no crossing: the first sentence, one or three of four words in the other language.
    const compared = pairOf("a b c d", "w x y z", "0-0 1-1 2-2 3-3");
    for (const [pair, theory, within] of [
      [drawn, "equivalence", 4],
      [compared, "linear", 0],
    ] as const) {
      for (const value of [0, 25, 75]) {
        const target = { measure: "embedded", value } as const;
        const { sentences } = unwrap(generateFromGrammar(pair, { ...request, theory, target, count: 1 }));
        const spoken = sentences[0]!.words.filter(({ language }) => language !== null);
        const share = (100 * spoken.filter(({ source }) => source!.side === 1).length) / spoken.length;
        expect(Math.abs(share - value)).toBeLessThanOrEqual(within);
      }
    }
  });

  test("4.5 without the free morpheme constraint the lattice has the sentences that it refused", () => {
    const pair = pairOf("we 'll go", "vamos a ir", "0-0 1-1 2-2");
    // Three choices: 2 * 2 * 2. With the constraint "'ll" does not follow "vamos": 8 less two, whatever comes last.
    const total = (freeMorpheme: boolean) =>
      unwrap(generateFromGrammar(pair, { ...request, theory: "linear", freeMorpheme })).total;
    expect(total(false)).toBe(8n);
    expect(total(true)).toBe(6n);
  });

  test.each(["linear", "equivalence", "matrix-language"] as const)(
    "4.5 under %s a clitic is judged in the language it stands in: “is nicht”, not “ist n't”",
    (theory) => {
      const tree = "(S (PRON She) (AUX is) (ADV n't) (ADV here))";
      const pair = pairOf("She is n't here", "Sie ist nicht hier", "0-0 1-1 2-2 3-3", tree);
      const texts = ([0, 1] as const).flatMap((matrix) =>
        unwrap(generateFromGrammar(pair, { ...request, theory, matrix, count: 100 })).sentences.map(({ text }) => text),
      );
      expect(texts.filter((text) => text.includes("ist n't"))).toEqual([]);
      expect(texts).toContain("She is nicht here");
    },
  );

  test("4.4 a sentence of one word is its matrix language's", () => {
    const pair = pairOf("water", "agua", "0-0", "(NOUN water)");
    const { total } = unwrap(generateFromGrammar(pair, { ...request, theory: "matrix-language" }));
    expect(total).toBe(1n);
  });

  test("5.2 every theory and shipped pair: as many texts as are counted", () => {
    for (const written of sentencePairs) {
      for (const theory of theoryIds) {
        const pair = unwrap(readPair(written, theory));
        const lattice = theory === "matrix-language" ? matrixLattice(pair, 0) : equivalenceLattice(pair, theory, 0);
        if (countPaths(lattice) > 256n) continue;
        const texts = enumeratePaths(lattice).map((path) => writeSentence(pair, path, theory, 0).text);
        expect(BigInt(new Set(texts).size)).toBe(countPaths(lattice));
      }
    }
  });

  test("5.2, 7 a name spelt alike in both is one word of either, so the unmixed sentence is not among the mixed ones", () => {
    const pair = shipped("red-car");
    const { sentences, total } = unwrap(generateFromGrammar(pair, { ...request, matrix: 1, count: 1000 }));
    expect(total).toBe(256n);
    const texts = sentences.map(({ text }) => text);
    expect(texts).toHaveLength(254);
    expect(texts).not.toContain(pair.sentences[0].text);
    expect(texts).not.toContain(pair.sentences[1].text);
    for (const { words } of sentences) expect(words.find(({ text }) => text === "Ana")!.language).toBeNull();
    // Inside a reordered block it follows the block's order: "a small hotel", "a hotel pequeño", "un ...": 2 * 2.
    const hotel = pairOf("a small hotel", "un hotel pequeño", "0-0 1-2 2-1", "(NP (DET a) (ADJ small) (NOUN hotel))");
    const both = unwrap(generateFromGrammar(hotel, request));
    expect(both.total).toBe(4n);
    expect(both.sentences.map(({ text }) => text).toSorted()).toEqual(["a hotel pequeño", "un small hotel"]);
  });

  test("5.2 names alone", () => {
    const pair = pairOf("Ana Madrid", "Ana Madrid", "0-0 1-1", "(S (PROPN Ana) (PROPN Madrid))");
    for (const theory of theoryIds) {
      const result = unwrap(generateFromGrammar(pair, { ...request, theory }));
      expect(result).toEqual({ sentences: [], total: 1n, enumerated: true });
    }
  });

  test.each([1, 2, 3, 4, 5, 6])("7 numbers are no switches, whatever the seed: %d", (seed) => {
    const pair = pairOf(
      "I have 10 dogs",
      "Ich habe 10 Hunde",
      "0-0 1-1 2-2 3-3",
      "(S (PRON I) (AUX have) (NUM 10) (NOUN dogs))",
    );
    for (const theory of theoryIds) {
      const { sentences } = unwrap(generateFromGrammar(pair, { ...request, theory, count: 100, seed }));
      expect(sentences.length).toBeGreaterThan(0);
      for (const { words, switches } of sentences) {
        const spoken = words.filter(({ language }) => language !== null);
        const changes = spoken.slice(1).filter(({ language }, index) => language !== spoken[index]!.language);
        expect(switches).toHaveLength(changes.length);
        for (const { after, reason } of switches) {
          expect(words[after + 1]!.language).not.toBeNull();
          expect(["same-order", "no-crossing-link", "content-word", "embedded-island"]).toContain(reason.kind);
        }
      }
    }
  });

  test("5.2 five hundred words are counted exactly, not enumerated", () => {
    const words = Array.from({ length: 500 }, (_, index) => `w${index}x`);
    // Every tenth pair of neighbours is swapped: 450 blocks of which 50 have two words. 2^450.
    const links = words.map(
      (_, index) => `${index}-${index % 10 === 8 ? index + 1 : index % 10 === 9 ? index - 1 : index}`,
    );
    const pair = pairOf(words.join(" "), words.join(" ").replaceAll("w", "v"), links.join(" "));
    const result = unwrap(generateFromGrammar(pair, { ...request, theory: "linear", count: 20 }));
    expect(result.total).toBe(2n ** 450n);
    expect(result.enumerated).toBe(false);
    expect(result.sentences).toHaveLength(20);
  });

  test("a thousand sentences of one pair, no two equal", () => {
    const result = unwrap(generateFromGrammar(shipped("last-train"), { ...request, count: 1000 }));
    expect(result.sentences).toHaveLength(1000);
    expect(new Set(result.sentences.map(({ text }) => text)).size).toBe(1000);
  });

  test("5.5 nothing can be switched: no sentence, and the total says why", () => {
    const result = unwrap(generateFromGrammar(pairOf("a b", "x y", "0-1 1-0"), { ...request, theory: "linear" }));
    expect(result).toEqual({ sentences: [], total: 2n, enumerated: true });
  });

  test("a theory that needs a tree says so", () => {
    const result = generateFromGrammar(pairOf("a b", "x y", "0-0 1-1"), request);
    expect(!result.ok && result.problem.what).toContain("needs a constituency tree");
  });

  test("over 800 words", () => {
    const words = Array.from({ length: 801 }, () => "a").join(" ");
    const result = generateFromGrammar(pairOf(words, "b", "0-0"), { ...request, theory: "linear" });
    expect(!result.ok && result.problem.what).toContain("801 words");
  });
});

describe("writing (SPEC 6)", () => {
  test("6.1 signs and capitals", () => {
    const pair = pairOf(
      "Where does Ana live?",
      "¿Dónde vive Ana?",
      "0-0 1-1 3-1 2-2",
      "(S (ADV Where) (AUX does) (PROPN Ana) (VERB live))",
    );
    const texts = unwrap(generateFromGrammar(pair, { ...request, matrix: 1 })).sentences.map(({ text }) => text);
    expect(texts).toContain("¿Where vive Ana?");
  });

  test("6.1 every shipped sentence begins with a capital and ends as the main sentence does", () => {
    for (const written of sentencePairs) {
      const pair = unwrap(readPair(written));
      for (const matrix of [0, 1] as const) {
        const { sentences } = unwrap(generateFromGrammar(pair, { ...request, matrix, count: 30 }));
        expect(sentences.length).toBeGreaterThan(0);
        for (const { text, switches } of sentences) {
          expect(text).toMatch(/^\P{Ll}/u);
          expect(text.at(-1)).toBe(written.sentences[matrix].at(-1));
          expect(text.slice(0, -1)).not.toMatch(/[.।]/u);
          expect(switches.length).toBeGreaterThan(0);
        }
      }
    }
  });
});

/** Compares the functional head constraint's sentences with the equivalence constraint's, filtered one by one. */
function expectUnparted(pair: BilingualTree): void {
  const wide = equivalenceLattice(pair, "equivalence", 0);
  if (countPaths(wide) > 5000n) return;
  const narrow = equivalenceLattice(pair, "functional-head", 0);
  const paths = enumeratePaths(narrow).map(key);
  expect(countPaths(narrow)).toBe(BigInt(paths.length));
  expect(paths.toSorted()).toEqual(
    enumeratePaths(wide)
      .filter((path) => isUnparted(pair, pair.root, path))
      .map(key)
      .toSorted(),
  );
}

/** In every constituent each head has the language of the nearest word of its complement. */
function isUnparted(pair: BilingualTree, node: BilingualNode, path: Path): boolean {
  const stepOf = (unit: number): number => path.findIndex((emission) => emission.unit === unit);
  return (
    functionalHead.bonds!(pair, node).every(({ head, complement }) => {
      const at = stepOf(node.children[head]!.units[0]!);
      const nearest = node.children[complement]!.units.map(stepOf).toSorted(
        (a, b) => Math.abs(a - at) - Math.abs(b - at),
      )[0]!;
      return path[at]!.side === path[nearest]!.side;
    }) && node.children.every((child) => isUnparted(pair, child, path))
  );
}

/** Every order of the units and choice of languages that the definition allows, tried one by one. */
function byDefinition(pair: BilingualTree, theory: "linear" | "equivalence"): readonly Path[] {
  return permutations(pair.units.map((_, unit) => unit))
    .filter((order) => isOrdered(pair.root, order, () => true))
    .flatMap((order) =>
      Array.from({ length: 2 ** order.length }, (_, bits) =>
        order.map((unit, index) => ({ unit, side: ((bits >> index) & 1) as 0 | 1 })),
      ),
    )
    .filter((path) => {
      const order = path.map(({ unit }) => unit);
      const speaks = (node: BilingualNode, side: Side): boolean =>
        path.some((emission) => emission.side === side && node.units.includes(emission.unit));
      return isOrdered(pair.root, order, speaks);
    })
    .filter((path) =>
      path.every((right, step) => {
        const left = path[step - 1];
        if (left === undefined) return true;
        if (left.side !== right.side) return judgeSwitch(pair, theory, left, right, 0).legal;
        return pair.units[left.unit]!.words[left.side].at(-1)! + 1 === pair.units[right.unit]!.words[left.side][0];
      }),
    );
}

/**
 * Each constituent's units stand together, its children in blocks, each block in the order of one language, which each
 * child of a block of several speaks.
 */
function isOrdered(
  node: BilingualNode,
  order: readonly number[],
  speaks: (node: BilingualNode, side: Side) => boolean,
): boolean {
  if (node.children.length === 0) return true;
  const places = node.children.map((child) => child.units.map((unit) => order.indexOf(unit)));
  for (const own of places) if (Math.max(...own) - Math.min(...own) + 1 !== own.length) return false;
  const found = node.children.map((_, child) => child).toSorted((a, b) => places[a]![0]! - places[b]![0]!);
  let start = 0;
  for (let end = 1; end <= found.length; end += 1) {
    const [first, second] = node.order.map((list) =>
      list
        .slice(start, end)
        .toSorted((a, b) => a - b)
        .join(),
    );
    if (first !== second) continue;
    const block = found.slice(start, end);
    const follows = ([0, 1] as const).filter((side) => node.order[side].slice(start, end).join() === block.join());
    const spoken = (side: Side): boolean => block.every((child) => speaks(node.children[child]!, side));
    if (!follows.some((side) => block.length === 1 || spoken(side))) return false;
    start = end;
  }
  return node.children.every((child) => isOrdered(child, order, speaks));
}

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}
