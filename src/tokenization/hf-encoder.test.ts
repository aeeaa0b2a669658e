import { readFileSync } from "node:fs";
import { Tokenizer } from "@huggingface/tokenizers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LabError, unwrap } from "../result";
import type { Encoder, Token } from "./encoder";
import { createEncoder } from "./hf-encoder";
import type { TokenizerFiles } from "./hf-model";

interface Golden {
  readonly tokenizer: Record<string, unknown>;
  readonly texts: readonly { text: string; ids: number[]; offsets: [number, number][]; decoded: string }[];
}

function read(path: string): Golden {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")) as Golden;
}

const families = ["byte-level", "byte-fallback", "unigram", "word-piece"] as const;
const golden = Object.fromEntries(families.map((family) => [family, read(`fixtures/${family}.golden.json`)])) as Record<
  (typeof families)[number],
  Golden
>;
const encoders = Object.fromEntries(
  families.map((family) => [
    family,
    unwrap(createEncoder({ tokenizer: golden[family].tokenizer, config: {} }, family)),
  ]),
) as Record<(typeof families)[number], Encoder>;

const utf8 = new TextEncoder();
const anyText = fc.string({ unit: "binary", maxLength: 60 });

function idsOf(tokens: readonly Token[]): number[] {
  return tokens.map((token) => token.id);
}

function expectToCover(text: string, tokens: readonly Token[]): void {
  let at = 0;
  for (const token of tokens) {
    expect(token.bytes[0]).toBe(at);
    expect(token.bytes[1]).toBeGreaterThanOrEqual(at);
    at = token.bytes[1];
  }
  expect(at).toBe(tokens.length === 0 ? 0 : utf8.encode(text).length);
}

describe.each(families)("%s, against Python's tokenizers (rule 1)", (family) => {
  it.each(golden[family].texts)("gives the same ids for $text", ({ text, ids }) => {
    expect(idsOf(encoders[family].encode(text))).toEqual(ids);
  });

  it.each(golden[family].texts)("decodes $text the same", ({ ids, decoded }) => {
    expect(encoders[family].decode(ids)).toBe(decoded);
  });

  it("covers every text with spans that meet (rule 2)", () => {
    for (const { text } of golden[family].texts) expectToCover(text, encoders[family].encode(text));
  });
});

describe("spans", () => {
  it.each(golden["byte-level"].texts)(
    "in code points equal Python's for byte-level BPE: $text",
    ({ text, offsets }) => {
      expect(encoders["byte-level"].encode(text).map((token) => token.codePoints)).toEqual(offsets);
    },
  );

  it("in bytes are what each id stands for (rule 3)", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const bytes = utf8.encode(text);
        for (const token of encoders["byte-level"].encode(text)) {
          if (!token.special) expect(bytes.subarray(...token.bytes)).toEqual(encoders["byte-level"].bytesOf(token.id));
        }
      }),
    );
  });

  it("of byte-fallback BPE are single bytes inside a character", () => {
    const tokens = encoders["byte-fallback"].encode("營");
    expect(tokens.map((token) => [token.piece, ...token.bytes])).toEqual([
      ["▁", 0, 0],
      ["<0xE7>", 0, 1],
      ["<0x87>", 1, 2],
      ["<0x9F>", 2, 3],
    ]);
    expect(tokens.slice(1).every((token) => token.codePoints[0] === 0 && token.codePoints[1] === 1)).toBe(true);
  });

  it("of a token that a normaliser widened belong to its first piece", () => {
    const tokens = encoders["unigram"].encode("ﬁ");
    expectToCover("ﬁ", tokens);
    expect(tokens.filter((token) => token.codePoints[1] > token.codePoints[0])).toHaveLength(1);
  });

  it("leave special tokens of the template empty, and only on request", () => {
    const [first, ...rest] = encoders["byte-level"].encode("ab", { addSpecialTokens: true });
    expect(first).toMatchObject({ id: 0, piece: "<|end|>", bytes: [0, 0], codePoints: [0, 0], special: true });
    expect(rest).toEqual(encoders["byte-level"].encode("ab"));
  });

  it("mark a special token that is written in the text", () => {
    const tokens = encoders["byte-level"].encode("a<|end|>b");
    expect(tokens.map((token) => [token.special, ...token.utf16])).toEqual([
      [false, 0, 1],
      [true, 1, 8],
      [false, 8, 9],
    ]);
  });
});

describe("round trip (rule 4)", () => {
  it("of byte-level BPE is exact for any text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const ids = idsOf(encoders["byte-level"].encode(text));
        expect(encoders["byte-level"].decode(ids, { keepSpecialTokens: true })).toBe(text);
      }),
    );
  });

  it("of byte-fallback BPE is exact for any text without a literal metaspace", () => {
    fc.assert(
      fc.property(
        anyText.filter((text) => !text.includes("▁")),
        (text) => {
          const tokens = encoders["byte-fallback"].encode(text);
          expectToCover(text, tokens);
          expect(encoders["byte-fallback"].decode(idsOf(tokens), { keepSpecialTokens: true })).toBe(text);
        },
      ),
    );
  });

  it("gives the ids of the library's own encode for any text", () => {
    const library = new Tokenizer(golden["byte-fallback"].tokenizer, {});
    fc.assert(
      fc.property(anyText, (text) => {
        const expected = library.encode(text, { add_special_tokens: false }).ids;
        expect(idsOf(encoders["byte-fallback"].encode(text))).toEqual(expected);
      }),
    );
  });

  it.each(["unigram", "word-piece"] as const)("of %s covers any text though it loses some of it", (family) => {
    fc.assert(
      fc.property(anyText, (text) => {
        try {
          expectToCover(text, encoders[family].encode(text));
        } catch (thrown) {
          if (!(thrown instanceof LabError)) throw thrown;
          expect(thrown.problem.code).toBe("tokenizer-invalid");
        }
      }),
    );
  });
});

describe("pre-tokens at metaspaces (rule 1)", () => {
  /** ▁a▁b (-4) is likelier than ▁a and ▁b (-7), so only a cut before ▁ keeps it out. */
  const scores = { "<unk>": 0, "▁": -2, "▁▁": -2.5, a: -3, b: -3, "▁a": -3.5, "▁b": -3.5, "a▁b": -3.2, "▁a▁b": -4 };
  const added = { single_word: false, lstrip: false, rstrip: false };
  function encoderWith(preTokenizer: Record<string, unknown>): Encoder {
    const model = { type: "Unigram", unk_id: 0, vocab: Object.entries(scores), byte_fallback: false };
    const tokenizer = {
      version: "1.0",
      added_tokens: [
        { id: 9, content: "<s>", special: true, normalized: false, ...added },
        { id: 10, content: "<x>", special: false, normalized: true, ...added },
      ],
      normalizer: { type: "NFC" },
      post_processor: null,
      pre_tokenizer: { type: "Metaspace", replacement: "▁", prepend_scheme: "always", ...preTokenizer },
      decoder: { type: "Metaspace", replacement: "▁", prepend_scheme: "always" },
      model: { ...model, vocab: [...model.vocab, ["<s>", 0], ["<x>", 0]] },
    };
    return unwrap(createEncoder({ tokenizer, config: {} }, "metaspace"));
  }

  // As Python's tokenizers 0.23 cuts them.
  it.each([
    [{}, "a b", "▁a ▁b"],
    [{ split: true }, "a▁b", "▁a ▁b"],
    [{ split: true }, "  a b ", "▁ ▁a ▁b ▁"],
    [{ split: true }, "   ", "▁ ▁ ▁"],
    [{ split: false }, "a b", "▁a▁b"],
    [{ split: false }, "   ", "▁ ▁▁"],
    [{ prepend_scheme: "never" }, "a b", "a ▁b"],
    [{ prepend_scheme: "first" }, "<s>a b", "<s> a ▁b"],
    [{ prepend_scheme: "first" }, "a<x>a b", "▁a <x> a ▁b"],
    [{ prepend_scheme: "always" }, "a<x>a b", "▁a <x> ▁a ▁b"],
  ])("%j cuts %j into %s", (preTokenizer, text, pieces) => {
    const encoder = encoderWith(preTokenizer);
    const tokens = encoder.encode(text);
    expect(tokens.map((token) => token.piece).join(" ")).toBe(pieces);
    expectToCover(text, tokens);
    expect(encoder.replaying?.chunks(text).length).toBe(
      "split" in preTokenizer && !preTokenizer.split ? 1 : pieces.split(" ").length,
    );
  });
});

describe("bad input", () => {
  function codeOf(files: TokenizerFiles): string {
    const result = createEncoder(files, "bad");
    return result.ok ? "ok" : result.problem.code;
  }

  it("names a file that is no tokenizer", () => {
    expect(codeOf({ tokenizer: {}, config: {} })).toBe("tokenizer-invalid");
    expect(codeOf({ tokenizer: { ...golden["byte-level"].tokenizer, model: { type: "Magic" } }, config: {} })).toBe(
      "tokenizer-invalid",
    );
  });

  it("refuses a byte-level vocabulary that lacks bytes, rather than give wrong spans", () => {
    const { tokenizer } = golden["byte-level"];
    const model = tokenizer["model"] as { vocab: Record<string, number> };
    const { Ġ: _, ...vocab } = model.vocab;
    expect(codeOf({ tokenizer: { ...tokenizer, model: { ...model, vocab, merges: [] } }, config: {} })).toBe(
      "tokenizer-invalid",
    );
  });

  it("refuses half a character by name", () => {
    expect(() => encoders["byte-level"].encode("a\ud800b")).toThrowError(/unpaired surrogate/);
  });
});

describe("the embedded tokenizer", () => {
  const folder = "../../public/models/polyglot-base";
  const encoder = unwrap(
    createEncoder(
      {
        tokenizer: read(`${folder}/tokenizer.json`) as unknown as Record<string, unknown>,
        config: read(`${folder}/tokenizer_config.json`) as unknown as Record<string, unknown>,
      },
      "polyglot-base",
    ),
  );

  it("has the rows that its model has, and writes any text back exactly", () => {
    expect(encoder.vocabularySize).toBe(8192);
    fc.assert(
      fc.property(anyText, (text) => encoder.decode(idsOf(encoder.encode(text)), { keepSpecialTokens: true }) === text),
    );
  });

  it("places the four people of the family emoji by their bytes", () => {
    const tokens = encoder.encode("👨‍👩‍👧‍👦");
    expectToCover("👨‍👩‍👧‍👦", tokens);
    for (const token of tokens) expect(encoder.bytesOf(token.id)).toHaveLength(token.bytes[1] - token.bytes[0]);
  });
});
