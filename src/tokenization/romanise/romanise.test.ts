import { expect, it } from "vitest";
import { parallelSentences } from "../../data/parallel";
import { collisionsOf, romanise } from "./romanise";

it.each([
  ["नमस्ते", "namaste"],
  ["हिन्दी", "hindi"],
  ["नाम।", "naam."],
  ["Москва", "Moskva"],
  ["щука", "shchuka"],
  ["Αθήνα", "Athina"],
  ["كتاب", "ktab"],
  ["한국어", "hangukeo"],
  ["ありがとう", "arigatou"],
  ["きょう", "kyou"],
  ["がっこう", "gakkou"],
  ["マッチ", "matchi"],
  ["ไทย", "aithy"],
  ["日本 x é 👍", "日本 x é 👍"],
])("%s is %s", (text, latin) => {
  expect(romanise(text)).toBe(latin);
});

it("leaves ASCII as it is, and does nothing a second time", () => {
  const ascii = String.fromCharCode(...Array.from({ length: 95 }, (_, i) => 32 + i));
  expect(romanise(ascii)).toBe(ascii);
  for (const lines of Object.values(parallelSentences)) {
    for (const line of lines) expect(romanise(romanise(line))).toBe(romanise(line));
  }
});

it("leaves no letter of Hindi, Russian or Arabic unwritten", () => {
  for (const language of ["hi", "ru", "ar"] as const) {
    expect(romanise(parallelSentences[language].join(" "))).not.toMatch(
      /[\p{Script=Devanagari}\p{Script=Cyrillic}\p{Script=Arabic}]/u,
    );
  }
});

it("lists what falls together: two t of Hindi are one collision", () => {
  expect(collisionsOf(["तल", "टल", "घर"])).toEqual([{ latin: "tal", words: ["तल", "टल"] }]);
});
