import { describe, expect, it } from "vitest";
import { parallelSentences as sentences } from "./parallel";
import { parallelLanguages } from "./parallel-languages";

const script = { hi: /\p{Script=Devanagari}/u, zh: /\p{Script=Han}/u, ar: /\p{Script=Arabic}/u } as const;

describe("the parallel set", () => {
  it("has forty sentences in each language, none twice", () => {
    expect(Object.keys(sentences).toSorted()).toEqual(parallelLanguages.toSorted());
    for (const language of parallelLanguages) {
      expect(sentences[language]).toHaveLength(40);
      expect(new Set(sentences[language]).size).toBe(40);
    }
  });

  it("is in Unicode's composed form, without stray white space", () => {
    for (const sentence of parallelLanguages.flatMap((language) => sentences[language])) {
      expect(sentence).toBe(sentence.normalize("NFC").trim());
      expect(sentence).not.toMatch(/ {2}|\t|\n/);
    }
  });

  it.each(Object.entries(script))("is in its script: %s", (language, letters) => {
    for (const sentence of sentences[language as keyof typeof script]) expect(sentence).toMatch(letters);
  });

  it("ends a question with a question mark in every language, or in none but Japanese (か)", () => {
    sentences.en.forEach((english, i) => {
      const asks = english.endsWith("?");
      for (const language of parallelLanguages) {
        const sentence = sentences[language][i] as string;
        expect(/[?？؟]$/.test(sentence) || (language === "ja" && sentence.endsWith("か。")), sentence).toBe(asks);
      }
    });
  });
});
