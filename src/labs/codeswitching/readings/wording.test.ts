import { describe, expect, test } from "vitest";
import { textOf } from "../../../ui/testing";
import { SurprisalResults } from "./surprisal/Results";
import type { SurprisalResult } from "./surprisal/result";
import { TokenizersReadingResults } from "./tokenizers/Results";
import type { TextKind } from "./tokenizers/result";
import { TransliterationResults } from "./transliteration/Results";
import { forms, type TransliterationResult } from "./transliteration/result";

describe("what the readings say", () => {
  test("a mix in Latin letters stands beside its main language in these letters, by its own share", () => {
    const kind = (form: TextKind["form"], latin: boolean, tokens: number): TextKind => ({
      languages: ["hi", "en"],
      form,
      latin,
      ...(typeof form === "number" && { percent: 33.4 }),
      example: "example",
      sentences: 1,
      words: 100,
      tokens: [tokens],
    });
    const kinds = [kind("main", false, 188), kind("main", true, 246), kind(25, false, 200), kind(25, true, 230)];
    const said = textOf(TokenizersReadingResults, {
      result: { reading: "tokenizers" as const, tokenizers: ["polyglot"], kinds },
    });
    expect(said).toContain(
      "In polyglot, of the mixes Hindi with 33 % English, Latin letters takes most: 2.30 tokens a word, Hindi, Latin letters alone 2.46.",
    );
  });

  test("the text that is put into Devanagari is that in Latin letters, and is not set beside itself", () => {
    const cost = (bits: number) => ({ tokens: 10, broken: 0, bits, bytes: 10 });
    const said = (raw: number, into: "Deva" | "Latn") => {
      const result: TransliterationResult = {
        reading: "transliteration",
        language: "hi",
        into,
        threshold: 50,
        sentences: 1,
        words: 10,
        forms: forms.map((form) => ({ form, examples: [], changed: 0 })),
        models: [{ checkpoint: "polyglot-base", costs: [cost(raw), cost(100), cost(120), cost(130)] }],
      };
      return textOf(TransliterationResults, { result });
    };
    expect(said(200, "Deva")).toContain("“All in Devanagari”: 10.0 bits a word, for “All in Latin letters” 20.0.");
    expect(said(90, "Latn")).toContain("“As written”: 9.0 bits a word.");
  });

  test("a switch may cost less than the same words alone, and there may be none", () => {
    const said = (switched: boolean, plain: number) => {
      const word = (written: string, after: boolean) => ({ written, language: "en", switched: after });
      const result: SurprisalResult = {
        reading: "surprisal",
        seed: 1,
        sentences: [{ percent: 50, words: [word("a", false), word("b", switched), word("c", false)] }],
        models: [{ checkpoint: "polyglot-base", bits: [[1, 2, 3]], plain: [[1, plain, 3]] }],
      };
      return textOf(SurprisalResults, { result });
    };
    expect(said(true, 2.5)).toContain("and 3.0 elsewhere; 0.5 less than the same words take alone.");
    expect(said(true, 1.5)).toContain("; 0.5 more than the same words take alone.");
    expect(said(false, 2)).toContain("Nothing switches here; polyglot-base pays 2.5 bits a word.");
  });
});
