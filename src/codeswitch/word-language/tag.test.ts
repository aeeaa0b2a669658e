import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parallelSentences } from "../../data/parallel";
import { seededRandom } from "../../random";
import { unwrap } from "../../result";
import { romanisations } from "../../tokenization/romanise/spellings";
import { splitWords } from "../words";
import { identifiedShare } from "./agreement";
import { hinglish } from "./hinglish";
import { type GoldWords, mixSentences } from "./mixed";
import { readModel } from "./model";
import { readOwnText } from "./own-text";
import { tagWords } from "./tag";

const file = readFileSync(new URL("../../../public/data/word-languages.bin", import.meta.url));
const model = unwrap(readModel(file.buffer.slice(file.byteOffset, file.byteOffset + file.length)));

function accuracy(sentences: readonly GoldWords[], candidates: readonly string[]): number {
  let right = 0;
  let all = 0;
  for (const words of sentences) {
    const tags = tagWords(
      words.map(({ text }) => text),
      candidates,
      model,
    );
    for (const [index, { language }] of words.entries()) right += Number(tags[index]!.language === language);
    all += words.length;
  }
  return right / all;
}

describe("languages of words (SPEC 13)", () => {
  test("13.2 the table is at most 400 kB; a file that is cut is a problem", () => {
    expect(file.length).toBeLessThanOrEqual(400_000);
    const cut = readModel(new Uint8Array(file.subarray(0, 1000)).buffer);
    expect(cut.ok ? "" : cut.problem.code).toBe("input-invalid");
    expect(readModel(new ArrayBuffer(0)).ok).toBe(false);
  });

  test("19.4 the share of words told as they were written, by hand: one of three is not", () => {
    const words = [
      { text: "यह", language: "hi" },
      { text: "is", language: "en" },
      { text: "good", language: "hi" },
      { text: "3", language: null },
    ];
    expect(identifiedShare(words, ["hi", "en"], model)).toBeCloseTo(2 / 3, 12);
    expect(identifiedShare(words.slice(3), ["hi", "en"], model)).toBe(1);
  });

  test("13.3 letters decide between scripts; numbers and emoji have no language", () => {
    const tags = tagWords(["यह", "is", "3", "🙂", "дом"], ["hi", "en"], model);
    expect(tags.map(({ language }) => language)).toEqual(["hi", "en", null, null, null]);
    expect(tags[0]!.probability).toBe(1);
  });

  test("13.3 the words around decide: “in” is English in English and German in German", () => {
    const english = tagWords("they live in that old house".split(" "), ["en", "de"], model);
    const german = tagWords("sie wohnen in alten Häusern".split(" "), ["en", "de"], model);
    expect(english[2]!.language).toBe("en");
    expect(german[2]!.language).toBe("de");
  });

  test("13.4 at least 93 % of the words of held-out mixes of every pair", () => {
    const languages = ["en", "de", "es", "tr", "hi-Latn"];
    const random = seededRandom(4);
    const wordsOf = (code: string, line: number) =>
      splitWords(parallelSentences[code === "hi-Latn" ? "hi" : (code as "en")][line]!, "en").map(({ text }) =>
        code === "hi-Latn" ? romanisations(text)[0]! : text,
      );
    for (const [index, first] of languages.entries()) {
      for (const second of languages.slice(index + 1)) {
        const mixes = Array.from({ length: 40 }, (_, line) =>
          mixSentences([wordsOf(first, line), wordsOf(second, line)], [first, second], random),
        );
        expect.soft(accuracy(mixes, [first, second]), `${first} ${second}`).toBeGreaterThan(0.93);
      }
    }
  });

  test("13.4 at least 93 % of the words of Hinglish as it is typed", () => {
    const sentences = hinglish.map((sentence) =>
      sentence.split(" ").map((word) => ({
        text: word.replace("_", ""),
        language: word.startsWith("_") ? "en" : "hi-Latn",
      })),
    );
    expect(accuracy(sentences, ["en", "hi-Latn"])).toBeGreaterThan(0.93);
  });

  test("13.3 a given Hinglish line in the common form: Hindi in either script, switches where the language changes", () => {
    const { text, words, switches } = readOwnText("Yaar, this movie बहुत accha hai!", ["hi", "en"], model);
    expect(words.map(({ written }) => written).join("")).toBe(text);
    expect(words.map(({ language }) => language)).toEqual(["hi", "en", "en", "hi", "hi", "hi"]);
    expect(switches.map(({ after, reason }) => [after, reason.kind])).toEqual([
      [0, "as-written"],
      [2, "as-written"],
    ]);
  });
});
