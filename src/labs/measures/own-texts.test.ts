import { describe, expect, test } from "vitest";
import { parallelSentences } from "../../data/parallel";
import { defaults, type Document } from "../../experiments/documents/measures";
import { prepareItems } from "./items";
import { problemsOfFile, readParallel, readProblems, textOfFile } from "./own-texts";
import { presets } from "./presets";

const problemOf = (read: { ok: boolean; problem?: { what: string } }) => (read.ok ? "" : read.problem!.what);

describe("own parallel sentences", () => {
  test("columns by their head", () => {
    const read = readParallel("en\tde\nThe sun.\tDie Sonne.\r\nA dog.\tEin Hund.\n");
    expect(read.ok && read.value).toEqual({ en: ["The sun.", "A dog."], de: ["Die Sonne.", "Ein Hund."] });
  });

  test("lines that do not pair, no head and too few lines are named", () => {
    expect(problemOf(readParallel("en\tde\na\tb\nc\n"))).toContain(
      "Line 3 of the parallel sentences does not pair: 1 sentence for 2",
    );
    expect(problemOf(readParallel("\nen\tde\n\na\tb\nc\n"))).toContain("Line 5 of the parallel sentences");
    const commas = readParallel("en,de\na,b\nc,d");
    expect(commas.ok ? "" : commas.problem.remedy).toContain("by tabs, not by “,”");
    expect(problemOf(readParallel("en\tde\na\t\nc\td"))).toContain("Line 2");
    expect(problemOf(readParallel("English\tDeutsch\na\tb"))).toContain("no head of language codes");
    expect(problemOf(readParallel("en\ten\na\tb"))).toContain("no head");
    expect(problemOf(readParallel("en\tde\na\tb"))).toContain("There is one line");
    expect(problemOf(readParallel("en\tde"))).toContain("There are no lines");
  });
});

describe("a file of own texts", () => {
  test("is refused where it is not UTF-8 or longer than a document holds, never cut", () => {
    expect(textOfFile("en\tde\na\tb")).toEqual({ ok: true, value: "en\tde\na\tb" });
    expect(problemOf(textOfFile("M\uFFFDnchen"))).toContain("not text in UTF-8");
    expect(textOfFile("x".repeat(200_000)).ok).toBe(true);
    expect(problemOf(textOfFile("x".repeat(200_000), 1))).toContain("200,001 characters");
  });
});

describe("own problems", () => {
  test("MGSM's lines get the language of their file's name", () => {
    const text = problemsOfFile("Wie viel ist 2 + 3?\t5\nUnd 1.000 mal 2?\t2,000\n", "mgsm_de.tsv");
    const read = readProblems(text);
    expect(read.ok && read.value["de"]).toEqual([
      { question: "Frage: Wie viel ist 2 + 3?\nAntwort:", answer: 5 },
      { question: "Frage: Und 1.000 mal 2?\nAntwort:", answer: 2000 },
    ]);
  });

  test("15.8 an answer is read as the model's is: a comma before one digit begins a fraction, Indian groups are thousands", () => {
    const read = readProblems("de\tWie viel?\t3,5\nhi\tकितने?\t१,००,०००\nen\tHow many?\t-1,250.50");
    if (!read.ok) throw new Error(read.problem.what);
    expect(Object.values(read.value).map(([problem]) => problem!.answer)).toEqual([3.5, 100_000, -1250.5]);
  });

  test("15.8 an answer that can mean two numbers, or is more than a number, is refused by its line", () => {
    expect(problemOf(readProblems("de\tA?\t5\nde\tB?\t1.500"))).toBe(
      "Line 2 of the problems ends in “1.500”, which can be 1500 or 1.5.",
    );
    for (const answer of ["5 apples", "3-4", "1e5", "Infinity", ""]) {
      expect(problemOf(readProblems(`de\tWie viel?\t${answer}`))).toContain("Line 1 of the problems is not");
    }
  });

  test("a line that is none is named", () => {
    expect(problemOf(readProblems("de\tWie viel?\t5\nde\tWie viel?\tfünf"))).toContain("Line 2 of the problems");
  });
});

describe("the items of a document", () => {
  const prepare = (change: Partial<Document>) => prepareItems({ ...defaults, ...change });

  test("as many as asked for, every phenomenon among the pairs, beginnings of four words", async () => {
    const prepared = await prepare({ sentences: 10, written: 3 });
    if (!prepared.ok) throw new Error(prepared.problem.what);
    const { items } = prepared.value;
    for (const language of items.languages) {
      expect(items.parallel[language]).toHaveLength(10);
      expect(new Set(items.minimalPairs[language]!.map(({ phenomenon }) => phenomenon)).size).toBeGreaterThan(3);
      expect(items.beginnings[language]).toHaveLength(3);
      expect(items.problems[language]).toHaveLength(3);
    }
    expect(items.beginnings["en"]![0]!.split(" ")).toHaveLength(4);
  });

  test("12.3 where a variant is steered, no sentence that its direction is made from is begun", async () => {
    const steered = presets.find(({ id }) => id === "does-steering-hurt")!.settings.variants!;
    const foundIn = async (change: Partial<Document>) => {
      const prepared = await prepare({ sentences: 10, written: 40, languages: ["en", "de"], ...change });
      if (!prepared.ok) throw new Error(prepared.problem.what);
      const beginnings = Object.entries(prepared.value.items.beginnings);
      return beginnings.flatMap(([language, all]) =>
        all.map((one) => parallelSentences[language as "en"].findIndex((sentence) => sentence.startsWith(one))),
      );
    };
    expect(Math.max(...(await foundIn({})))).toBeGreaterThan(9);
    expect(Math.max(...(await foundIn({ variants: steered })))).toBeLessThan(10);
  });

  test("a language without sentences is refused; a column in the wrong language is a warning", async () => {
    const missing = await prepare({ languages: ["xx"] });
    expect(missing.ok ? "" : missing.problem.what).toContain("no sentences in “xx”");
    const pivotless = await prepare({ parallel: "de\tfr\na\tb\nc\td", languages: ["de"] });
    expect(pivotless.ok ? "" : pivotless.problem.what).toContain(
      "“en”, which every other language is measured against",
    );
    const wrong =
      "en\tde\nThe old house stands by the river.\tThe old house stands by the river.\nMy mother bakes bread.\tMy mother bakes bread.";
    const swapped = await prepare({ parallel: wrong, languages: ["de"] });
    expect(swapped.ok && swapped.value.warnings).toEqual(["Most lines of the column “de” look like “en”."]);
  });
});
