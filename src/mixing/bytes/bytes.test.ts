import { describe, expect, it } from "vitest";
import { unwrap } from "../../result";
import { mix, resolveParameters } from "../check";
import { logSoftmax } from "../distribution";
import type { NextLogits } from "../generate";
import { average } from "../mixers/average";
import type { Encoder } from "../../tokenization/encoder";
import { healedBytes, naiveBytes } from "./naive";
import { byteSource, endOfBytes } from "./source";
import { byteVocabulary, type ByteVocabulary } from "./spellings";
import { TokenTrie } from "./trie";

const [A, B] = [65, 66];
const ending = 0.1;

/** A Markov chain on A and B that ends with probability 0.1, over tokens of greedy longest match. */
function chain(
  words: readonly string[],
  stay: number,
): { readonly source: NextLogits; readonly vocabulary: ByteVocabulary } {
  const bytesOf = (id: number) => new TextEncoder().encode(words[id] ?? "");
  const match = (text: string): number[] => {
    if (text === "") return [];
    const fitting = words.map((word, id) => ({ word, id })).filter(({ word }) => text.startsWith(word));
    const { word, id } = fitting.reduce((best, next) => (next.word.length > best.word.length ? next : best));
    return [id, ...match(text.slice(word.length))];
  };
  const string = (bytes: Iterable<number>) => String.fromCharCode(...bytes);
  const vocabulary: ByteVocabulary = {
    size: words.length + 1,
    bytesOf,
    spellings: (bytes) => [match(string(bytes))],
  };
  /** P of the tokens as a prefix: all texts up to 8 letters whose encoding begins so. */
  const mass = (ids: readonly number[]): number => {
    const start = ids.map((id) => words[id] ?? "").join("");
    let sum = 0;
    const visit = (text: string, p: number): void => {
      const spelled = match(text);
      const decided = text.length >= start.length + 2;
      if (decided || text.length >= start.length) {
        const fits = ids.every((id, i) => (id === words.length ? spelled.length === i : spelled[i] === id));
        if (decided) {
          if (fits && !ids.includes(words.length)) sum += p;
          return;
        }
        if (fits) sum += p * ending;
      }
      for (const letter of "AB")
        if (start.startsWith((text + letter).slice(0, start.length)) || text.length >= start.length)
          visit(text + letter, p * letterProbability(text, letter, stay));
    };
    visit("", 1);
    return sum;
  };
  const source: NextLogits = {
    name: words.join("/"),
    vocabulary: words.join(),
    next: (ids) =>
      Promise.resolve(
        Float32Array.from({ length: words.length + 1 }, (_, id) => Math.log(mass([...ids, id]) / mass(ids))),
      ),
  };
  return { source, vocabulary };
}

function letterProbability(text: string, letter: string, stay: number): number {
  if (text === "") return 0.5 * (1 - ending);
  return (text.endsWith(letter) ? stay : 1 - stay) * (1 - ending);
}

const bytesSourceOf = (words: readonly string[], stay: number) => {
  const { source, vocabulary } = chain(words, stay);
  return byteSource(source, vocabulary, { begin: [], end: new Set([words.length]) });
};

describe("a token model as a model of bytes", () => {
  it.each([[["AA", "A", "B"]], [["A", "B"]], [["AAB", "AA", "BB", "A", "B"]]])(
    "%s: the chain's own probabilities behind every text",
    async (words) => {
      const source = bytesSourceOf(words, 0.7);
      for (const text of ["", "A", "B", "AA", "AB", "BA", "AAA", "ABB", "AABA", "BAAAA"]) {
        const p = Array.from(await source.next([...new TextEncoder().encode(text)]), Math.exp);
        expect(p[A], text).toBeCloseTo(letterProbability(text, "A", 0.7), 6);
        expect(p[B], text).toBeCloseTo(letterProbability(text, "B", 0.7), 6);
        expect(p[endOfBytes], text).toBeCloseTo(ending, 6);
        expect(p.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 6);
      }
    },
  );

  it("where the tokens behind the text's own spelling say A never follows A", async () => {
    const { source } = chain(["AA", "A", "B"], 0.7);
    const naive = Array.from(await source.next([1]), Math.exp);
    expect(naive[0]! + naive[1]!).toBe(0);
  });

  it("healed one token back: P(AA) / (P(AA) + P(A)) is 0.7 of what goes on, as it should be; the naive 0", async () => {
    const { source, vocabulary } = chain(["AA", "A", "B"], 0.7);
    const end = new Set([3]);
    const naive = await naiveBytes([1], (ids) => source.next(ids), vocabulary, end);
    const healed = await healedBytes([1], (ids) => source.next(ids), vocabulary, end);
    expect(naive[A]).toBe(0);
    expect(healed[A]).toBeCloseTo(0.7 * (1 - ending), 6);
    expect(healed.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
    const first = await healedBytes([], (ids) => source.next(ids), vocabulary, end);
    expect(first[B]).toBeCloseTo(0.45, 6);
  });

  it("(rule 9) behind a text that is unlikely, all its splits count: what is left out is a share of them", async () => {
    const words = ["x", "y", "yw", "xyz"];
    const spelled: Readonly<Record<string, readonly number[]>> = {
      "": [],
      x: [0],
      xy: [0, 1],
      xyw: [0, 2],
      xyz: [3],
      xyx: [0, 1, 0],
    };
    const vocabulary: ByteVocabulary = {
      size: 5,
      bytesOf: (id) => new TextEncoder().encode(words[id] ?? ""),
      spellings: (bytes) => [spelled[String.fromCharCode(...bytes)] ?? []],
    };
    const behind: Readonly<Record<string, readonly number[]>> = {
      "": [0.5, 0.5 - 2e-7, 0, 2e-7, 0],
      "0": [1 - 12e-7, 8e-7, 4e-7, 0, 0],
      "0,1": [0.5, 0.1, 0.1, 0.05, 0.25],
    };
    const next = (ids: readonly number[]) => Promise.resolve(Float32Array.from(behind[ids.join()]!, Math.log));
    const source = byteSource({ name: "rare", vocabulary: "rare", next }, vocabulary, { begin: [], end: new Set([4]) });
    const p = Array.from(await source.next([...new TextEncoder().encode("xy")]), Math.exp);
    // xyz 2e-7; x yw 0.5 x 4e-7 = 2e-7; x y 0.5 x 8e-7 = 4e-7, of which x 2e-7 and the end 1e-7. In sum 7e-7.
    expect(p[0x7a]).toBeCloseTo(2 / 7, 6);
    expect(p[0x77]).toBeCloseTo(2 / 7, 6);
    expect(p[0x78]).toBeCloseTo(2 / 7, 6);
    expect(p[endOfBytes]).toBeCloseTo(1 / 7, 6);
  });

  it("models of different vocabularies mix: the arithmetic mean sums to 1, its loss is at most the mean loss", async () => {
    const sources = [bytesSourceOf(["AA", "A", "B"], 0.9), bytesSourceOf(["BB", "A", "B"], 0.3)];
    const parameters = unwrap(resolveParameters(average, 2, { models: [{ weight: 3 }, { weight: 1 }] }));
    const losses = [0, 0, 0];
    const text = [A, A, B, B, A, B, A, A];
    for (const [i, byte] of text.entries()) {
      const logits = await Promise.all(sources.map((source) => source.next(text.slice(0, i))));
      const mixed = logSoftmax(unwrap(mix(average, { logits }, parameters)).logits);
      expect(mixed.reduce((sum, log) => sum + Math.exp(log), 0)).toBeCloseTo(1, 9);
      for (const [m, row] of [logits[0]!, logits[1]!, mixed].entries()) losses[m]! -= row[byte]!;
    }
    expect(losses[2]).toBeLessThan(0.75 * losses[0]! + 0.25 * losses[1]!);
  });
});

it("the trie finds what begins with a prefix and is longer", () => {
  const words = ["", "a", "ab", "abc", "b", "é"];
  const trie = new TokenTrie(words.length, (id) => new TextEncoder().encode(words[id]));
  const beyond = (...bytes: number[]) => trie.beyond(Uint8Array.from(bytes)).map(({ id }) => id);
  expect([beyond(97), beyond(97, 98, 99), beyond(0xc3), beyond()]).toEqual([[2, 3], [], [5], [1, 2, 3, 4, 5]]);
  expect(trie.longest).toBe(3);
});

/** Texts of é, è and a over tokens "a", the two bytes' shared first, each second byte, and é whole. */
describe("inside a character", () => {
  const spelled = [[0x61], [0xc3], [0xa9], [0xa8], [0xc3, 0xa9]];
  const split = (text: string) =>
    Array.from(text).flatMap((letter) => (letter === "a" ? [0] : letter === "é" ? [4] : letter === "è" ? [1, 3] : []));
  const encoder = {
    vocabularySize: spelled.length,
    bytesOf: (id: number) => Uint8Array.from(spelled[id]!),
    encode: (text: string) => split(text).map((id) => ({ id })),
  } as unknown as Encoder;

  it("finds the spelling that some completion has", () => {
    const vocabulary = byteVocabulary(encoder);
    expect([...vocabulary.spellings(Uint8Array.of(0x61, 0xc3))]).toEqual([[0, 1]]);
    expect([...vocabulary.spellings(Uint8Array.of(0xc3, 0xa9, 0xc3, 0xa8))]).toEqual([[4, 1, 3]]);
  });

  it("adds the whole token and the bytes that begin another character", async () => {
    const p = [0.5, 0.2, 0.05, 0.05, 0.2];
    const source = byteSource(
      { name: "accents", vocabulary: "accents", next: () => Promise.resolve(Float32Array.from(p, Math.log)) },
      byteVocabulary(encoder),
      { begin: [], end: new Set() },
    );
    const first = Array.from(await source.next([]), Math.exp);
    // Second bytes alone are no text.
    expect(first[0x61]).toBeCloseTo(0.5 / 0.9, 6);
    expect(first[0xc3]).toBeCloseTo(0.4 / 0.9, 6);
    // é is its own token (0.2), or è behind its first byte (0.2 x 0.05); é in two tokens is never written.
    const second = Array.from(await source.next([0xc3]), Math.exp);
    expect(second[0xa9]).toBeCloseTo(0.2 / 0.21, 6);
    expect(second[0xa8]).toBeCloseTo(0.01 / 0.21, 6);
  });
});
