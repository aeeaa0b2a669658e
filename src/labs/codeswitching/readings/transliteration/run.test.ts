import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readModel } from "../../../../codeswitch/word-language/model";
import { readOwnText } from "../../../../codeswitch/word-language/own-text";
import type { Engine, Model, Score } from "../../../../engine/engine";
import { readingsDefaults } from "../../../../experiments/documents/codeswitching-readings";
import { problemOf, unwrap } from "../../../../result";
import { writtenSentence } from "../../measured";
import type { TransliterationResult } from "./result";
import { runTransliteration } from "./run";

const file = readFileSync(new URL("../../../../../public/data/word-languages.bin", import.meta.url));
const table = unwrap(readModel(file.buffer.slice(file.byteOffset, file.byteOffset + file.length)));

/** A token and a bit a byte: tokens of Devanagari are all parts of letters. */
const engine = {
  load: (id: string) => Promise.resolve({ checkpoint: id } as Model),
  scoreAll: (_model: Model, texts: readonly string[]) =>
    Promise.resolve(
      texts.map((text) => {
        const places = Array.from(text).flatMap((letter, at, all) => {
          const start = all.slice(0, at).join("").length;
          const wide = new TextEncoder().encode(letter).length;
          return Array.from({ length: wide }, () => [start, start + letter.length] as const);
        });
        const tokens = places.map((utf16, at) => ({ piece: "x", special: false, bytes: [at, at + 1], utf16 }));
        return { tokens, bits: tokens.length, bytes: tokens.length } as unknown as Score;
      }),
    ),
} as unknown as Engine;

async function read(text: string, into: "Latn" | "Deva", threshold: number): Promise<TransliterationResult> {
  const languages = ["hi", "en"] as const;
  const sentence = writtenSentence(readOwnText(text, languages, table), languages);
  const readings = { ...readingsDefaults, letters: { into, threshold } };
  const tools = { engine, signal: new AbortController().signal, onProgress: () => undefined };
  const one = { sentence, languages, originals: [null, null], main: 0, percent: 50 } as const;
  for await (const result of runTransliteration([one], { readings }, tools, () => Promise.resolve(table)))
    return result;
  throw new Error("Nothing was read.");
}

describe("letters of one language, read by a model (SPEC 20)", () => {
  const text = "mera laptop kharab ho gaya";

  test("20.1 threshold 0 is all, above 1 raw; 20.3 a letter of Devanagari is three bytes, and three broken tokens", async () => {
    const costOf = ({ models }: TransliterationResult) => models[0]!.costs;
    const [raw, all, only] = costOf(await read(text, "Deva", 50));
    expect(raw).toEqual({ tokens: text.length, broken: 0, bits: text.length, bytes: text.length });
    expect(costOf(await read(text, "Deva", 0))[2]).toEqual(all);
    expect(costOf(await read(text, "Deva", 105))[2]).toEqual(raw);
    const letters = Array.from("मेरा laptop खराब हो गया").filter((letter) =>
      /\p{Script=Devanagari}/u.test(letter),
    ).length;
    expect(only).toMatchObject({ broken: 3 * letters, bytes: 3 * letters + "laptop".length + 4 });
  });

  test("20.2 into Latin letters Hindi in Devanagari moves; where nothing is in other letters it says so", async () => {
    const { forms } = await read("मेरा laptop खराब हो गया", "Latn", 50);
    expect(forms.map(({ changed }) => changed)).toEqual([0, 4, 4, 4]);
    await expect(read(text, "Latn", 50)).rejects.toSatisfy((thrown) => problemOf(thrown).code === "input-invalid");
  });
});
