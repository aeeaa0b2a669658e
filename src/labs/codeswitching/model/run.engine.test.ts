import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filesOf } from "../../../checkpoints/node-files";
import { readModel } from "../../../codeswitch/word-language/model";
import type { Engine } from "../../../engine/engine";
import { createLocalEngine } from "../../../engine/local";
import { modelDefaults, type ModelSettings } from "../../../experiments/documents/codeswitching-model";
import { problemOf, unwrap } from "../../../result";
import type { ModelResult, WritingCondition } from "./result";
import { runModel } from "./run";

const local = createLocalEngine();
let engine: Engine;
const file = readFileSync(new URL("../../../../public/data/word-languages.bin", import.meta.url));
const words = unwrap(readModel(new Uint8Array(file).buffer));

async function finished(change: Partial<ModelSettings>): Promise<ModelResult> {
  const tools = { engine, signal: new AbortController().signal, onProgress: () => {} };
  let last: ModelResult | undefined;
  const settings = { ...modelDefaults, seed: 1, ...change };
  for await (const result of runModel(settings, tools, () => Promise.resolve(words))) last = result;
  return last!;
}

describe("the model generator on polyglot-base", { timeout: 120_000 }, () => {
  beforeAll(async () => {
    const model = await local.load(await filesOf("public/models/polyglot-base"));
    engine = new Proxy(local, {
      get(target, key) {
        if (key === "load") return () => Promise.resolve(model);
        const member: unknown = Reflect.get(target, key, target);
        return typeof member === "function" ? (member.bind(target) as unknown) : member;
      },
    });
  }, 60_000);
  afterAll(() => local.close());

  const textOf = ({ texts }: ModelResult, condition: WritingCondition) =>
    texts.find((text) => text.condition === condition)!;

  test("15.3 four texts: directions mix what the model leaves in one language, vocabulary keeps closer to the plan", async () => {
    const { texts } = await finished({});
    const [base, instructed, directions, filters] = texts;
    expect(texts.map(({ condition }) => condition)).toEqual(["unsteered", "instructed", "directions", "filters"]);
    expect(base!.cmi).toBe(0);
    expect(directions!.cmi).toBeGreaterThan(0);
    expect(filters!.reading.adherence).toBeGreaterThan(base!.reading.adherence!);
    expect(instructed!.reading.sentence.text).not.toBe("");
    for (const { bitsPerByte } of texts) expect(bitsPerByte).toBeGreaterThan(0);
  });

  test("15.3 strength 0 is the model as it is; where scripts differ no word of another script begins in a span", async () => {
    const result = await finished({ plan: "en 4, hi 5, en 4", strength: 0 });
    const [base, steered] = [textOf(result, "unsteered"), textOf(result, "directions")];
    expect(steered.reading.sentence.text).toBe(base.reading.sentence.text);
    expect(result.filter).toBe("script");
    const { sentence, planned } = textOf(result, "filters").reading;
    for (const [index, { script }] of sentence.words.entries()) {
      if (planned[index] === "hi") expect(script).not.toBe("Latn");
    }
    expect(base.reading.planned.some((language) => language === "hi")).toBe(true);
  });

  test("a layer that the model lacks, an empty beginning and an unknown language are named", async () => {
    const code = (change: Partial<ModelSettings>) =>
      finished(change).then(
        () => "",
        (thrown: unknown) => problemOf(thrown).code,
      );
    expect(await code({ layer: 99, plan: "en 1, de 1" })).toBe("intervention-invalid");
    expect(await code({ prompt: " " })).toBe("prompt-empty");
    expect(await code({ plan: "en 2, xx 2" })).toBe("input-invalid");
  });
});
