import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { identify, loadIdentifier } from "./identify";

const embedded = ["en", "de", "es", "hi", "tr"];
const tatoeba = new URL("../../../shared/data/parallel/tatoeba/", import.meta.url);

describe("identify (SPEC 8)", () => {
  beforeAll(loadIdentifier);

  test("8.1 a sentence of each embedded language", () => {
    const sentences = {
      en: "The old house stands by the river.",
      de: "Das alte Haus steht am Fluss.",
      es: "La casa vieja está junto al río.",
      hi: "पुराना घर नदी के पास है।",
      tr: "Eski ev nehrin kenarında duruyor.",
    };
    for (const [language, sentence] of Object.entries(sentences)) {
      const found = identify(sentence, embedded);
      expect(found.language).toBe(language);
      expect(found.probability).toBeGreaterThan(0.9);
    }
  });

  test("8.2 letters are shared by script: 4 Latin, 4 Devanagari letters are one half each", () => {
    const found = identify("haus नगर है", ["de", "hi"]);
    expect(found.scores).toEqual({ de: 0.5, hi: 0.5 });
  });

  test("8.2 letters of no candidate's script lower the sum: 4 of 8 letters are Cyrillic", () => {
    expect(identify("haus дома", ["de", "hi"])).toEqual({
      language: "de",
      probability: 0.5,
      scores: { de: 0.5, hi: 0 },
    });
  });

  test("8.2 no letters, no language", () => {
    for (const text of ["", "12 345", "🙂 …", "Дома"]) {
      expect(identify(text, ["de", "en"])).toEqual({ language: "und", probability: 0, scores: { de: 0, en: 0 } });
    }
  });

  test("a long text is read to its end, not only its first 350 bytes", () => {
    const english = "The children walk slowly through the forest. ".repeat(4);
    const german = "Die Kinder gehen langsam durch den tiefen Wald nach Hause. ".repeat(40);
    expect(identify(english + german, ["en", "de"]).language).toBe("de");
  });

  test("any text: scores lie in [0, 1], sum to at most 1, and the language has the highest", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const found = identify(text, embedded);
        const values = Object.values(found.scores);
        const sum = values.reduce((a, b) => a + b, 0);
        expect(values.every((value) => value >= 0 && value <= 1 + 1e-12)).toBe(true);
        expect(sum).toBeLessThanOrEqual(1 + 1e-9);
        expect(found.probability).toBe(found.language === "und" ? 0 : Math.max(...values));
      }),
    );
  });

  test.skipIf(!existsSync(tatoeba))(
    "8.3 accuracy on everyday sentences and on fragments of five and three words (skipped without ../shared/data)",
    () => {
      const files = { en: "deu-eng.eng", de: "deu-eng.deu", es: "spa-eng.spa", hi: "hin-eng.hin", tr: "tur-eng.tur" };
      const cuts: Record<string, (words: string[]) => string[]> = {
        sentence: (words) => words,
        five: (words) => words.slice(0, 5),
        three: (words) => words.slice(-3),
      };
      const accuracy: Record<string, number> = {};
      for (const [cut, take] of Object.entries(cuts)) {
        let right = 0;
        let all = 0;
        for (const [language, file] of Object.entries(files)) {
          for (const line of readFileSync(new URL(file, tatoeba), "utf8").trim().split("\n")) {
            all += 1;
            right += Number(identify(take(line.split(/\s+/)).join(" "), embedded).language === language);
          }
        }
        accuracy[cut] = (100 * right) / all;
      }
      expect(accuracy["sentence"]).toBeGreaterThan(99.7);
      expect(accuracy["five"]).toBeGreaterThan(99.6);
      expect(accuracy["three"]).toBeGreaterThan(99.2);
    },
  );
});
