import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { unwrap } from "../../result";
import { readModel } from "../word-language/model";
import { readPlanned } from "./adherence";
import { parsePlan, placeSpans, tokensOf } from "./plan";

const file = readFileSync(new URL("../../../public/data/word-languages.bin", import.meta.url));
const words = unwrap(readModel(new Uint8Array(file).buffer));

describe("the plan (SPEC 15)", () => {
  test("15.1 spans are read in order and laid end to end", () => {
    const plan = unwrap(parsePlan("en 4, de 3;en 2"));
    expect(tokensOf(plan)).toBe(9);
    expect(placeSpans(plan)).toEqual([
      { language: "en", from: 0, to: 4 },
      { language: "de", from: 4, to: 7 },
      { language: "en", from: 7, to: 9 },
    ]);
  });

  test.each([
    "",
    "en 4",
    "en 4, de",
    "en 4, de 0",
    "en 100, de 100",
    "english 4, de 4",
    "en 1, de 1, es 1, tr 1, hi 1",
  ])("15.1 “%s” is a problem that says why", (text) => {
    const plan = parsePlan(text);
    expect(plan.ok ? "" : plan.problem.code).toBe("input-invalid");
  });
});

describe("what was written against the plan (SPEC 15)", () => {
  const spans = placeSpans(unwrap(parsePlan("en 3, de 3")));
  const written = (text: string) => text.split(/(?= )/u).map((piece) => ({ text: piece, tokens: 1 }));

  test("15.2 three English and three German words as planned: adherence 1, the border kept, one planned switch", () => {
    const { adherence, borders, sentence } = readPlanned(written("the old house und dann schlief"), spans, words);
    expect(adherence).toBe(1);
    expect(borders).toEqual([{ to: "de", word: 3, kept: true }]);
    expect(sentence.switches).toEqual([{ after: 2, reason: { kind: "planned", language: "de" } }]);
    expect(sentence.words.map(({ written }) => written).join("")).toBe(sentence.text);
  });

  test("15.2 six English words: three of six are planned, and the border is not kept", () => {
    const { adherence, borders } = readPlanned(written("the old house where they lived"), spans, words);
    expect(adherence).toBe(0.5);
    expect(borders.map(({ kept }) => kept)).toEqual([false]);
  });

  test("15.2 words in a third script are in no planned language, and cross no border", () => {
    const { adherence, borders, sentence } = readPlanned(written("the old house क्या आप मेरी"), spans, words);
    expect(adherence).toBe(0.5);
    expect(borders).toEqual([{ to: "de", word: 3, kept: false }]);
    expect(sentence.switches).toEqual([]);
  });

  test("15.2 numbers and signs count neither way", () => {
    expect(readPlanned(written("the old 1923 und dann schlief"), spans, words).adherence).toBe(1);
  });

  test("15.2 a word belongs to the span of its first token", () => {
    const pieces = [
      { text: "the", tokens: 1 },
      { text: " hou", tokens: 2 },
      { text: "se", tokens: 1 },
    ];
    expect(readPlanned(pieces, spans, words).planned).toEqual(["en", "en"]);
  });

  test("15.2 nothing written: no adherence", () => {
    expect(readPlanned([], spans, words).adherence).toBeNull();
  });
});
