import type { Vocabulary } from "../merging/vocabulary";
import type { TokenizerFiles } from "./checkpoint";

/** Token to id, from a BPE vocabulary (an object) or a Unigram one (a list of [token, score]), with the added tokens. */
export function vocabularyOf(files: TokenizerFiles): Vocabulary {
  const vocabulary = new Map<string, number>();
  const model = files.tokenizer["model"] as { readonly vocab?: unknown } | undefined;
  const vocab = model?.vocab;
  if (Array.isArray(vocab)) {
    for (const [id, entry] of vocab.entries()) vocabulary.set(String(entry?.[0]), id);
  } else {
    for (const [token, id] of Object.entries(vocab ?? {})) vocabulary.set(token, Number(id));
  }
  for (const { content, id } of addedTokens(files)) vocabulary.set(content, id);
  return vocabulary;
}

/** A token that two vocabularies do not give the same id. */
export function firstDifference(a: Vocabulary, b: Vocabulary): string | undefined {
  for (const [token, id] of a) if (b.get(token) !== id) return token;
  for (const token of b.keys()) if (!a.has(token)) return token;
  return undefined;
}

/**
 * The tokenizer with more tokens, from id `begin` on. They are added tokens, as in mergekit: merges of another tokenizer are not
 * taken over, so a token is found where its characters stand in the text.
 */
export function withAddedTokens(files: TokenizerFiles, tokens: readonly string[], begin: number): TokenizerFiles {
  if (tokens.length === 0) return files;
  const entries = tokens.map((content, index) => ({
    id: begin + index,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: false,
  }));
  const old = files.tokenizer["added_tokens"];
  return {
    ...files,
    tokenizer: { ...files.tokenizer, added_tokens: [...(Array.isArray(old) ? (old as unknown[]) : []), ...entries] },
  };
}

function addedTokens(files: TokenizerFiles): readonly { readonly content: string; readonly id: number }[] {
  const added = files.tokenizer["added_tokens"];
  return (Array.isArray(added) ? added : []).map((entry: { content?: unknown; id?: unknown } | null) => ({
    content: String(entry?.content),
    id: Number(entry?.id),
  }));
}
