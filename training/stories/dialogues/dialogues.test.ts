import { describe, expect, test } from "vitest";
import { realisers } from "../languages";
import type { Language } from "../script";
import { generateTurn, instructionKinds } from "./chat";
import { askKind, define } from "./definition";
import { checkInstruction, overlap } from "./instruction";
import { generateQuestion } from "./question";

const languages = Object.keys(realisers) as Language[];

describe("an instruction is", () => {
  const cases = [
    {
      instruction: { kind: "language", language: "de", word: "Hund" },
      right: "Der Hund schlief im Garten.",
      wrong: ["The dog slept in the garden.", "Die Katze schlief im Garten."],
    },
    {
      instruction: { kind: "word", language: "es", word: "perro" },
      right: "El Perro duerme.",
      wrong: ["Los perros duermen.", ""],
    },
    {
      instruction: { kind: "sentences", language: "en", count: 2 },
      right: "The sun shone. “Come!” said Anna.",
      wrong: ["The sun shone.", "The sun shone. It was warm. Anna sang."],
    },
    {
      instruction: { kind: "mood", language: "en", mood: "sad", word: "dog" },
      right: "The dog was lost. In the end, Anna was very sad.",
      wrong: ["The dog was found. In the end, Anna was very happy.", "In the end, Anna was very sad."],
    },
    {
      instruction: { kind: "tense", language: "de", tense: "future", word: "Hund" },
      right: "Der Hund wird schlafen.",
      wrong: ["Der Hund war müde.", "Die Katze wird schlafen."],
    },
    {
      instruction: { kind: "translate", language: "es", reference: "Ana compró una manzana roja." },
      right: "Ana compró una manzana.",
      wrong: ["Ana vendió tres peras.", "Anna bought a red apple."],
    },
    {
      instruction: { kind: "ending", language: "en", sign: "?", word: "theatre" },
      right: "Where is the theatre?",
      wrong: ["Here is the theatre.", "Where is the zoo?"],
    },
    {
      instruction: { kind: "list", language: "de", of: "animal", count: 2 },
      right: "Hund und Pferd.",
      wrong: ["Hund und Hund.", "Hund, Pferd und Kuh.", "Tisch und Stuhl."],
    },
    {
      instruction: { kind: "capitals", language: "tr", reference: "Kedi bahçede." },
      right: "KEDİ BAHÇEDE.",
      wrong: ["KEDI bahçede.", "ANNA GELDİ."],
    },
    {
      instruction: { kind: "yes-no", language: "hi", right: "no" },
      right: "नहीं।",
      wrong: ["हाँ।", "शायद।"],
    },
    {
      instruction: { kind: "repeat", language: "en", word: "moon", count: 3 },
      right: "Moon moon moon.",
      wrong: ["moon moon", "moon moon moon sun", "moon moon moon moon"],
    },
  ] as const;

  test.each(cases)("done or not: $instruction.kind", ({ instruction, right, wrong }) => {
    expect(checkInstruction(instruction, right)).toBe(true);
    for (const answer of wrong) expect(checkInstruction(instruction, answer), answer).toBe(false);
  });

  test("of a kind that has a case above", () => {
    expect(cases.map(({ instruction }) => instruction.kind).sort()).toEqual([...instructionKinds].sort());
  });

  test("compared by the words in common", () => {
    // 2 common of 2 and 4: precision 1, recall 1/2, F1 = 2 · 2 / 6.
    expect(overlap(["a", "b"], ["a", "b", "c", "d"])).toBeCloseTo(2 / 3);
    expect(overlap(["a", "a"], ["a"])).toBeCloseTo(2 / 3);
  });
});

describe.each(instructionKinds)("a turn of the kind %s", (kind) => {
  const turns = Array.from({ length: 25 }, (_, seed) => generateTurn(seed, kind, languages)).filter(
    (turn) => turn !== undefined,
  );

  test("is asked and rightly answered in every language", () => {
    expect(turns.length).toBeGreaterThan(0);
    for (const turn of turns) {
      const expected = languages.filter((language) => kind !== "capitals" || language !== "hi");
      expect(Object.keys(turn)).toEqual(expected);
      for (const { instruction, user, assistant } of Object.values(turn)) {
        expect(checkInstruction(instruction, assistant)).toBe(true);
        expect(user).not.toMatch(/[{}]|undefined/);
      }
    }
  });
});

describe("definitions", () => {
  test("have the article of the thing and of its kind", () => {
    expect(define("en", "island", "place")?.answer).toBe("An island is a place.");
    expect(define("de", "cow", "animal")).toEqual({ question: "Was ist eine Kuh?", answer: "Eine Kuh ist ein Tier." });
    expect(define("es", "bear", "animal")).toEqual({ question: "¿Qué es un oso?", answer: "Un oso es un animal." });
    expect(define("hi", "dog", "animal")).toEqual({ question: "कुत्ता क्या है?", answer: "कुत्ता एक जानवर है।" });
    expect(define("tr", "dog", "animal")).toEqual({ question: "Köpek nedir?", answer: "Köpek bir hayvandır." });
  });

  test("answer whether a thing is of a kind", () => {
    expect(askKind("de", "dog", "animal", "place")).toEqual({
      question: "Ist ein Hund ein Ort?",
      answer: "Nein, ein Hund ist ein Tier.",
    });
    expect(askKind("tr", "bus", "vehicle", "vehicle")).toEqual({
      question: "Otobüs bir taşıt mı?",
      answer: "Evet, otobüs bir taşıttır.",
    });
  });
});

describe.each(languages)("questions in %s", (language) => {
  const found = Array.from({ length: 120 }, (_, seed) => generateQuestion(seed, language)).filter(
    (question) => question !== undefined,
  );

  test("are questions with an answer, and without numbers", () => {
    expect(found.length).toBeGreaterThan(60);
    for (const { question, answer } of found) {
      expect(question).toMatch(/\?$/);
      expect(answer).toMatch(/[^,][.!।]$/u);
      expect(`${question} ${answer}`).not.toMatch(/\d/);
    }
  });

  test("are of several kinds", () => {
    expect(new Set(found.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(5);
  });
});

test("a question asks for what the sentence says", () => {
  const asked = (kind: string) => {
    for (let seed = 0; ; seed++) {
      const found = generateQuestion(seed, "en");
      if (found?.kind === kind) return found;
    }
  };
  for (const [kind, word] of Object.entries({ who: "Who", what: "What", where: "Where", "where-to": "Where" })) {
    const { question, answer } = asked(kind);
    const last = question.split(/(?<=[.!?”]) /).at(-1)!;
    expect(last.startsWith(`${word} `)).toBe(true);
    expect(question).not.toBe(answer);
  }
});
