import { LabError } from "../../result";
import { byteOfFallback, readHfModel, type TokenizerFiles } from "../hf-model";
import { learnMerges } from "./merges";
import type { WordCounts } from "./pre-tokens";
import type { TrainingProgress } from "./trainer";

interface BpeFile {
  readonly type?: string;
  readonly vocab: Readonly<Record<string, number>>;
  readonly merges: readonly (string | readonly [string, string])[];
  readonly unk_token?: string | null;
}

/**
 * The tokenizer with up to `more` tokens learnt from a text, after its own: first the characters that it has only as bytes or as
 * unknown, the most frequent first, then merges. Old ids stay, and a text without the new characters in which no new merge applies is
 * cut as before. Words are those of the tokenizer's pre-tokenizer, cut into its tokens; bytes and the unknown token are never merged, as
 * the product would be read as its literal name. Throws LabError (`input-invalid`) where the tokenizer is no BPE.
 */
export function* expandVocabulary(
  files: TokenizerFiles,
  text: string,
  more: number,
): Generator<TrainingProgress, TokenizerFiles> {
  const file = files.tokenizer["model"] as BpeFile;
  if (file.type !== "BPE" && !Array.isArray(file.merges)) throw new LabError(notBpe(String(file.type)));
  const { library, spelling } = readHfModel(files);
  const normal = library.normalizer?.normalize(text) ?? text;
  const words = new Map<string, number>();
  // The library's metaspace leaves words together, which Python's cuts.
  for (const word of (library.pre_tokenizer?.pre_tokenize(normal) ?? [normal]).flatMap((part) => part.split(/(?=▁)/))) {
    words.set(word, (words.get(word) ?? 0) + 1);
  }
  const added = (files.tokenizer["added_tokens"] ?? []) as readonly { readonly id: number; readonly content: string }[];
  const known = new Map([
    ...Object.entries(file.vocab).map(([token, id]) => [id, token] as const),
    ...added.map(({ id, content }) => [id, content] as const),
  ]);
  const height = [...known.keys()].reduce((highest, id) => Math.max(highest, id), -1) + 1;
  const characters = lackingCharacters(words, new Set(known.values()), spelling.endOfWord).slice(0, more);
  // An id without a token gets a spelling that no text has, so that ids stay in line.
  const alphabet = [...Array.from({ length: height }, (_, id) => known.get(id) ?? `\u0000${id}`), ...characters];
  const withCharacters = withModel(vocabularyWith(characters), file.merges);
  const { model } = readHfModel(withCharacters);
  const whole = new Set(alphabet);
  const runs = new Map<string, number>();
  for (const [word, count] of words) {
    for (const run of runsOf(model.encode([word]), (piece) => whole.has(piece) && !standsIn(piece))) {
      const key = run.join(separator);
      runs.set(key, (runs.get(key) ?? 0) + count);
    }
  }
  const { tokens, merges } = yield* learnMerges(runs, alphabet, height + more, (run) => run.split(separator));
  const written = typeof file.merges[0] === "string" ? merges.map((pair) => pair.join(" ")) : merges;
  return withModel(vocabularyWith(tokens.slice(height)), [...file.merges, ...written]);

  function standsIn(piece: string): boolean {
    return piece === file.unk_token || (spelling.byteFallback && byteOfFallback(piece) !== undefined);
  }

  function vocabularyWith(more: readonly string[]): BpeFile["vocab"] {
    return Object.fromEntries([
      ...Object.entries(file.vocab),
      ...more.map((token, index) => [token, height + index] as const),
    ]);
  }

  function withModel(vocab: BpeFile["vocab"], merges: BpeFile["merges"]): TokenizerFiles {
    return { ...files, tokenizer: { ...files.tokenizer, model: { ...file, vocab, merges } } };
  }
}

/** Between the tokens of a run; no token has it. */
const separator = "\u0000";

/** The characters of words that are no tokens, most frequent first; white space stays what it was. */
function lackingCharacters(words: WordCounts, tokens: ReadonlySet<string>, endOfWord: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const [word, times] of words) {
    const letters = Array.from(word);
    for (const [at, letter] of letters.entries()) {
      const symbol = at === letters.length - 1 ? letter + endOfWord : letter;
      if (!tokens.has(symbol) && letter.trim() !== "") counts.set(symbol, (counts.get(symbol) ?? 0) + times);
    }
  }
  return [...counts].sort(([, some], [, others]) => others - some).map(([symbol]) => symbol);
}

/** The longest stretches of pieces that may be merged. */
function runsOf(pieces: readonly string[], mayMerge: (piece: string) => boolean): readonly (readonly string[])[] {
  const runs: string[][] = [[]];
  for (const piece of pieces) {
    if (mayMerge(piece)) runs.at(-1)!.push(piece);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

function notBpe(type: string) {
  return {
    code: "input-invalid",
    what: `Merges can only be added to a BPE vocabulary, and this one is ${type}.`,
    remedy: "Choose a base with a BPE tokenizer, or train a new vocabulary in its place.",
    facts: { type },
  } as const;
}
