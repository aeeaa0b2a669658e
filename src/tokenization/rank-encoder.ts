import { readSpelling, spellBytes } from "./byte-alphabet";
import { mergeByRank } from "./byte-pairs";
import type { Encoder } from "./encoder";
import { replayMerges } from "./replay/merges";
import { TextIndex } from "./spans";
import { concatenate, readUtf8, type TokenEnd, withSpans } from "./token-builder";

/** Index is the rank and the id; the value the token's text, or its bytes where they are not valid UTF-8. */
export type Ranks = readonly (string | readonly number[])[];

export interface RankFamily {
  readonly name: string;
  /** What cuts a text into the pre-tokens inside which bytes merge. */
  readonly split: () => Promise<RegExp>;
  /** Rows, special tokens included (tiktoken's `n_vocab`). */
  readonly vocabularySize: number;
  readonly load: () => Promise<{ readonly default: Ranks }>;
}

/** The library's patterns take 10 ms to compile. */
const patterns = () => import("gpt-tokenizer/encodingParams/constants");

/** Vocabularies of OpenAI as tiktoken publishes them, each a file of its own that is fetched when it is first asked for. */
export const rankFamilies = {
  r50k: {
    name: "GPT-2 (r50k)",
    split: async () => splitting((await patterns()).R50K_TOKEN_SPLIT_REGEX),
    vocabularySize: 50_257,
    load: () => import("gpt-tokenizer/bpeRanks/r50k_base"),
  },
  cl100k: {
    name: "GPT-4 (cl100k)",
    split: async () => splitting((await patterns()).CL100K_TOKEN_SPLIT_REGEX),
    vocabularySize: 100_277,
    load: () => import("gpt-tokenizer/bpeRanks/cl100k_base"),
  },
  o200k: {
    name: "GPT-4o (o200k)",
    split: async () => splitting((await patterns()).O200K_TOKEN_SPLIT_REGEX),
    vocabularySize: 200_019,
    load: () => import("gpt-tokenizer/bpeRanks/o200k_base"),
  },
} as const satisfies Record<string, RankFamily>;

export type RankName = keyof typeof rankFamilies;

/** White space as tiktoken's patterns mean it, Unicode's: JavaScript's `\s` has the byte order mark too, and lacks U+0085. */
function splitting({ source, flags }: RegExp): RegExp {
  return new RegExp(
    source
      .replaceAll(String.raw`\s`, String.raw`\p{White_Space}`)
      .replaceAll(String.raw`\S`, String.raw`\P{White_Space}`),
    flags,
  );
}

/** Fetches one vocabulary and makes its encoder. Rejects when the file cannot be fetched. */
export async function loadRankEncoder(name: RankName): Promise<Encoder> {
  const family = rankFamilies[name];
  const [{ default: ranks }, split] = await Promise.all([family.load(), family.split()]);
  return createRankEncoder(name, family, ranks, split);
}

/** Pre-tokens whose tokens are remembered. */
const cacheSize = 20_000;
const utf8 = new TextEncoder();

/**
 * Byte-level BPE by ranks, as tiktoken's `encode_ordinary`: what looks like a special token in the text is text. There is no
 * beginning-of-sequence token, so `addSpecialTokens` adds nothing.
 */
function createRankEncoder(id: string, family: RankFamily, ranks: Ranks, split: RegExp): Encoder {
  const idOf = new Map<string, number>();
  for (const [rank, token] of ranks.entries()) if (token !== undefined) idOf.set(byteString(token), rank);
  const known = new Map<string, readonly Merged[]>();
  const pieces = Array.from<string | undefined>({ length: ranks.length });

  function bytesOf(token: number): Uint8Array {
    const value = ranks[token];
    if (value === undefined) return new Uint8Array();
    return typeof value === "string" ? utf8.encode(value) : Uint8Array.from(value);
  }

  function merge(preToken: string): readonly Merged[] {
    const before = known.get(preToken);
    if (before !== undefined) return before;
    const bytes = byteString(preToken);
    const whole = idOf.get(bytes);
    const merged = whole === undefined ? mergeParts(bytes) : [{ id: whole, length: bytes.length }];
    if (known.size >= cacheSize) known.clear();
    known.set(preToken, merged);
    return merged;
  }

  function mergeParts(bytes: string): readonly Merged[] {
    let start = 0;
    return mergeByRank(bytes, (pair) => idOf.get(pair)).map((end) => {
      const part = { id: idOf.get(bytes.slice(start, end)) as number, length: end - start };
      start = end;
      return part;
    });
  }

  return {
    id,
    name: family.name,
    vocabularySize: family.vocabularySize,
    encode(text) {
      const index = new TextIndex(text);
      const ends: TokenEnd[] = [];
      let end = 0;
      for (const [preToken] of text.matchAll(split)) {
        for (const { id: token, length } of merge(preToken)) {
          end += length;
          ends.push({ id: token, piece: (pieces[token] ??= spellBytes(bytesOf(token))), end, special: false });
        }
      }
      return withSpans(index, ends);
    },
    decode: (ids) => readUtf8(concatenate(ids.map(bytesOf))),
    bytesOf,
    replaying: {
      chunks: (text) =>
        Array.from(text.matchAll(split), ([preToken]) => ({
          text: spellBytes(utf8.encode(preToken)),
          added: false,
        })),
      replay: ({ text }) => ({
        method: "merges",
        steps: replayMerges(Array.from(text), (left, right) => idOf.get(latin(readSpelling(left + right)!))),
      }),
    },
  };
}

interface Merged {
  readonly id: number;
  /** In bytes. */
  readonly length: number;
}

const ascii = /^[\0-\x7f]*$/;

/** Bytes as a string of the UTF-16 units 0 to 255: what is ASCII stays as it is. */
function byteString(value: string | readonly number[]): string {
  if (typeof value === "string" && ascii.test(value)) return value;
  return latin(typeof value === "string" ? utf8.encode(value) : value);
}

function latin(values: Iterable<number>): string {
  let bytes = "";
  for (const byte of values) bytes += String.fromCharCode(byte);
  return bytes;
}
