import { BytePairEncodingCore } from "gpt-tokenizer/BytePairEncodingCore";
import {
  CL100K_TOKEN_SPLIT_REGEX,
  O200K_TOKEN_SPLIT_REGEX,
  R50K_TOKEN_SPLIT_REGEX,
} from "gpt-tokenizer/encodingParams/constants";
import { spellBytes } from "./byte-alphabet";
import type { Encoder } from "./encoder";
import { TextIndex } from "./spans";
import { concatenate, readUtf8, withSpans } from "./token-builder";

/** Index is the rank and the id; the value the token's text, or its bytes where they are not valid UTF-8. */
type Ranks = readonly (string | readonly number[])[];

interface RankFamily {
  readonly name: string;
  readonly split: RegExp;
  /** Rows, special tokens included (tiktoken's `n_vocab`). */
  readonly vocabularySize: number;
  readonly endOfText: number;
  readonly load: () => Promise<{ readonly default: (string | number[])[] }>;
}

/** Vocabularies of OpenAI as tiktoken publishes them, each a file of its own that is fetched when it is first asked for. */
const families = {
  r50k: {
    name: "GPT-2 (r50k)",
    split: R50K_TOKEN_SPLIT_REGEX,
    vocabularySize: 50_257,
    endOfText: 50_256,
    load: () => import("gpt-tokenizer/bpeRanks/r50k_base"),
  },
  cl100k: {
    name: "GPT-4 (cl100k)",
    split: CL100K_TOKEN_SPLIT_REGEX,
    vocabularySize: 100_277,
    endOfText: 100_257,
    load: () => import("gpt-tokenizer/bpeRanks/cl100k_base"),
  },
  o200k: {
    name: "GPT-4o (o200k)",
    split: O200K_TOKEN_SPLIT_REGEX,
    vocabularySize: 200_019,
    endOfText: 199_999,
    load: () => import("gpt-tokenizer/bpeRanks/o200k_base"),
  },
} as const satisfies Record<string, RankFamily>;

export type RankName = keyof typeof families;

/** Fetches one vocabulary and makes its encoder. Rejects when the file cannot be fetched. */
export async function loadRankEncoder(name: RankName): Promise<Encoder> {
  const family: RankFamily = families[name];
  return createRankEncoder(name, family, (await family.load()).default);
}

/**
 * Byte-level BPE by ranks, as tiktoken's `encode_ordinary`: what looks like a special token in the text is text. There is no
 * beginning-of-sequence token, so `addSpecialTokens` adds nothing.
 */
function createRankEncoder(id: string, family: RankFamily, ranks: (string | number[])[]): Encoder {
  const core = new BytePairEncodingCore({
    bytePairRankDecoder: ranks,
    specialTokensEncoder: new Map([["<|endoftext|>", family.endOfText]]),
    tokenSplitRegex: family.split,
  });
  const utf8 = new TextEncoder();
  function bytesOf(token: number): Uint8Array {
    const value = (ranks as Ranks)[token];
    if (value === undefined) return new Uint8Array();
    return typeof value === "string" ? utf8.encode(value) : Uint8Array.from(value);
  }
  const spellings: { readonly piece: string; readonly length: number }[] = [];
  function spell(token: number): { readonly piece: string; readonly length: number } {
    const known = spellings[token];
    if (known !== undefined) return known;
    const bytes = bytesOf(token);
    return (spellings[token] = { piece: spellBytes(bytes), length: bytes.length });
  }
  return {
    id,
    name: family.name,
    vocabularySize: family.vocabularySize,
    encode(text) {
      const index = new TextIndex(text);
      let end = 0;
      return withSpans(
        index,
        core.encodeNative(text).map((token) => {
          const { piece, length } = spell(token);
          end += length;
          return { id: token, piece, end, special: false };
        }),
      );
    },
    decode: (ids) => readUtf8(concatenate(ids.map(bytesOf))),
    bytesOf,
  };
}
