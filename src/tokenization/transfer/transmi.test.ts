import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parallelSentences } from "../../data/parallel";
import { unwrap } from "../../result";
import type { Encoder } from "../encoder";
import { createEncoder } from "../hf-encoder";
import { romanise } from "../romanise/romanise";
import { bpeModel, tokenizerFiles } from "../training/tokenizer-file";
import { transmi } from "./initialisers/transmi";
import { applyRows, copyOf, meanOf } from "./rows";
import { latinPieces, scoredPieces, withLatinPieces } from "./transmi";

test("16.1 of two originals with scores -5 and -7 and rows (1, 0) and (0, 1) the modes give the card's scores and rows", () => {
  const pieces = [
    { id: 0, text: " तल", score: -5 },
    { id: 1, text: " टल", score: -7 },
  ];
  const old = Float32Array.from([1, 0, 0, 1]);
  const of = (mode: "max" | "min" | "average") => {
    const [piece] = latinPieces(pieces, mode);
    return { text: piece!.text, score: piece!.score, row: [...applyRows(old, 2, [piece!.row], 1)] };
  };
  expect(of("max")).toEqual({ text: " tal", score: -5, row: [1, 0] });
  expect(of("min")).toEqual({ text: " tal", score: -7, row: [0, 1] });
  expect(of("average")).toEqual({ text: " tal", score: -6, row: [0.5, 0.5] });
});

test("16.1 a new row is that of its original, also after a space; what is no such piece is a mean", () => {
  const target = { bytesOf: (id: number) => new TextEncoder().encode([" tal", "x"][id]) } as Encoder;
  const source = { vocabularySize: 0, encode: () => [{ id: 3 }, { id: 5 }] } as unknown as Encoder;
  const rowOf = transmi.prepare({ source, target, shared: new Map(), originals: new Map([[" tal", copyOf(7)]]) });
  expect(rowOf(0)).toEqual(copyOf(7));
  expect(rowOf(1)).toEqual(meanOf([3, 5]));
});

test("16.1 what is in the vocabulary already is no new piece", () => {
  const pieces = ["घर", "ghar", "OK"].map((text, id) => ({ id, text, score: -id }));
  expect(latinPieces(pieces, "max")).toEqual([]);
});

test("16.2 a Unigram vocabulary cuts Latin text into the new pieces and its own script as before", () => {
  const vocab = [["<unk>", 0], ["▁", -4], ["▁घर", -5], ["▁में", -5.5], ...Array.from("gharmeinघर", (c) => [c, -9])];
  const files = {
    tokenizer: {
      normalizer: null,
      post_processor: null,
      model: { type: "Unigram", unk_id: 0, vocab },
      added_tokens: [
        { id: 0, content: "<unk>", special: true },
        { id: vocab.length, content: "<mask>", special: true },
      ],
      pre_tokenizer: { type: "Metaspace", replacement: "▁", prepend_scheme: "always", split: true },
      decoder: { type: "Metaspace", replacement: "▁", prepend_scheme: "always", split: true },
    },
    config: {},
  };
  const before = unwrap(createEncoder(files, "before"));
  const latin = latinPieces(scoredPieces(files), "max");
  const after = unwrap(createEncoder(unwrap(withLatinPieces(files, latin)), "after"));
  const ids = (encoder: typeof after, text: string) => encoder.encode(text).map(({ id }) => id);
  expect(ids(before, "ghar").length).toBe(5);
  // The pieces begin behind <mask>, which keeps its id; ▁घर is the first of them.
  expect(ids(after, "ghar")).toEqual([vocab.length + 1]);
  expect(after.encode("<mask>").at(-1)?.id).toBe(vocab.length);
  expect(ids(after, "घर में")).toEqual(ids(before, "घर में"));
});

test("16.3 a BPE vocabulary keeps the ids of other scripts, and nearly every new piece alone is one token", () => {
  const path = new URL("../../../public/models/polyglot-base/tokenizer.json", import.meta.url);
  const files = { tokenizer: JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>, config: {} };
  const before = unwrap(createEncoder(files, "before"));
  const latin = latinPieces(scoredPieces(files), "max");
  const after = unwrap(createEncoder(unwrap(withLatinPieces(files, latin)), "after"));
  const ids = (encoder: typeof after, text: string) => encoder.encode(text).map(({ id }) => id);
  for (const line of parallelSentences.hi) expect(ids(after, line)).toEqual(ids(before, line));
  const alone = latin.filter(({ text }) => ids(after, text).length === 1);
  expect(alone.length / latin.length).toBeGreaterThan(0.98);
  const tokens = (encoder: typeof after) =>
    parallelSentences.hi.reduce((sum, line) => sum + ids(encoder, romanise(line)).length, 0);
  expect(tokens(after)).toBeLessThan(0.9 * tokens(before));
}, 120_000);

test("16.3 a vocabulary of 150,000 tokens is not too large", () => {
  const tokens = ["ш", "s", ...Array.from({ length: 149_998 }, (_, id) => `t${id}`)];
  const files = tokenizerFiles({ specialTokens: [], preTokenizer: null, decoder: null, model: bpeModel(tokens, []) });
  const latin = [{ text: "ss", score: -1, row: copyOf(0), originals: [] }];
  const made = unwrap(withLatinPieces(files, latin)).tokenizer["model"] as { vocab: Record<string, number> };
  expect(made.vocab["ss"]).toBe(150_000);
});
