import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitWords } from "./words";

function texts(text: string, language: string): readonly string[] {
  return splitWords(text, language).map((word) => word.text);
}

describe("words (SPEC 1)", () => {
  test("1.1 signs are attached: opening ones to the next word, the others to the word before", () => {
    const words = splitWords("¿Quién vive “aquí”, en la (vieja) casa?", "es");
    expect(words.map(({ before, text, after }) => [before, text, after])).toEqual([
      ["¿", "Quién", " "],
      ["", "vive", " "],
      ["“", "aquí", "”, "],
      ["", "en", " "],
      ["", "la", " "],
      ["(", "vieja", ") "],
      ["", "casa", "?"],
    ]);
  });

  test.each([
    ["Er rief „Komm“, und ging.", ["„", "Komm", "“, "]],
    ["Er rief »Komm«, und ging.", ["»", "Komm", "«, "]],
  ])("1.1 the sign that closes a German quotation belongs to the word before: %s", (text, quoted) => {
    const [, , word, next] = splitWords(text, "de");
    expect([word!.before, word!.text, word!.after]).toEqual(quoted);
    expect(next!.before).toBe("");
  });

  test("1.2 hyphens and apostrophes", () => {
    expect(texts("Don't say well-known — it costs 3.50 €!", "en")).toEqual([
      "Don't",
      "say",
      "well-known",
      "it",
      "costs",
      "3.50",
    ]);
    expect(texts("Ankara'ya, Ali’nin evine.", "tr")).toEqual(["Ankara'ya", "Ali’nin", "evine"]);
  });

  test("Devanagari with danda, Chinese, Arabic", () => {
    expect(texts("राम ने सेब खाया। उसका घर पुराना है।", "hi")).toEqual([
      "राम",
      "ने",
      "सेब",
      "खाया",
      "उसका",
      "घर",
      "पुराना",
      "है",
    ]);
    expect(texts("我喜欢学习语言。", "zh")).toEqual(["我", "喜欢", "学习", "语言"]);
    expect(texts("مرحبا، كيف حالك؟", "ar")).toEqual(["مرحبا", "كيف", "حالك"]);
  });

  test("1.2 emoji are words, whole", () => {
    expect(texts("Hallo 👨‍👩‍👧👍🏽 Welt 🇨🇿", "de")).toEqual(["Hallo", "👨‍👩‍👧", "👍🏽", "Welt", "🇨🇿"]);
  });

  test("nothing but signs, nothing at all, an unknown language", () => {
    expect(splitWords("… —", "en")).toEqual([]);
    expect(splitWords("", "en")).toEqual([]);
    expect(texts("a b", "not a language!")).toEqual(["a", "b"]);
  });

  test("1.1 any text with a word is the concatenation of its parts", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 40 }),
        fc.constantFrom("en", "hi", "tr", "zh"),
        (text, language) => {
          const words = splitWords(text, language);
          if (words.length > 0)
            expect(words.map(({ before, text, after }) => before + text + after).join("")).toBe(text);
          for (const word of words) expect(text.slice(word.start, word.start + word.text.length)).toBe(word.text);
        },
      ),
    );
  });
});
