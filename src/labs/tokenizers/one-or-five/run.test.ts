import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Document } from "../../../experiments/documents/tokenizers";
import type { TokenizersResult } from "../result";
import { oneOrFive } from "./run";

const { document, result } = JSON.parse(readFileSync("public/presets/tokenizers/one-or-five.json", "utf8")) as {
  document: Document;
  result: TokenizersResult;
};

describe("one vocabulary or one each", () => {
  it("gives what is recorded, one tokenizer after the other", async () => {
    const results: TokenizersResult[] = [];
    const tools = { signal: new AbortController().signal, onProgress: () => undefined };
    for await (const next of oneOrFive(document, tools)) results.push(next);
    expect(results.map(({ oneOrFive }) => oneOrFive!.tokenizers.length)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(results.at(-1)!.oneOrFive!.tokenizers).toEqual(result.oneOrFive!.tokenizers);
  });

  it("stops in the middle of a training (Tokenization 9.5)", async () => {
    const controller = new AbortController();
    let steps = 0;
    const onProgress = () => {
      steps += 1;
      if (steps === 3) controller.abort();
    };
    const run = oneOrFive(document, { signal: controller.signal, onProgress }).next();
    await expect(run).rejects.toThrow(/abort/i);
    expect(steps).toBe(3);
  });
});
