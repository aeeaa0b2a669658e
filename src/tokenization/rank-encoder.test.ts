import fc from "fast-check";
import { BytePairEncodingCore } from "gpt-tokenizer/BytePairEncodingCore";
import { describe, expect, it } from "vitest";
import { mergeByRank } from "./byte-pairs";
import { createByteEncoder } from "./byte-encoder";
import { createCodePointEncoder, createGraphemeEncoder } from "./character-encoder";
import type { Encoder } from "./encoder";
import { loadRankEncoder, rankFamilies } from "./rank-encoder";

const [r50k, cl100k, o200k] = await Promise.all([
  loadRankEncoder("r50k"),
  loadRankEncoder("cl100k"),
  loadRankEncoder("o200k"),
]);

function ids(encoder: Encoder, text: string): number[] {
  return encoder.encode(text).map((token) => token.id);
}

/** First sentence of article 1 of the Universal Declaration of Human Rights: bytes, code points, r50k, cl100k, o200k. */
const declaration = [
  ["All human beings are born free and equal in dignity and rights.", 63, 63, 13, 13, 13],
  ["Todos los seres humanos nacen libres e iguales en dignidad y derechos.", 70, 70, 25, 19, 15],
  ["Alle Menschen sind frei und gleich an Würde und Rechten geboren.", 65, 64, 23, 16, 14],
  ["Tous les êtres humains naissent libres et égaux en dignité et en droits.", 75, 72, 26, 22, 17],
  ["सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है।", 233, 87, 139, 84, 25],
  ["人人生而自由，在尊严和权利上一律平等。", 57, 19, 36, 21, 15],
  ["すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。", 126, 42, 57, 45, 35],
] as const;

describe("ids of OpenAI's vocabularies (rule 5)", () => {
  it.each(declaration)("count %s", (text, bytes, codePoints, ...counts) => {
    expect(createByteEncoder().encode(text)).toHaveLength(bytes);
    expect(createCodePointEncoder().encode(text)).toHaveLength(codePoints);
    expect([r50k, cl100k, o200k].map((encoder) => encoder.encode(text).length)).toEqual(counts);
  });

  it("are the published ones for the English sentence", () => {
    expect(ids(o200k, declaration[0][0])).toEqual([
      2594, 5396, 42607, 553, 12275, 2240, 326, 12629, 306, 72644, 326, 6393, 13,
    ]);
  });

  it("are the published ones for the family emoji and the Czech flag", () => {
    expect(ids(cl100k, "👨‍👩‍👧‍👦")).toEqual([
      9468, 239, 101, 378, 235, 9468, 239, 102, 378, 235, 9468, 239, 100, 378, 235, 9468, 239, 99,
    ]);
    expect(ids(o200k, "👨‍👩‍👧‍👦")).toEqual([28823, 101, 2524, 28823, 102, 2524, 28823, 100, 2524, 28823, 99]);
    expect(ids(o200k, "🇨🇿")).toEqual([55506, 101, 55506, 123]);
  });

  it("take the byte order mark for a sign, as the vocabularies have it, and U+0085 for white space", async () => {
    expect(ids(cl100k, "\ufeff// hello")).toEqual([35_866, 24_748]);
    expect(ids(cl100k, "\ufeff#include")[0]).toBe(43_372);
    expect(ids(cl100k, "\ufeff/*\n")).toEqual([82_823]);
    expect(ids(o200k, "\ufeff//")).toEqual([76_234]);
    expect(ids(o200k, "\ufeff#")).toEqual([110_862]);
    expect("a!\u0085b".match(await rankFamilies.cl100k.split())).toEqual(["a", "!", "\u0085b"]);
  });

  it("never read a special token out of the text", () => {
    expect(ids(r50k, "<|endoftext|>")).not.toContain(50_256);
    expect(ids(r50k, "<|endoftext|>").length).toBeGreaterThan(1);
  });
});

describe("merging by rank", () => {
  it.each(["r50k", "cl100k", "o200k"] as const)("of %s gives gpt-tokenizer's ids for any text", async (name) => {
    const { load, split } = rankFamilies[name];
    const peer = new BytePairEncodingCore({
      bytePairRankDecoder: (await load()).default,
      specialTokensEncoder: new Map([["<|endoftext|>", -1]]),
      tokenSplitRegex: await split(),
    });
    const encoder = await loadRankEncoder(name);
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.lorem(), fc.stringMatching(/^[あいう人生]{0,40}$/)),
        (text) => {
          expect(ids(encoder, text)).toEqual(peer.encodeNative(text));
        },
      ),
    );
  });

  it("joins the lowest rank first, the leftmost among equals: aaab with aa 0, ab 1 is aa, ab", () => {
    const ranks = new Map([
      ["aa", 0],
      ["ab", 1],
    ]);
    expect(mergeByRank("aaab", (pair) => ranks.get(pair))).toEqual([2, 4]);
    expect(mergeByRank("aaa", (pair) => ranks.get(pair))).toEqual([2, 3]);
    expect(mergeByRank("", () => 0)).toEqual([]);
  });

  it("takes 20,000 characters without a space", () => {
    expect(cl100k.encode("人".repeat(20_000)).at(-1)?.bytes[1]).toBe(60_000);
  });
});

describe("spans of the family emoji: man 0-4, joiner 4-7, woman 7-11, joiner 11-14, girl 14-18, joiner 18-21, boy 21-25", () => {
  it("o200k spells a person in 3 + 1 bytes and a joiner in 3", () => {
    const spans = o200k.encode("👨‍👩‍👧‍👦").map((token) => token.bytes);
    expect(spans).toEqual([
      [0, 3],
      [3, 4],
      [4, 7],
      [7, 10],
      [10, 11],
      [11, 14],
      [14, 17],
      [17, 18],
      [18, 21],
      [21, 24],
      [24, 25],
    ]);
  });

  it("cl100k spells a person in 2 + 1 + 1 bytes and a joiner in 2 + 1; all parts of a person touch that person", () => {
    const tokens = cl100k.encode("👨‍👩‍👧‍👦");
    const widths = tokens.map(({ bytes: [start, end] }) => end - start);
    expect(widths).toEqual([2, 1, 1, 2, 1, 2, 1, 1, 2, 1, 2, 1, 1, 2, 1, 2, 1, 1]);
    expect(tokens.slice(0, 3).map((token) => token.codePoints)).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
    expect(tokens.slice(0, 3).map((token) => token.utf16)).toEqual([
      [0, 2],
      [0, 2],
      [0, 2],
    ]);
  });
});

it.each([r50k, cl100k, o200k])(
  "$name gives 由非營利組織, six characters of three bytes, its exact bytes",
  (encoder) => {
    const text = "由非營利組織";
    const bytes = new TextEncoder().encode(text);
    const tokens = encoder.encode(text);
    expect(tokens.at(-1)?.bytes[1]).toBe(18);
    for (const token of tokens) {
      expect(bytes.subarray(...token.bytes)).toEqual(encoder.bytesOf(token.id));
      expect(token.codePoints).toEqual([Math.floor(token.bytes[0] / 3), Math.ceil(token.bytes[1] / 3)]);
      expect(token.utf16).toEqual(token.codePoints);
    }
  },
);

it.each([r50k, cl100k, o200k, createByteEncoder(), createCodePointEncoder(), createGraphemeEncoder()])(
  "$name writes any text back exactly and covers it with spans that meet (rules 2, 4)",
  (encoder) => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const tokens = encoder.encode(text);
        expect(encoder.decode(tokens.map((token) => token.id))).toBe(text);
        tokens.forEach((token, i) => expect(token.bytes[0]).toBe(tokens[i - 1]?.bytes[1] ?? 0));
        expect(tokens.at(-1)?.bytes[1] ?? 0).toBe(new TextEncoder().encode(text).length);
      }),
    );
  },
);

it("graphemes keep the family, a Devanagari cluster and a letter with its accent whole", () => {
  expect(
    createGraphemeEncoder()
      .encode("👨‍👩‍👧‍👦क्षe\u0301")
      .map((token) => token.piece),
  ).toEqual(["👨‍👩‍👧‍👦", "क्ष", "e\u0301"]);
});
