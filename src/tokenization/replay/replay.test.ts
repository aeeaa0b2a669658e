import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { unwrap } from "../../result";
import type { Encoder } from "../encoder";
import { createEncoder } from "../hf-encoder";
import { loadRankEncoder } from "../rank-encoder";
import { replayBestPath } from "./best-path";
import { replayLongestMatch } from "./longest-match";
import { replayMerges } from "./merges";

const families = ["byte-level", "byte-fallback", "unigram", "word-piece"] as const;
const golden = families.map((family) => {
  const url = new URL(`../fixtures/${family}.golden.json`, import.meta.url);
  const read = JSON.parse(readFileSync(url, "utf8")) as {
    readonly tokenizer: Record<string, unknown>;
    readonly texts: readonly { readonly text: string }[];
  };
  return { family, ...read };
});

/** The pieces that a tokenizer's replays end with. */
function replayed({ replaying }: Encoder, text: string): readonly string[] {
  return replaying!.chunks(text).flatMap((chunk) => replaying!.replay(chunk).steps.at(-1)!.pieces);
}

describe("a replay ends with the tokens of the encoder", () => {
  it.each(golden)("$family", ({ family, tokenizer, texts }) => {
    const encoder = unwrap(createEncoder({ tokenizer, config: {} }, family));
    const unknown = encoder.unknownId;
    for (const { text } of texts) {
      const pieces = encoder.encode(text).filter(({ id }) => id !== unknown);
      const known = new Set(pieces.map(({ piece }) => piece));
      expect(replayed(encoder, text).filter((piece) => known.has(piece))).toEqual(pieces.map(({ piece }) => piece));
    }
  });

  describe("OpenAI's", () => {
    let cl100k: Encoder;
    beforeAll(async () => {
      cl100k = await loadRankEncoder("cl100k");
    });

    it("cl100k: chunks are pre-tokens, steps end with its tokens", () => {
      expect(cl100k.replaying!.chunks("don't stop").map(({ text }) => text)).toEqual(["don", "'t", "Ġstop"]);
      for (const text of ["Wohnungsbaugesellschaft 1969", "बच्चे घर", "👨‍👩‍👧 e\u0301"]) {
        expect(replayed(cl100k, text)).toEqual(cl100k.encode(text).map(({ piece }) => piece));
      }
    });
  });
});

describe("worked by hand", () => {
  it("merges: the lowest rank first, the leftmost of equals", () => {
    const ranks: Partial<Record<string, number>> = { "l o": 1, "lo w": 2, "w e": 0 };
    const steps = replayMerges(["l", "o", "w", "l", "o"], (a, b) => ranks[`${a} ${b}`]);
    expect(steps.map(({ pieces, score }) => [pieces.join(" "), score])).toEqual([
      ["l o w l o", null],
      ["lo w l o", 1],
      ["lo w lo", 1],
      ["low lo", 2],
    ]);
  });

  it("best path: ab (-2) beats a + b (-1.5 - 1), then abc (-5) loses to ab + c (-2 - 2)", () => {
    const scores: Partial<Record<string, number>> = { a: -1.5, b: -1, c: -2, ab: -2, abc: -5 };
    const steps = replayBestPath("abcx", (piece) => scores[piece], -20, 3);
    expect(steps.slice(1).map(({ pieces, score, note }) => [pieces.join(" "), score, note])).toEqual([
      ["a", -1.5, "path"],
      ["ab", -2, "path"],
      ["ab c", -4, "path"],
      ["ab c x", -24, "unknown"],
    ]);
  });

  it("longest match: unaffable is un ##aff ##able; a word with an unknown end is unknown", () => {
    const vocabulary = new Set(["un", "u", "##aff", "##a", "##able", "##b"]);
    const options = { prefix: "##", unknown: "[UNK]", most: 100 };
    const cut = (word: string) =>
      replayLongestMatch(word, (piece) => vocabulary.has(piece), options)
        .at(-1)!
        .pieces.join(" ");
    expect([cut("unaffable"), cut("unaffz")]).toEqual(["un ##aff ##able", "[UNK]"]);
  });
});
