import { LabError } from "../../result";
import { readHfModel, type TokenizerFiles } from "../hf-model";
import { learnMerges } from "./merges";
import type { TrainingProgress } from "./trainer";

interface BpeFile {
  readonly type?: string;
  readonly vocab: Readonly<Record<string, number>>;
  readonly merges: readonly (string | readonly [string, string])[];
}

/**
 * The tokenizer with up to `more` merges learnt from a text, after its own: old ids stay, and a text in which no new merge applies is
 * cut as before. Words are those of the tokenizer's pre-tokenizer, cut into its tokens. Throws LabError (`input-invalid`) where the
 * tokenizer is no BPE.
 */
export function* expandVocabulary(
  files: TokenizerFiles,
  text: string,
  more: number,
): Generator<TrainingProgress, TokenizerFiles> {
  const file = files.tokenizer["model"] as BpeFile;
  if (file.type !== "BPE" && !Array.isArray(file.merges)) throw new LabError(notBpe(String(file.type)));
  const { library, model } = readHfModel(files);
  const normal = library.normalizer?.normalize(text) ?? text;
  const words = new Map<string, number>();
  for (const word of library.pre_tokenizer?.pre_tokenize(normal) ?? [normal]) {
    words.set(word, (words.get(word) ?? 0) + 1);
  }
  const added = (files.tokenizer["added_tokens"] ?? []) as readonly { readonly id: number; readonly content: string }[];
  const known = new Map([
    ...Object.entries(file.vocab).map(([token, id]) => [id, token] as const),
    ...added.map(({ id, content }) => [id, content] as const),
  ]);
  const height = Math.max(...known.keys()) + 1;
  // An id without a token gets a spelling that no text has, so that ids stay in line.
  const alphabet = Array.from({ length: height }, (_, id) => known.get(id) ?? `\u0000${id}`);
  const { tokens, merges } = yield* learnMerges(words, alphabet, height + more, (word) => model.encode([word]));
  const vocab = Object.fromEntries([
    ...Object.entries(file.vocab),
    ...tokens.slice(height).map((token, index) => [token, height + index] as const),
  ]);
  const written = typeof file.merges[0] === "string" ? merges.map((pair) => pair.join(" ")) : merges;
  return {
    ...files,
    tokenizer: { ...files.tokenizer, model: { ...file, vocab, merges: [...file.merges, ...written] } },
  };
}

function notBpe(type: string) {
  return {
    code: "input-invalid",
    what: `Merges can only be added to a BPE vocabulary, and this one is ${type}.`,
    remedy: "Choose a base with a BPE tokenizer, or train a new vocabulary in its place.",
    facts: { type },
  } as const;
}
