import { BPE, Tokenizer, Unigram, WordPiece } from "@huggingface/tokenizers";
import { mayRunForEver } from "./backtracking";
import { readSpelling } from "./byte-alphabet";
import { cutAtMetaspaces } from "./metaspace";

/** `tokenizer.json` and `tokenizer_config.json`, parsed. */
export interface TokenizerFiles {
  readonly tokenizer: Readonly<Record<string, unknown>>;
  readonly config: Readonly<Record<string, unknown>>;
}

/** How the pieces of a vocabulary spell text. */
export interface Spelling {
  /** Pieces are written in the byte alphabet (GPT-2, Llama 3), else in characters (Llama 2, Unigram, WordPiece). */
  readonly byteLevel: boolean;
  /** Pieces `<0xNN>` are bytes. */
  readonly byteFallback: boolean;
  /** An unknown piece stands for a whole word (WordPiece), else for one code point. */
  readonly unknownIsWord: boolean;
  /** White space may be missing from the pieces: a pre-tokenizer drops it (BERT), rather than spell it. */
  readonly dropsWhiteSpace: boolean;
  /** Before every piece of a word but its first, such as `##`. */
  readonly continuingPrefix: string;
  /** After the last piece of a word, such as `</w>`. */
  readonly endOfWord: string;
}

/** A tokenizer as its file describes it: the library that computes ids, and what its pieces mean. */
export interface HfModel {
  readonly library: Tokenizer;
  readonly model: NonNullable<Tokenizer["model"]>;
  readonly spelling: Spelling;
  readonly fuseUnknown: boolean;
}

const dropping = ["BertPreTokenizer", "Whitespace", "WhitespaceSplit"];

interface ModelFile {
  readonly byte_fallback?: boolean;
  readonly continuing_subword_prefix?: string | null;
  readonly continuing_subword_suffix?: string | null;
  readonly end_of_word_suffix?: string | null;
}

/** Reads the two files. Throws Error, with the reason as its message, for what cannot be computed faithfully. */
export function readHfModel(files: TokenizerFiles): HfModel {
  const { normalizer, pre_tokenizer, decoder } = files.tokenizer;
  const endless = patternsIn([normalizer, pre_tokenizer, decoder]).find(mayRunForEver);
  if (endless !== undefined) throw new Error(`its pattern ${endless.slice(0, 80)} may run for ever on some text`);
  const cut = pre_tokenizer ? { ...files.tokenizer, pre_tokenizer: cutAtMetaspaces(pre_tokenizer) } : files.tokenizer;
  const library = new Tokenizer(cut, files.config);
  const { model } = library;
  if (model === null) throw new Error("it names no model");
  const file = files.tokenizer["model"] as ModelFile;
  const wordPiece = model instanceof WordPiece;
  const reason = unsupported(model, file, files.config);
  if (reason !== undefined) throw new Error(reason);
  return {
    library,
    model,
    spelling: {
      byteLevel: mentions(files.tokenizer["pre_tokenizer"], "ByteLevel"),
      byteFallback: file.byte_fallback === true,
      dropsWhiteSpace: dropping.some((kind) => mentions(files.tokenizer["pre_tokenizer"], kind)),
      unknownIsWord: wordPiece,
      continuingPrefix: wordPiece ? (file.continuing_subword_prefix ?? "##") : "",
      endOfWord: file.end_of_word_suffix ?? "",
    },
    fuseUnknown: model.fuse_unk,
  };
}

function unsupported(model: HfModel["model"], file: ModelFile, config: TokenizerFiles["config"]): string | undefined {
  if (![BPE, Unigram, WordPiece].some((kind) => model instanceof kind)) return "its kind of model is not supported";
  if (model instanceof Unigram && file.byte_fallback === true) return "Unigram with byte fallback is not supported";
  if (model instanceof BPE && (file.continuing_subword_prefix ?? "") !== "") {
    return "BPE with a prefix on continuing pieces is not supported";
  }
  if ((file.continuing_subword_suffix ?? "") !== "") return "a suffix on continuing pieces is not supported";
  if (config["remove_space"] === true) return "removing spaces (remove_space) is not supported";
  if (config["do_lowercase_and_remove_accent"] === true) return "lowercasing outside tokenizer.json is not supported";
  return undefined;
}

/** Every regular expression of a step and of the steps in it. */
function patternsIn(step: unknown): readonly string[] {
  if (typeof step !== "object" || step === null) return [];
  return Object.entries(step).flatMap(([key, inner]: [string, unknown]) =>
    key === "Regex" && typeof inner === "string" ? [inner] : patternsIn(inner),
  );
}

function mentions(step: unknown, type: string): boolean {
  if (typeof step !== "object" || step === null) return false;
  const { type: own, pretokenizers } = step as { readonly type?: unknown; readonly pretokenizers?: unknown };
  return own === type || (Array.isArray(pretokenizers) && pretokenizers.some((inner) => mentions(inner, type)));
}

const utf8 = new TextEncoder();
const fallbackByte = /^<0x([0-9A-F]{2})>$/;

/** The bytes that a piece spells when it stands alone, a metaspace read as a space. */
export function bytesOfPiece(piece: string, spelling: Spelling): Uint8Array {
  if (spelling.byteLevel) return readSpelling(piece) ?? utf8.encode(piece);
  const byte = spelling.byteFallback ? byteOfFallback(piece) : undefined;
  return byte === undefined ? utf8.encode(bare(piece, spelling).replaceAll("▁", " ")) : Uint8Array.of(byte);
}

/** The value of a byte-fallback piece such as `<0x0A>`. */
export function byteOfFallback(piece: string): number | undefined {
  const digits = fallbackByte.exec(piece)?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 16);
}

/** A piece without the marks for "continues a word" and "ends a word". */
export function bare(
  piece: string,
  { continuingPrefix, endOfWord }: Pick<Spelling, "continuingPrefix" | "endOfWord">,
): string {
  const start = continuingPrefix !== "" && piece.startsWith(continuingPrefix) ? continuingPrefix.length : 0;
  const ending = endOfWord !== "" && piece.endsWith(endOfWord) ? endOfWord.length : 0;
  return piece.slice(start, piece.length - ending);
}
