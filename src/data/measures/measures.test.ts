import { describe, expect, test } from "vitest";
import { scriptsOf, scriptOf } from "../../codeswitch/language";
import { conversations, minimalPairs, questions, words } from ".";

const languages = ["en", "de", "es", "hi", "tr"];

describe.each(languages)("the items in %s", (language) => {
  test("40 minimal pairs that differ in one place, none twice, agreement, tense and case among them", () => {
    const pairs = minimalPairs[language]!;
    expect(pairs).toHaveLength(40);
    expect(new Set(pairs.flatMap(({ good, bad }) => [good, bad])).size).toBe(80);
    for (const { good, bad } of pairs) {
      expect(`${good}${bad}`).not.toMatch(/[{|}]/);
      expect(good).toBe(good.normalize("NFC"));
    }
    const phenomena = new Set(pairs.map(({ phenomenon }) => phenomenon));
    for (const wanted of ["subject and verb", "tense", "case"]) expect(phenomena).toContain(wanted);
  });

  test("40 words, none twice, in the language's script", () => {
    expect(words[language]).toHaveLength(40);
    expect(new Set(words[language]).size).toBe(40);
    for (const word of words[language]!) expect(scriptsOf(language)).toContain(scriptOf(word));
  });

  test("four conversations of three turns, each turn with something to check", () => {
    expect(conversations[language]).toHaveLength(4);
    for (const conversation of conversations[language]!) {
      expect(conversation).toHaveLength(3);
      for (const { text, instructions } of conversation) {
        expect(text).not.toBe("");
        expect(instructions.length).toBeGreaterThan(0);
      }
    }
  });
});

test.each(languages.slice(1))("twenty questions in %s whose answers are not the English ones", (language) => {
  expect(questions[language]).toHaveLength(20);
  for (const { own, english, prompt } of questions[language]!) {
    expect(own.toLowerCase()).not.toBe(english);
    expect(prompt).not.toContain(own);
  }
});
