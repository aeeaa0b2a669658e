import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadLexicon } from "../data/lexicon";
import { unwrap } from "../result";
import { latinSpellings, toDevanagari } from "../tokenization/romanise/devanagari";
import { romaniseHindiText } from "../tokenization/romanise/spellings";
import { inflectedReplacer } from "./dictionary/inflected";
import { likelyWords, textOf, translateOthers, transliterate } from "./transliterate";
import { hinglish } from "./word-language/hinglish";
import { readModel } from "./word-language/model";
import { splitWords } from "./words";

const file = readFileSync(new URL("../../public/data/word-languages.bin", import.meta.url));
const table = unwrap(readModel(file.buffer.slice(file.byteOffset, file.byteOffset + file.length)));
const lexicon = await loadLexicon();
const known = latinSpellings(lexicon.wordsOf("hi"));
const write = (word: string) => toDevanagari(word, known);
const read = (text: string) => likelyWords(splitWords(text, "en"), ["hi-Latn", "en"], table);

describe("letters of one language (SPEC 20)", () => {
  test("20.1 threshold 0 changes every word, above 1 none; between, only words that are likely of the language", () => {
    for (const line of hinglish.map((marked) => marked.replaceAll("_", ""))) {
      const words = read(line);
      expect(textOf(words)).toBe(line);
      expect(textOf(transliterate(words, 1.01, write))).toBe(line);
      expect(textOf(transliterate(words, 0, write))).not.toMatch(/[a-z]/iu);
      for (const [index, { text, likelihood }] of transliterate(words, 0.5, write).entries()) {
        expect(text).toBe(likelihood >= 0.5 ? write(words[index]!.text) : words[index]!.text);
      }
    }
    expect(textOf(transliterate(read("mera laptop kharab ho gaya, so I need a new one"), 0.5, write))).toBe(
      "मेरा laptop खराब हो गया, so I need a new one",
    );
  });

  test("20.2 words of a known spelling come back as they were; the rule alone writes as people would", () => {
    const words = lexicon.wordsOf("hi").filter((word) => known.get(romaniseHindiText(word)) === word);
    expect(words.length).toBeGreaterThan(500);
    expect(words.filter((word) => write(romaniseHindiText(word)) !== word)).toEqual([]);
    const byRule = { ghar: "घर", paani: "पानी", kya: "क्या", accha: "अच्छा", hindi: "हिंदी", namaste: "नमस्ते", Ay: "अय" };
    expect(Object.keys(byRule).map((latin) => toDevanagari(latin))).toEqual(Object.values(byRule));
  });

  test("20.3 the other words are translated where the lexicon has them, and those of the language are not", () => {
    const words = transliterate(read("mera dog ghar mein hai"), 0.5, write);
    const translated = translateOthers(words, 0.5, "en", inflectedReplacer(lexicon, "en", "hi"));
    expect(textOf(translated)).toBe("मेरा कुत्ता घर में है");
  });
});
