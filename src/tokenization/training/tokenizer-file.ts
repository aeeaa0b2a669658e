import type { TokenizerFiles } from "../hf-model";

interface FileParts {
  readonly specialTokens: readonly string[];
  readonly preTokenizer: unknown;
  readonly decoder: unknown;
  readonly model: Readonly<Record<string, unknown>>;
}

/** A `tokenizer.json` as `tokenizers` writes it, special tokens first, and the config that transformers wants beside it. */
export function tokenizerFiles({ specialTokens, preTokenizer, decoder, model }: FileParts): TokenizerFiles {
  const added = specialTokens.map((content, id) => ({
    id,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  }));
  return {
    tokenizer: {
      version: "1.0",
      truncation: null,
      padding: null,
      added_tokens: added,
      normalizer: null,
      pre_tokenizer: preTokenizer,
      post_processor: null,
      decoder,
      model,
    },
    config: { tokenizer_class: "PreTrainedTokenizerFast", clean_up_tokenization_spaces: false },
  };
}

/** A BPE model with the settings of `tokenizers`' own. */
export function bpeModel(
  tokens: readonly string[],
  merges: readonly (readonly [string, string])[],
  settings: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return {
    type: "BPE",
    dropout: null,
    unk_token: null,
    continuing_subword_prefix: null,
    end_of_word_suffix: null,
    fuse_unk: false,
    byte_fallback: false,
    ignore_merges: false,
    ...settings,
    vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
    merges,
  };
}

/** Spaces as `▁`, one before the text; pieces begin at it. */
export const metaspace = { type: "Metaspace", replacement: "▁", prepend_scheme: "always", split: true };
