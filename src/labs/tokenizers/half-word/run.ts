import type { Document } from "../../../experiments/documents/tokenizers";
import { healedBytes, naiveBytes } from "../../../mixing/bytes/naive";
import { byteSource, endOfBytes } from "../../../mixing/bytes/source";
import { byteVocabulary } from "../../../mixing/bytes/spellings";
import { LabError, unwrap } from "../../../result";
import { showBytes } from "../../../tokenization/catalogue";
import type { Token } from "../../../tokenization/encoder";
import { createEncoder } from "../../../tokenization/hf-encoder";
import type { TokenizerFiles } from "../../../tokenization/hf-model";
import { requireWellFormed } from "../../../tokenization/spans";
import type { RunTools } from "../../lab";
import { emptyResult, type TokenizersResult } from "../result";
import { type HalfWordResult, type NextByte, type Place, type Way, ways } from "./result";

const utf8 = new TextEncoder();
const listed = 12;

/**
 * Gives a model a word letter by letter and asks each time for the next character: behind the text's tokens, with the last token
 * taken back, and exactly. Throws `prompt-empty`, `text-unpaired-surrogate`, and what loading and running throw.
 */
export async function* halfWord(document: Document, tools: RunTools): AsyncGenerator<TokenizersResult, void> {
  const { before, word, given, model: wanted } = document.halfWord;
  requireWellFormed(before + word);
  const letters = Array.from(word);
  if (letters.length === 0) throw new LabError(noWord);
  const { engine, signal } = tools;
  tools.onProgress({ done: 0, total: letters.length, note: "loading the model" });
  const model = await engine.load(wanted, { signal });
  const { files } = await engine.vocabulary(model);
  const encoder = unwrap(createEncoder(files, model.checkpoint));
  const spelled = Array.from({ length: encoder.vocabularySize }, (_, id) => encoder.bytesOf(id));
  const vocabulary = { ...byteVocabulary(encoder), bytesOf: (id: number) => spelled[id]! };
  const begin = beginningOf(await engine.tokenize(model, before + word));
  const end = endsOf(files);
  let passes = 0;
  const behind = async (ids: readonly number[]): Promise<Float32Array> => {
    passes += 1;
    const { logits } = await engine.logits(model, [...begin, ...ids], { signal });
    return logits.data.slice(-logits.dims.at(-1)!);
  };
  const source = { name: model.checkpoint, vocabulary: "tokens", next: behind };
  const exact = byteSource(source, vocabulary, { begin: [], end });
  const idsOf = (bytes: Uint8Array): readonly number[] => {
    for (const ids of vocabulary.spellings(bytes)) return ids;
    return [];
  };
  const distribution: Readonly<Record<Way, (bytes: Uint8Array) => Promise<Float64Array>>> = {
    naive: (bytes) => naiveBytes(idsOf(bytes), behind, vocabulary, end),
    healed: (bytes) => healedBytes(idsOf(bytes), behind, vocabulary, end),
    exact: async (bytes) => Float64Array.from(await exact.next([...bytes], signal), Math.exp),
  };

  const at = Math.min(given, letters.length - 1);
  const places: Place[] = [];
  let next: readonly NextByte[] = [];
  for (const [i, letter] of letters.entries()) {
    tools.onProgress({ done: i, total: letters.length, note: "reading the word letter by letter" });
    const start = before + letters.slice(0, i).join("");
    const found = await ofLetter(start, letter, distribution);
    places.push({
      given: letters.slice(0, i).join(""),
      next: letter,
      tokens: encoder.encode(start).map(({ id }) => showBytes(encoder.bytesOf(id))),
      probability: found.probability,
    });
    if (i === at) next = found.first;
    const result: HalfWordResult = { model: model.checkpoint, before, word, places: [...places], at, next, passes };
    yield { ...emptyResult(document), halfWord: result };
  }
}

/** The character's probability in each way, byte by byte, and the likeliest first bytes. */
async function ofLetter(
  start: string,
  letter: string,
  distribution: Readonly<Record<Way, (bytes: Uint8Array) => Promise<Float64Array>>>,
): Promise<{ readonly probability: Record<Way, number>; readonly first: readonly NextByte[] }> {
  const before = utf8.encode(start);
  const probability: Record<Way, number> = { naive: 1, healed: 1, exact: 1 };
  const first: Partial<Record<Way, Float64Array>> = {};
  for (const way of ways) {
    for (const [i, byte] of utf8.encode(letter).entries()) {
      const found = await distribution[way](Uint8Array.of(...before, ...utf8.encode(letter).subarray(0, i)));
      first[way] ??= found;
      probability[way] *= found[byte]!;
    }
    probability[way] = Number(probability[way].toPrecision(6));
  }
  return { probability, first: likeliest(first as Record<Way, Float64Array>) };
}

function likeliest(first: Readonly<Record<Way, Float64Array>>): readonly NextByte[] {
  const most = (byte: number) => Math.max(...ways.map((way) => first[way][byte]!));
  return Array.from({ length: endOfBytes + 1 }, (_, byte) => byte)
    .toSorted((a, b) => most(b) - most(a))
    .slice(0, listed)
    .map((byte) => ({
      shown: byte === endOfBytes ? "end" : showBytes(Uint8Array.of(byte)),
      probability: Object.fromEntries(ways.map((way) => [way, Number(first[way][byte]!.toPrecision(6))])) as Record<
        Way,
        number
      >,
    }));
}

/** What the template puts before a text. */
function beginningOf(tokens: readonly Token[]): readonly number[] {
  const first = tokens.findIndex(({ bytes }) => bytes[1] > bytes[0]);
  return tokens.slice(0, Math.max(0, first)).map(({ id }) => id);
}

/** The token that the tokenizer's files name as the end of a text. */
function endsOf({ tokenizer, config }: TokenizerFiles): ReadonlySet<number> {
  const named = config["eos_token"] as string | { readonly content?: string } | undefined;
  const content = typeof named === "string" ? named : named?.content;
  const added = (tokenizer["added_tokens"] ?? []) as readonly { readonly id: number; readonly content: string }[];
  return new Set(added.filter((token) => token.content === content).map(({ id }) => id));
}

const noWord = {
  code: "prompt-empty",
  what: "There is no word to give letter by letter.",
  remedy: "Write a word that goes on from the text, with the space before it.",
} as const;
