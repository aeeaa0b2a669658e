import { describe, expect, test } from "vitest";
import type { Engine, Generation, Model, Prompt, Score } from "../../../engine/engine";
import { type Document, defaults } from "../../../experiments/documents/codeswitching";
import type { Token } from "../../../tokenization/encoder";
import { LabError, problemOf } from "../../../result";
import { run } from "../run";
import type { ReadingResult } from "./reading";

const pairs = [
  "The old man drinks cold water\tDer alte Mann trinkt kaltes Wasser\t0-0 1-1 2-2 3-3 4-4 5-5",
  "The big dog sees a red house\tDer große Hund sieht ein rotes Haus\t0-0 1-1 2-2 3-3 4-4 5-5 6-6",
].join("\n");
const corpus: Document = {
  ...defaults,
  source: "corpus",
  languages: ["en", "de"],
  pairs,
  measure: "embedded",
  targets: [0, 25, 50, 75],
  tolerance: 12,
  size: 2,
};

/** A model without conversation that answers every prompt with one line, and pays one bit a byte, two for bytes of a word in German. */
function fakeEngine(prompts: string[]): Engine {
  const engine: Partial<Engine> = {
    load: (id) => Promise.resolve({ checkpoint: id, backend: "wasm" } as Model),
    generate(_model, prompt: Prompt, options) {
      if (typeof prompt !== "string") {
        return Promise.reject(new LabError({ code: "tokenizer-invalid", what: "No template.", remedy: "None." }));
      }
      prompts.push(prompt);
      const text = " Der alte Mann trinkt kaltes Wasser\nmore";
      options?.onToken?.({ id: 0, text, logProbability: 0, row: 0 });
      return Promise.resolve({ text } as Generation);
    },
    scoreAll: (_model, texts) =>
      Promise.resolve(
        texts.map((text) => {
          const bytes = new TextEncoder().encode(text).length;
          return {
            tokens: Array.from({ length: bytes }, (_, at) => ({ bytes: [at, at + 1] })),
            logProbabilities: Array.from({ length: bytes }, () => -Math.LN2),
          } as unknown as Score;
        }),
      ),
    tokenize: (_model, text) =>
      Promise.resolve(Array.from(text, (_, at) => ({ bytes: [at, at + 1] })) as unknown as readonly Token[]),
    // Two layers: letters counted, and the first letter alone.
    captureResidual: (_model, texts) =>
      Promise.resolve(
        texts.map((text) => [
          Float32Array.from({ length: 3000 }, (_, code) => text.split(String.fromCodePoint(code)).length - 1),
          Float32Array.from({ length: 3000 }, (_, code) => (text.codePointAt(0) === code ? 1 : 0)),
        ]),
      ),
  };
  return engine as Engine;
}

async function read<Id extends ReadingResult["reading"]>(
  id: Id,
  change: Partial<Document["readings"]> = {},
  document = corpus,
  prompts: string[] = [],
): Promise<Extract<ReadingResult, { reading: Id }>> {
  const tools = { engine: fakeEngine(prompts), signal: new AbortController().signal, onProgress: () => undefined };
  const readings = { ...document.readings, chosen: [id], ...change };
  let found: ReadingResult | undefined;
  for await (const result of run({ ...document, readings }, tools)) found = result.readings?.[0] ?? found;
  return found as Extract<ReadingResult, { reading: Id }>;
}

describe("reading the mix (SPEC 16)", () => {
  test("12.1 with several requests every pair meets them all: the same content at four rates", async () => {
    const { sentences } = await read("translation");
    expect(sentences).toHaveLength(8);
    expect(new Set(sentences.map(({ reference }) => reference)).size).toBe(2);
    expect(sentences.map(({ percent }) => Math.round(percent / 25) * 25).toSorted((a, b) => a - b)).toEqual([
      0, 0, 25, 25, 50, 50, 75, 75,
    ]);
  });

  test("16.3 a prompt at rate 0 is that of plain translation; examples are plain and stand before it", async () => {
    const prompts: string[] = [];
    const { sentences, conditions } = await read("translation", { shots: ["0", "2"] }, corpus, prompts);
    expect(conditions.map(({ shots }) => shots)).toEqual([0, 2]);
    expect(conditions.every(({ converses, answers }) => !converses && answers.length === 8)).toBe(true);
    expect(conditions[0]!.answers[0]).toBe("Der alte Mann trinkt kaltes Wasser");
    const plain = sentences.findIndex(({ percent }) => percent === 0);
    expect(prompts[plain]).toMatch(/^The (?:old man drinks cold water|big dog sees a red house)\n$/);
    expect(prompts[plain + 8]!.split("\n")).toHaveLength(6);
  });

  test("into the main language the reference is its sentence; names alone have none in the other", async () => {
    const { sentences } = await read("translation", { into: "main" });
    expect(sentences.map(({ reference }) => reference)).toContain("The old man drinks cold water");
    const entities: Document = { ...defaults, source: "entities", sentences: ["We met in Spain.", ""] };
    await expect(read("translation", {}, entities)).rejects.toSatisfy(
      (thrown) => problemOf(thrown).code === "input-invalid",
    );
  });

  test("16.4 bits by hand: a byte a bit, the word's own sentence beside it, a switch where the language changes", async () => {
    const { sentences, models } = await read("surprisal");
    const place = sentences.findIndex(({ percent }) => percent > 0);
    const { words } = sentences[place]!;
    expect(models[0]!.bits[place]).toEqual(words.map(({ written }) => new TextEncoder().encode(written).length));
    for (const [index, { language, switched }] of words.entries()) {
      expect(switched).toBe(index > 0 && words[index - 1]!.language !== language);
    }
    // Every word but the first of a sentence has the same letters, and so the same bits, in its own sentence; ends may differ.
    const plain = models[0]!.plain[place]!.slice(1, -1);
    expect(plain).toEqual(models[0]!.bits[place]!.slice(1, -1));
  });

  test("tokens a word of the mix lie between those of its sentences, byte by byte", async () => {
    const { kinds } = await read("tokenizers", { tokenizers: ["utf8"] });
    expect(kinds.map(({ form }) => form)).toEqual(["main", 25, 50, 75, "other"]);
    const [main, other] = [kinds[0]!, kinds.at(-1)!];
    expect(main.tokens[0]).toBe("The old man drinks cold water".length + "The big dog sees a red house".length);
    for (const { tokens } of kinds) {
      expect(tokens[0]).toBeGreaterThanOrEqual(main.tokens[0]!);
      expect(tokens[0]).toBeLessThanOrEqual(other.tokens[0]!);
    }
  });

  test("Hindi is cut in both scripts: a letter of Latin is a byte, one of Devanagari three", async () => {
    const hindi = "We drink water\tहम पानी पीते\t0-0 1-2 2-1";
    const { kinds } = await read(
      "tokenizers",
      { tokenizers: ["utf8"] },
      {
        ...corpus,
        languages: ["en", "hi"],
        pairs: hindi,
        targets: [50],
        tolerance: 50,
      },
    );
    const other = kinds.filter(({ form }) => form === "other");
    expect(other.map(({ latin, example }) => [latin, example])).toEqual([
      [false, "हम पानी पीते"],
      [true, "hum paani peete"],
    ]);
    expect(other[0]!.tokens[0]).toBe(3 * 10 + 2);
    expect(other[1]!.tokens[0]).toBe(15);
  });

  test("17.4 units in other orders: the same units, and what the last costs by hand, a bit a byte", async () => {
    const { sentences, models } = await read("order");
    for (const { given, permuted, reversed } of sentences) {
      const units = (pieces: typeof given) => pieces.flatMap(({ text, isUnit }) => (isUnit ? [text] : []));
      expect(units(permuted).toSorted()).toEqual(units(given).toSorted());
      expect(units(reversed)).toEqual(units(given).toReversed());
    }
    const { given } = sentences.find((one) => one.given[0]!.text.startsWith("The old man"))!;
    expect(given[0]!.text).toBe("The old man");
    expect(models[0]!.first.every((bits) => bits === 1)).toBe(true);
    expect(models[0]!.last.every((bits) => bits === 1)).toBe(true);
  });

  test("18.1 four ways: symmetric, one on the diagonal; romanised Latin is the native text", async () => {
    const { sentences, models, words } = await read("variants");
    expect(models[0]!.layers).toHaveLength(2);
    for (const { cosines } of models[0]!.layers) {
      for (const [row, values] of cosines.entries()) {
        expect(values[row]).toBe(1);
        for (const [column, value] of values.entries()) expect(value).toBe(cosines[column]![row]);
      }
      expect(cosines[0]![1]).toBe(1);
      expect(cosines[0]![2]).toBeLessThan(1);
    }
    // "The old man…" and "The big dog…" begin alike, and so are one in the second layer.
    expect(models[0]!.layers[1]!.unrelated).toBe(1);
    expect(words.native).toBe(sentences.reduce((total, { texts }) => total + texts.native.split(" ").length, 0));
    expect(sentences.every(({ isGloss }) => !isGloss)).toBe(true);
  });

  test("18.2 nothing replaced: the mix is the native text, and nothing tells them apart", async () => {
    const lexicon: Document = {
      ...defaults,
      source: "lexicon",
      languages: ["en", "es"],
      sentences: ["The old dogs see a house.", ""],
      ratio: 0,
    };
    const { sentences, models } = await read("variants", {}, lexicon);
    expect(sentences).toHaveLength(1);
    const [{ texts, isGloss }] = sentences as [(typeof sentences)[number]];
    expect(texts.mixed).toBe(texts.native);
    expect(models[0]!.layers[0]!.cosines[0]![3]).toBe(1);
    expect(models[0]!.layers[0]!.unrelated).toBeNull();
    expect([texts.translated, isGloss]).toEqual(["Los perros viejos ven una casa.", true]);
  });
});
