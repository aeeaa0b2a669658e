import { describe, expect, test } from "vitest";
import { unwrap } from "../../result";
import { createEncoder } from "../hf-encoder";
import type { TokenizerFiles } from "../hf-model";
import { characterBpe } from "./character-bpe";
import { expandVocabulary } from "./expand";
import { bpeModel, tokenizerFiles } from "./tokenizer-file";

function end<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const vocabOf = ({ tokenizer }: TokenizerFiles) => (tokenizer["model"] as { vocab: Record<string, number> }).vocab;
const mergesOf = ({ tokenizer }: TokenizerFiles) => (tokenizer["model"] as { merges: readonly unknown[] }).merges;

function bpe(tokens: readonly string[], settings: Readonly<Record<string, unknown>> = {}): TokenizerFiles {
  const preTokenizer = { type: "WhitespaceSplit" };
  return tokenizerFiles({ specialTokens: [], preTokenizer, decoder: null, model: bpeModel(tokens, [], settings) });
}

describe("a vocabulary of characters and bytes, expanded by a script that it lacks", () => {
  const english = "the cat sat on the mat and the dog sat on the log. the cat and the dog. ".repeat(5);
  const hindi = "नमस्ते दुनिया। यह एक परीक्षण है।\nनमस्ते दुनिया। ";
  const files = end(characterBpe.train(english, { vocabularySize: 320, specialTokens: ["<s>"] }));
  const height = Object.keys(vocabOf(files)).length;
  const expanded = end(expandVocabulary(files, hindi, 40));
  const idsOf = (text: string) =>
    unwrap(createEncoder(expanded, "expanded"))
      .encode(text)
      .map(({ id }) => id);

  test("12.7 learns the characters, the most frequent first, then merges of them, never of bytes", () => {
    const fresh = Object.keys(vocabOf(expanded)).slice(height);
    expect(fresh.length).toBe(40);
    expect(fresh.slice(0, 3)).toEqual(["न", "्", "य"]);
    expect(fresh.at(-1)).toBe("क्ष");
    expect(fresh.join("")).not.toContain("<");
    expect(fresh.join("")).not.toContain("\n");
    // With room for five there are five characters and no merge.
    expect(mergesOf(end(expandVocabulary(files, hindi, 5)))).toEqual(mergesOf(files));
  });

  test("9.3 gives the ids that Python's tokenizers 0.23.2 gives for the file", () => {
    expect(idsOf("नमस्ते दुनिया")).toEqual([331, 322, 319]);
    expect(idsOf("the cat on\nदुनिया é")).toEqual([274, 283, 285, 12, 302, 321, 319, 271, 197, 171]);
    expect(idsOf("है।नमस्ते")).toEqual([328, 314, 297, 326]);
  });
});

test("12.7 without bytes a lacking character is added, too, and the unknown token is in no merge", () => {
  const expanded = end(expandVocabulary(bpe(["<unk>", "a", "b"], { unk_token: "<unk>" }), "aé aé bé éé aé", 3));
  expect(vocabOf(expanded)).toEqual({ "<unk>": 0, a: 1, b: 2, é: 3, aé: 4, bé: 5 });
  expect(mergesOf(end(expandVocabulary(bpe(["<unk>", "a"], { unk_token: "<unk>" }), "aé aé", 1)))).toEqual([]);
});

test("12.7 at a word's end a character is another one, where the vocabulary marks it", () => {
  const expanded = end(expandVocabulary(bpe(["a", "a</w>"], { end_of_word_suffix: "</w>" }), "aé aé éa", 4));
  expect(vocabOf(expanded)).toEqual({ a: 0, "a</w>": 1, "é</w>": 2, é: 3, "aé</w>": 4, "éa</w>": 5 });
});

test("12.7 a vocabulary of 150,000 tokens is not too large", () => {
  const tokens = ["a", "b", ...Array.from({ length: 149_998 }, (_, id) => `t${id}`)];
  expect(vocabOf(end(expandVocabulary(bpe(tokens), "ab ab", 1)))["ab"]).toBe(150_000);
});
