import { beforeAll, describe, expect, test } from "vitest";
import { loadIdentifier } from "../../codeswitch/identify";
import type { Instruction } from "./instruction";
import { keeps } from "./verify";

beforeAll(loadIdentifier, 60_000);

const cases: readonly (readonly [Instruction, passing: string, failing: string, language?: string])[] = [
  [{ kind: "language", language: "de" }, "Der Hund schläft im Garten.", "The dog sleeps in the garden."],
  [{ kind: "words", least: 4 }, "one two, three four", "one two three"],
  [{ kind: "words", most: 3 }, "one two three", "one two three four"],
  [{ kind: "words", least: 3 }, "我喜欢喝茶", "我", "zh"],
  [{ kind: "sentences", least: 2, most: 2 }, "It rains. We stay.", "It rains."],
  [{ kind: "sentences", most: 1 }, "पानी ठंडा है।", "पानी ठंडा है। हम घर पर हैं।", "hi"],
  [{ kind: "include", keyword: "cat" }, "The Cat sat.", "The category is set."],
  [{ kind: "include", keyword: "IŞIK" }, "Bu bir ışık.", "Bu bir isik.", "tr"],
  [{ kind: "exclude", keyword: "dog" }, "A dogma.", "A dog."],
  [{ kind: "starts", text: "Once" }, " once upon a time", "At once"],
  [{ kind: "ends", text: "the end." }, "And that was “the end.”", "The end. Or not"],
  [{ kind: "bullets", count: 2 }, "Buy:\n- milk\n* bread", "- milk"],
  [{ kind: "lower-case" }, "all of it is small", "Not All"],
  [{ kind: "no-commas" }, "one and two", "one, two"],
  [{ kind: "json" }, '```json\n{"a": 1}\n```', "{a: 1}"],
];

describe("every verifier has a string that passes and one that fails", () => {
  for (const [instruction, passing, failing, language = "en"] of cases) {
    test(`13.1 ${JSON.stringify(instruction)}`, () => {
      expect(keeps(passing, instruction, language, "strict")).toBe(true);
      expect(keeps(failing, instruction, language, "strict")).toBe(false);
    });
  }
});

describe("strict and loose", () => {
  test("13.2 strict is never more than loose", () => {
    for (const [instruction, passing, failing] of cases) {
      for (const reply of [passing, failing]) {
        if (keeps(reply, instruction, "en", "strict")) expect(keeps(reply, instruction, "en", "loose")).toBe(true);
      }
    }
  });

  test("13.2 a first line such as “Sure:” or bold stars are forgiven by loose alone", () => {
    const starts: Instruction = { kind: "starts", text: "Once" };
    for (const reply of ["Sure:\nOnce upon a time", "**Once** upon a time"]) {
      expect(keeps(reply, starts, "en", "strict")).toBe(false);
      expect(keeps(reply, starts, "en", "loose")).toBe(true);
    }
  });

  test("13.3 an empty reply keeps nothing, not even an exclusion", () => {
    for (const strictness of ["strict", "loose"] as const) {
      expect(keeps(" \n", { kind: "exclude", keyword: "dog" }, "en", strictness)).toBe(false);
    }
  });
});
