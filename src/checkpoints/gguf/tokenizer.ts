import { LabError } from "../../result";
import type { TokenizerFiles } from "../checkpoint";
import type { MetadataReader } from "./metadata";
import { byteLevelSteps } from "./pre-tokenizers";

/** llama.cpp's kinds of token: what a text does not spell, what a user added, and bytes. */
const [unknownKind, controlKind, userKind] = [2, 3, 4];

/**
 * The tokenizer inside a GGUF file, as `tokenizer.json` and `tokenizer_config.json` would have it. `gpt2` is a byte-level
 * BPE, `llama` SentencePiece's BPE with byte fallback. Throws `tokenizer-invalid` for other kinds.
 */
export function tokenizerOf(read: MetadataReader): TokenizerFiles {
  const kind = read.text("tokenizer.ggml.model");
  const tokens = read.strings("tokenizer.ggml.tokens");
  const kinds = read.numbers("tokenizer.ggml.token_type");
  const added = tokens.flatMap((content, id) => {
    const of = kinds?.[id];
    return of === controlKind || of === userKind || of === unknownKind
      ? [{ id, content, special: of !== userKind, single_word: false, lstrip: false, rstrip: false, normalized: false }]
      : [];
  });
  const shared = { version: "1.0", added_tokens: added, post_processor: beginning(read, tokens, kind) };
  const config = {
    tokenizer_class: "PreTrainedTokenizerFast",
    ...named(read, tokens, "bos"),
    ...named(read, tokens, "eos"),
    ...(read.value("tokenizer.chat_template") !== undefined && { chat_template: read.text("tokenizer.chat_template") }),
  };
  switch (kind) {
    case "gpt2":
      return { tokenizer: { ...shared, ...byteLevel(read, tokens) }, config };
    case "llama":
      return { tokenizer: { ...shared, ...sentencePiece(read, tokens) }, config };
    default:
      throw new LabError({
        code: "tokenizer-invalid",
        what: `${read.file} carries a tokenizer of the kind ${JSON.stringify(kind)}; the lab reads "gpt2" (byte-level BPE) and "llama" (SentencePiece BPE).`,
        remedy: "Put the model's tokenizer.json beside the GGUF file, or open its safetensors checkpoint.",
        facts: { file: read.file, tokenizer: kind },
      });
  }
}

function byteLevel(read: MetadataReader, tokens: readonly string[]) {
  return {
    ...byteLevelSteps(read),
    decoder: { type: "ByteLevel", add_prefix_space: false, trim_offsets: true, use_regex: true },
    model: bpe(tokens, read.strings("tokenizer.ggml.merges"), { byte_fallback: false, unk_token: null }),
  };
}

function sentencePiece(read: MetadataReader, tokens: readonly string[]) {
  const prefix = read.flag("tokenizer.ggml.add_space_prefix") ?? true;
  const unknown = read.integer("tokenizer.ggml.unknown_token_id");
  const scores = read.numbers("tokenizer.ggml.scores");
  if (!scores) throw read.bad("gives the tokens of its SentencePiece tokenizer no scores");
  const space = { type: "Replace", pattern: { String: " " }, content: "▁" };
  return {
    normalizer: {
      type: "Sequence",
      normalizers: [...(prefix ? [{ type: "Prepend", prepend: "▁" }] : []), space],
    },
    pre_tokenizer: null,
    decoder: {
      type: "Sequence",
      decoders: [
        { type: "Replace", pattern: { String: "▁" }, content: " " },
        { type: "ByteFallback" },
        { type: "Fuse" },
        ...(prefix ? [{ type: "Strip", content: " ", start: 1, stop: 0 }] : []),
      ],
    },
    model: bpe(tokens, mergesOf(tokens, scores, read), {
      byte_fallback: true,
      unk_token: unknown === undefined ? null : (tokens[unknown] ?? null),
    }),
  };
}

function bpe(
  tokens: readonly string[],
  merges: readonly string[] | readonly (readonly [string, string])[],
  options: { readonly byte_fallback: boolean; readonly unk_token: string | null },
) {
  return {
    type: "BPE",
    dropout: null,
    continuing_subword_prefix: null,
    end_of_word_suffix: null,
    fuse_unk: options.unk_token !== null,
    ...options,
    ignore_merges: false,
    vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
    merges,
  };
}

/**
 * SentencePiece joins the pair whose piece has the highest score; as a list of merges that is every way to make a piece
 * of two others, by falling score of the piece. Source: transformers' `SentencePieceExtractor`.
 */
function mergesOf(
  tokens: readonly string[],
  scores: ArrayLike<number>,
  read: MetadataReader,
): readonly (readonly [string, string])[] {
  const ids = new Map(tokens.map((token, id) => [token, id]));
  const kinds = read.numbers("tokenizer.ggml.token_type");
  const merges: { readonly pair: readonly [string, string]; readonly score: number; readonly parts: number }[] = [];
  for (const [id, token] of tokens.entries()) {
    if (kinds && kinds[id] !== 1) continue;
    const characters = Array.from(token);
    for (let cut = 1; cut < characters.length; cut++) {
      const pair = [characters.slice(0, cut).join(""), characters.slice(cut).join("")] as const;
      const [left, right] = [ids.get(pair[0]), ids.get(pair[1])];
      if (left === undefined || right === undefined) continue;
      merges.push({ pair, score: scores[id]!, parts: left * tokens.length + right });
    }
  }
  return merges.toSorted((a, b) => b.score - a.score || a.parts - b.parts).map(({ pair }) => pair);
}

/** A first token that every text gets, as a template. */
function beginning(read: MetadataReader, tokens: readonly string[], kind: string): unknown {
  const id = read.integer("tokenizer.ggml.bos_token_id");
  const token = id === undefined ? undefined : tokens[id];
  const wanted = read.flag("tokenizer.ggml.add_bos_token") ?? (kind === "llama" || beginsByRule(read));
  if (token === undefined || !wanted) return null;
  const special = { SpecialToken: { id: token, type_id: 0 } };
  const text = (sequence: string) => ({ Sequence: { id: sequence, type_id: 0 } });
  return {
    type: "TemplateProcessing",
    single: [special, text("A")],
    pair: [special, text("A"), special, text("B")],
    special_tokens: { [token]: { id: token, ids: [id], tokens: [token] } },
  };
}

/** Llama 3's texts begin with a first token also where the file does not say so, as in llama.cpp. */
function beginsByRule(read: MetadataReader): boolean {
  return ["llama-bpe", "llama3", "llama-v3"].includes(read.text("tokenizer.ggml.pre", "default"));
}

function named(read: MetadataReader, tokens: readonly string[], kind: "bos" | "eos") {
  const id = read.integer(`tokenizer.ggml.${kind}_token_id`);
  const token = id === undefined ? undefined : tokens[id];
  return token === undefined ? {} : { [`${kind}_token`]: token };
}
