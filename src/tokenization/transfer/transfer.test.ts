import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parallelSentences } from "../../data/parallel";
import { unwrap } from "../../result";
import type { Encoder } from "../encoder";
import { scriptNames } from "../catalogue";
import { createEncoder } from "../hf-encoder";
import { trainers } from "../training";
import { expandVocabulary } from "../training/expand";
import { initialisers } from "./initialisers";
import { neighboursAmong, softmaxShares, sparsemaxShares } from "./initialisers/neighbours";
import { mergesOf } from "./merges-of";
import { applyRows, mixture, type NewRow } from "./rows";
import { specialTokensOf, withTemplateOf } from "./template";
import { toy } from "./toy-encoder";
import { initialRows, type Transfer, sharedTokens } from "./transfer";
import { trimVocabulary } from "./trim";
import { idsOfScripts, rowsByScript } from "./trim-scripts";
import { wordPairCounts } from "./word-pairs";

function rowOf(name: string, transfer: Transfer, id: number): NewRow {
  return initialRows(initialisers.find((initialiser) => initialiser.name === name)!, transfer)[id]!;
}

function values(row: NewRow, old: readonly (readonly number[])[]): readonly number[] {
  return [...applyRows(Float32Array.from(old.flat()), old[0]!.length, [row], 1)];
}

const shares = (weights: readonly (readonly [number, number])[]) => mixture(weights).map(({ weight }) => weight);

describe("expansion", () => {
  const old = [
    [1, 0],
    [0, 1],
    [1, 1],
  ];
  const transfer: Transfer = {
    source: toy(["a", "b", "c"]),
    target: toy(["a", "b", "c", "ab", "abc"]),
    shared: new Map([
      [0, 0],
      [1, 1],
      [2, 2],
    ]),
    merges: new Map([
      [3, [0, 1]],
      [4, [3, 2]],
    ]),
  };

  test("10.1 mean, merge and align give the card's rows", () => {
    expect(values(rowOf("mean", transfer, 4), old)).toEqual([2 / 3, 2 / 3].map(Math.fround));
    expect(values(rowOf("merge", transfer, 4), old)).toEqual([0.75, 0.75]);
    const source: Encoder = toy(["a", "b", "c", "x", "abx"]);
    const target = toy(["ab", "x"]);
    // "ab" stands over the tuple (a, b) three times and over the token "abx" once.
    const aligned = rowOf("align", { source, target, shared: new Map(), texts: ["ab", "ab", "ab", "abx"] }, 0);
    expect(values(aligned, [...old, [9, 9], [1, 1]])).toEqual([0.625, 0.625]);
  });

  test("10.2 shared tokens keep their rows bit for bit, whatever the initialiser", () => {
    const table = Float32Array.from([0.1, 0.2, 0.3, 0.4, 0.5, 0.6]);
    for (const initialiser of initialisers.filter(({ copies }) => copies === "all")) {
      const made = applyRows(table, 2, initialRows(initialiser, transfer), 7);
      expect(made.subarray(0, 6)).toEqual(table);
    }
  });

  test("10.3 drawn rows have the old rows' mean and deviation, and are those of the seed", () => {
    const table = Float32Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? 3 : (i % 8) - 4));
    const none = Array.from({ length: 4000 }, () => []);
    const drawn = applyRows(table, 2, none, 5);
    const of = (dimension: number) => [...drawn].filter((_, i) => i % 2 === dimension);
    const average = (all: readonly number[]) => all.reduce((sum, value) => sum + value, 0) / all.length;
    expect(of(0).every((value) => value === 3)).toBe(true);
    expect(average(of(1))).toBeCloseTo(0, 0);
    expect(Math.sqrt(average(of(1).map((value) => value ** 2)))).toBeCloseTo(Math.sqrt(5), 1);
    expect(applyRows(table, 2, none, 5)).toEqual(drawn);
    expect(applyRows(table, 2, none, 6)).not.toEqual(drawn);
  });

  test("10.4 WECHSEL's weights at cosines 0.9 and 0.8; its own vectors and a cold softmax give the row itself", () => {
    const two = [
      { id: 0, cosine: 0.9 },
      { id: 1, cosine: 0.8 },
    ];
    expect(shares(softmaxShares(two, 0.1))).toEqual([expect.closeTo(0.7311, 4), expect.closeTo(0.2689, 4)]);
    const vectors = new Map([0, 1, 2].map((id) => [id, Float32Array.from([Math.cos(id), Math.sin(id)])]));
    const own = { ...transfer, vectors: { source: vectors, target: vectors } };
    expect(rowOf("wechsel", own, 1)[0]!.row).toBe(1);
    expect(shares(softmaxShares(neighboursAmong(vectors)(vectors.get(1)!, 3), 1e-3))[0]).toBeCloseTo(1, 9);
    expect(rowOf("wechsel", own, 4)).toEqual([]);
    expect(rowOf("ofa", own, 1)).toEqual([{ row: 1, weight: 1 }]);
  });

  test("10.4 WECHSEL with vectors of few words: what has none keeps its old row, and only new tokens are drawn", () => {
    const one = new Map([[0, Float32Array.from([1, 0])]]);
    const near = new Map([[3, Float32Array.from([2, 0])]]);
    const rows = [0, 1, 2, 3, 4].map((id) =>
      rowOf("wechsel", { ...transfer, vectors: { source: one, target: near } }, id),
    );
    const copies = [0, 1, 2].map((row) => [{ row, weight: 1 }]);
    expect(rows).toEqual([...copies, [{ row: 0, weight: 1 }], []]);
  });

  test("10.5 FOCUS's sparsemax: 0.9, 0.8, -0.5 become 0.55, 0.45 and nothing; equal cosines share equally", () => {
    const three = [0.9, 0.8, -0.5].map((cosine, id) => ({ id, cosine }));
    expect(shares(sparsemaxShares(three))).toEqual([expect.closeTo(0.55, 12), expect.closeTo(0.45, 12)]);
    const equal = [0.5, 0.5].map((cosine, id) => ({ id, cosine }));
    expect(shares(sparsemaxShares(equal))).toEqual([0.5, 0.5]);
  });

  test("10.6 trans-tokenization splits a count of 20 as 15 and 5; single tokens get all of it", () => {
    const given: Transfer = {
      source: toy(["p", "q"]),
      target: toy(["r", "s"]),
      shared: new Map(),
      wordPairs: [{ source: "pq", target: "rs", count: 20 }],
    };
    expect(rowOf("trans-tokenization", given, 0)).toEqual([
      { row: 0, weight: 0.75 },
      { row: 1, weight: 0.25 },
    ]);
    const single = { ...given, wordPairs: [{ source: "q", target: "r", count: 3 }] };
    expect(rowOf("trans-tokenization", single, 0)).toEqual([{ row: 1, weight: 1 }]);
  });

  test("10.6 words that are linked in parallel sentences are counted; rare links are dropped", () => {
    const sentences = ["the house", "the book", "a book", "the house"].map((text) => text.split(" "));
    const translations = ["das haus", "das buch", "ein buch", "das haus"].map((text) => text.split(" "));
    const pairs = sentences.map((words, index) => [words, translations[index]!] as const);
    expect(wordPairCounts(pairs, 2)).toEqual([
      { source: "the", target: "das", count: 3 },
      { source: "house", target: "haus", count: 2 },
      { source: "book", target: "buch", count: 2 },
    ]);
  });

  test("10.7 a row's shares add up to one, or it is drawn", () => {
    for (const initialiser of initialisers) {
      for (const row of initialRows(initialiser, transfer)) {
        if (row.length > 0) expect(row.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
      }
    }
  });
});

describe.each(trainers.map(({ name }) => name))("a trimmed vocabulary of %s", (name) => {
  const sentences = [...parallelSentences.de, ...parallelSentences.tr];
  const steps = trainers
    .find((trainer) => trainer.name === name)!
    .train(Object.values(parallelSentences).flat().join("\n"), {
      vocabularySize: 1500,
      specialTokens: ["<|endoftext|>"],
    });
  let step = steps.next();
  while (!step.done) step = steps.next();
  const files = step.value;
  const full = unwrap(createEncoder(files, "full"));
  const used = new Set(sentences.flatMap((text) => full.encode(text).map(({ id }) => id)));
  const trimmed = trimVocabulary(files, used);
  const small = unwrap(createEncoder(trimmed.files, "small"));

  test("11.1 cuts a text whose tokens are kept as before, and has fewer rows", () => {
    expect(small.vocabularySize).toBe(trimmed.kept.length);
    expect(small.vocabularySize).toBeLessThan(1300);
    for (const text of sentences) {
      expect(small.encode(text).map(({ id }) => trimmed.kept[id])).toEqual(full.encode(text).map(({ id }) => id));
    }
  });

  test("11.2 all tokens kept is the tokenizer itself; every kept token is shared", () => {
    const all = trimVocabulary(
      files,
      Array.from({ length: 1500 }, (_, id) => id),
    );
    expect(all.files.tokenizer).toEqual(files.tokenizer);
    const vocabulary = (encoder: Encoder, ids: readonly number[]) => ({
      encoder,
      vocabulary: new Map(ids.map((old, id) => [String(old), id])),
    });
    const own = Array.from({ length: 1500 }, (_, id) => id);
    const shared = sharedTokens(vocabulary(full, own), vocabulary(small, trimmed.kept));
    for (const [id, old] of trimmed.kept.entries()) {
      expect(shared.has(id)).toBe(true);
      expect(small.bytesOf(id)).toEqual(full.bytesOf(old));
    }
  });
});

test("11 single characters stay where a vocabulary marks that they go on with a word or end one", () => {
  const kept = (model: object) => {
    const { files } = trimVocabulary({ tokenizer: { model }, config: {} }, [0]);
    return Object.keys((files.tokenizer["model"] as { vocab: object }).vocab);
  };
  const pieces = { "[UNK]": 0, a: 1, "##b": 2, "##ab": 3, ab: 4 };
  expect(kept({ type: "WordPiece", unk_token: "[UNK]", vocab: pieces })).toEqual(["[UNK]", "a", "##b"]);
  const ending = { a: 0, "b</w>": 1, "ab</w>": 2 };
  expect(kept({ type: "BPE", end_of_word_suffix: "</w>", vocab: ending, merges: [["a", "b</w>"]] })).toEqual([
    "a",
    "b</w>",
  ]);
});

describe.each(["byte-level-bpe", "unigram"])("a vocabulary of %s trimmed by script", (name) => {
  const steps = trainers
    .find((trainer) => trainer.name === name)!
    .train([...parallelSentences.de, ...parallelSentences.hi].join("\n"), {
      vocabularySize: 700,
      specialTokens: ["<|endoftext|>"],
    });
  let step = steps.next();
  while (!step.done) step = steps.next();
  const files = step.value;
  const full = unwrap(createEncoder(files, "full"));

  test("11.3 counts by script add up to the rows; all scripts kept changes nothing", () => {
    const counts = rowsByScript(full, [0, 1]);
    expect(counts.reduce((sum, { rows }) => sum + rows, 0)).toBe(full.vocabularySize);
    expect(counts.reduce((sum, { kept }) => sum + kept, 0)).toBe(2);
    expect(counts.find(({ script }) => script === "special tokens")!.rows).toBeGreaterThan(0);
    expect(trimVocabulary(files, idsOfScripts(full, scriptNames)).files.tokenizer).toEqual(files.tokenizer);
  });

  test("11.3 a text of kept scripts is cut as before and loses no character; the others lose their rows", () => {
    const { kept, files: made } = trimVocabulary(
      files,
      idsOfScripts(full, ["Latin", "no letters", "part of a character"]),
    );
    const small = unwrap(createEncoder(made, "small"));
    expect(kept.length).toBeLessThan(0.8 * full.vocabularySize);
    for (const text of parallelSentences.de) {
      const tokens = small.encode(text);
      expect(tokens.map(({ id }) => kept[id])).toEqual(full.encode(text).map(({ id }) => id));
      expect(tokens.some(({ id }) => id === small.unknownId)).toBe(false);
    }
    const left = rowsByScript(full, kept).find(({ script }) => script === "Devanagari")!;
    expect(left.kept).toBeLessThan(left.rows / 2);
  });
});

describe("expansion of a real vocabulary", () => {
  const base = JSON.parse(readFileSync("public/models/polyglot-base/tokenizer.json", "utf8")) as Record<
    string,
    unknown
  >;
  const files = { tokenizer: base, config: {} };
  const swahili = parallelSentences.sw.join("\n");
  const full = unwrap(createEncoder(files, "full"));
  const end = <T>(steps: Generator<unknown, T>): T => {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  };

  test("12.7 learns merges after its own: Swahili gets shorter, old ids stay, and other scripts are cut as before", () => {
    const expanded = end(expandVocabulary(files, swahili, 200));
    const encoder = unwrap(createEncoder(expanded, "expanded"));
    expect(encoder.vocabularySize).toBe(full.vocabularySize + 200);
    const length = (by: Encoder) => by.encode(swahili).length;
    expect(length(encoder)).toBeLessThan(0.8 * length(full));
    for (const text of parallelSentences.hi) expect(encoder.encode(text)).toEqual(full.encode(text));
    for (let id = 0; id < 8192; id += 7) expect(encoder.bytesOf(id)).toEqual(full.bytesOf(id));
    const [left, right] = mergesOf(expanded).get(8192)!;
    expect(Buffer.concat([full.bytesOf(left), full.bytesOf(right)])).toEqual(Buffer.from(encoder.bytesOf(8192)));
  });

  test("12.7 none more, or a text without new pairs, changes nothing; no BPE is refused", () => {
    expect(end(expandVocabulary(files, swahili, 0)).tokenizer).toEqual(files.tokenizer);
    expect(end(expandVocabulary(files, "a", 50)).tokenizer).toEqual(files.tokenizer);
    expect(() =>
      end(expandVocabulary({ tokenizer: { model: { type: "Unigram", vocab: [] } }, config: {} }, "a", 1)),
    ).toThrow(/only be added to a BPE/);
  });

  test("12.8 a vocabulary trained in this one's place takes over its template", () => {
    const trained = end(trainers[0]!.train(swahili, { vocabularySize: 400, specialTokens: specialTokensOf(files) }));
    const encoder = unwrap(createEncoder(withTemplateOf(files, trained), "trained"));
    expect(encoder.encode("maji", { addSpecialTokens: true })[0]).toMatchObject({
      piece: "<|endoftext|>",
      special: true,
    });
    expect(withTemplateOf(files, { tokenizer: {}, config: {} })).toEqual({ tokenizer: {}, config: {} });
  });
});
