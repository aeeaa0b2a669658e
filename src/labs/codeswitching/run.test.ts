import { existsSync, readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { type Document, defaults, schema } from "../../experiments/documents/codeswitching";
import { LabError } from "../../result";
import { toJsonl } from "./jsonl";
import { presets } from "./presets";
import { proposeLinks } from "./propose";
import type { CodeSwitchingResult } from "./result";
import { run } from "./run";
import { measuredPercent, showCount } from "./wording";

async function finish(document: Document): Promise<CodeSwitchingResult> {
  const tools = { signal: new AbortController().signal, onProgress: () => undefined };
  let last: CodeSwitchingResult | undefined;
  for await (const result of run(document, tools)) last = result;
  if (last === undefined) throw new Error("The run gave no result.");
  return last;
}

async function problemOf(change: Partial<Document>): Promise<string> {
  try {
    const { problem } = await finish({ ...defaults, ...change });
    return problem === null ? "none" : `${problem.code}: ${problem.what}`;
  } catch (thrown) {
    if (!(thrown instanceof LabError)) throw thrown;
    expect(thrown.problem.remedy).not.toBe("");
    return `${thrown.problem.code}: ${thrown.problem.what}`;
  }
}

describe("a run of the code-switching lab", () => {
  test.each(presets.map((preset) => [preset.id, preset] as const))(
    "%s gives sentences near what is asked",
    async (_, preset) => {
      const document = { ...defaults, ...preset.settings };
      expect(v.parse(schema, document)).toEqual(document);
      const result = await finish(document);
      expect(result.problem).toBeNull();
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      expect(result.batches).toHaveLength(document.targets.length);
      for (const { target, sentences } of result.batches) {
        expect(sentences.length).toBeGreaterThan(0);
        const nearest = measuredPercent(result.measure, sentences[0]!.measures);
        expect(Math.abs(nearest - target)).toBeLessThan(6);
        for (const { words, text } of sentences) expect(words.map(({ written }) => written).join("")).toBe(text);
      }
    },
  );

  const recordings = new URL("../../../public/presets/codeswitching/", import.meta.url);
  test.skipIf(!existsSync(recordings)).each(presets.map((preset) => [preset.id, preset] as const))(
    "%s is recorded as it is computed (npm run record codeswitching; skipped before the first recording)",
    async (id, preset) => {
      const recording = JSON.parse(readFileSync(new URL(`${id}.json`, recordings), "utf8")) as { result: unknown };
      expect(recording.result).toEqual(await finish({ ...defaults, ...preset.settings }));
    },
  );

  test("the same document gives the same result", async () => {
    expect(await finish(defaults)).toEqual(await finish(defaults));
  });

  test("JSONL: one line for the file, one a sentence, with what is needed to make it again", async () => {
    const result = await finish(defaults);
    const lines = toJsonl(defaults, result)
      .trimEnd()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    expect(lines).toHaveLength(1 + defaults.count);
    expect(lines[0]).toMatchObject({ synthetic: true, settings: defaults, total: "512" });
    expect(lines[1]).toMatchObject({ seed: 1, theory: "equivalence", asked: { cmi: 25 }, generator: "grammar" });
  });
});

describe("bad input has a name", () => {
  test.each<[string, Partial<Document>, string]>([
    ["an empty sentence", { sentences: ["", "hola"] }, "alignment-invalid: The link 0-0 points to word 0 of the first"],
    ["nothing at all", { sentences: ["", ""], alignment: "", tree: "" }, "input-invalid: The first sentence is empty."],
    ["no links", { alignment: "" }, "alignment-invalid: The alignment is empty"],
    ["misspelt links", { alignment: "0-0 1:1" }, "alignment-invalid: “1:1” at position 5"],
    ["links too far", { alignment: "0-0 1-99" }, "alignment-invalid: The link 1-99"],
    ["an unbalanced tree", { tree: "(S (NP a)" }, "input-invalid: The tree cannot be read: at position 1"],
    ["a tree of other words", { tree: "(S (NP a))" }, "input-invalid: The tree and the sentence part at word 1"],
    [
      "no tree for a theory that needs one",
      { tree: "" },
      "input-invalid: There is no tree, and the equivalence constraint needs",
    ],
    [
      "everything crosses",
      { sentences: ["a b", "x y"], alignment: "0-1 1-0", tree: "", theory: "linear" },
      "alignment-invalid: No switched sentence is possible: 2 of 2 places between words are refused. The first: The links",
    ],
    [
      "one word each",
      { sentences: ["a", "x"], alignment: "0-0", tree: "", theory: "linear" },
      "alignment-invalid: No switched sentence is possible: there is no place between two words.",
    ],
    [
      "emoji only",
      { sentences: ["🙂 🙃", "🙂 🙃"], alignment: "0-0 1-1", tree: "", theory: "linear" },
      "alignment-invalid: No switched sentence is possible: no two words belong to different languages.",
    ],
    [
      "mixed directions",
      {
        languages: ["en", "ar"],
        sentences: ["I read a book", "أقرأ كتابا"],
        alignment: "0-0 1-0 3-1",
        tree: "",
        theory: "linear",
      },
      "none",
    ],
  ])("%s", async (_, change, problem) => {
    expect(await problemOf(change)).toContain(problem);
  });

  test("500 words are counted, not enumerated", async () => {
    const words = Array.from({ length: 500 }, (_, index) => `word${index}`);
    const result = await finish({
      ...defaults,
      sentences: [words.join(" "), words.map((word) => `${word}x`).join(" ")],
      alignment: words.map((_, index) => `${index}-${index}`).join(" "),
      tree: "",
      theory: "linear",
      count: 3,
    });
    expect(result.total).toBe(String(2n ** 500n));
    expect(result.enumerated).toBe(false);
    expect(result.batches[0]!.sentences).toHaveLength(3);
    expect(showCount(result.total)).toBe("about 3.2 × 10^150");
  });
});

test("counts are read in groups of three", () => {
  expect(showCount("512")).toBe("512");
  expect(showCount("16777216")).toBe("16\u202f777\u202f216");
});

test("links are proposed for own sentences: those of the shipped pair without its alignment", async () => {
  const { alignment, learntFrom } = await proposeLinks({ ...defaults, alignment: "" });
  // 40 parallel sentences, two sibling pairs.
  expect(learntFrom).toBe(42);
  const links = new Set(alignment.split(" "));
  for (const link of ["1-1", "3-3", "4-4"]) expect(links).toContain(link);
});
