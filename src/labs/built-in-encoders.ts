import { LabError, type Problem, unwrap } from "../result";
import { createByteEncoder } from "../tokenization/byte-encoder";
import { createCodePointEncoder, createGraphemeEncoder } from "../tokenization/character-encoder";
import type { Encoder } from "../tokenization/encoder";
import { createEncoder } from "../tokenization/hf-encoder";
import type { TokenizerFiles } from "../tokenization/hf-model";
import { loadRankEncoder } from "../tokenization/rank-encoder";

/** Names as figures show them, what a tokenizer is, and what is fetched for it, in bytes. */
export interface TokenizerDescription {
  readonly short: string;
  readonly name: string;
  readonly about: string;
  readonly download: number;
}

/** The tokenizers that every page has. */
export const builtInDescriptions: Readonly<Record<string, TokenizerDescription>> = {
  "polyglot-base": {
    short: "polyglot",
    name: "polyglot",
    about: "byte-level BPE of the embedded checkpoints, 8,192 pieces from five languages",
    download: 595_624,
  },
  r50k: { short: "GPT-2", name: "GPT-2 (r50k)", about: "byte-level BPE, 50,257 pieces, 2019", download: 473_000 },
  cl100k: {
    short: "GPT-4",
    name: "GPT-4 (cl100k)",
    about: "byte-level BPE, 100,277 pieces, 2023",
    download: 950_000,
  },
  o200k: {
    short: "GPT-4o",
    name: "GPT-4o (o200k)",
    about: "byte-level BPE, 200,019 pieces, 2024",
    download: 2_013_000,
  },
  utf8: { short: "bytes", name: "UTF-8 bytes", about: "a token a byte, as ByT5 and other byte models", download: 0 },
  "code-points": { short: "characters", name: "Code points", about: "a token a Unicode code point", download: 0 },
  graphemes: { short: "graphemes", name: "Graphemes", about: "a token for what readers call a character", download: 0 },
};

const loaded = new Map<string, Encoder>();

/** A built-in encoder, when nothing has to be fetched for it. Graphemes get a new one: their ids are in order of first sight. */
export function builtInAtHand(id: string): Encoder | undefined {
  switch (id) {
    case "utf8":
      return createByteEncoder();
    case "code-points":
      return createCodePointEncoder();
    case "graphemes":
      return createGraphemeEncoder();
    default:
      return loaded.get(id);
  }
}

/** A built-in encoder; fetches its vocabulary the first time. `undefined` for an id that is none. Throws `network-dropped`. */
export async function loadBuiltIn(id: string, signal?: AbortSignal): Promise<Encoder | undefined> {
  const known = builtInAtHand(id);
  if (known !== undefined) return known;
  const encoder = await fetchBuiltIn(id, signal);
  if (encoder !== undefined) loaded.set(id, encoder);
  return encoder;
}

async function fetchBuiltIn(id: string, signal: AbortSignal | undefined): Promise<Encoder | undefined> {
  switch (id) {
    case "r50k":
    case "cl100k":
    case "o200k":
      return loadRankEncoder(id).catch(() => {
        throw new LabError(notFetched(builtInDescriptions[id]!.name));
      });
    case "polyglot-base":
      return loadEmbedded(id, signal);
    default:
      return undefined;
  }
}

async function loadEmbedded(id: string, signal: AbortSignal | undefined): Promise<Encoder> {
  return unwrap(createEncoder(await loadTokenizerFiles(id, signal), id));
}

/** The files of an embedded checkpoint's tokenizer. Throws `network-dropped`. */
export async function loadTokenizerFiles(id: string, signal?: AbortSignal): Promise<TokenizerFiles> {
  const [tokenizer, config] = await Promise.all(
    ["tokenizer.json", "tokenizer_config.json"].map((file) => fetchJson(`models/${id}/${file}`, signal)),
  );
  return { tokenizer: tokenizer ?? {}, config: config ?? {} };
}

async function fetchJson(path: string, signal: AbortSignal | undefined): Promise<Record<string, unknown>> {
  try {
    const response = await fetch(new URL(path, globalThis.document.baseURI), signal ? { signal } : {});
    if (response.ok) return (await response.json()) as Record<string, unknown>;
  } catch (thrown) {
    if (signal?.aborted) throw thrown;
  }
  throw new LabError(notFetched(path));
}

function notFetched(name: string): Problem {
  return {
    code: "network-dropped",
    what: `The vocabulary of ${name} could not be fetched.`,
    remedy: "Check the connection and press Run again; the other tokenizers are not affected.",
    facts: { name },
  };
}
