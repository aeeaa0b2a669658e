import { describe, expect, test } from "vitest";
import type { Engine, Generation, Model, Prompt, Score } from "../../../engine/engine";
import { type Document, defaults } from "../../../experiments/documents/codeswitching";
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
});
