import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readModel } from "../../../codeswitch/word-language/model";
import type { Engine, Model } from "../../../engine/engine";
import { createLocalEngine } from "../../../engine/local";
import { loadEmbedded } from "../../../engine/testing/golden-models";
import { modelDefaults, type ModelSettings } from "../../../experiments/documents/codeswitching-model";
import { problemOf, unwrap } from "../../../result";
import type { ModelResult, WritingCondition, WrittenText } from "./result";
import { runModel } from "./run";

const local = createLocalEngine();
const file = readFileSync(new URL("../../../../public/data/word-languages.bin", import.meta.url));
const words = unwrap(readModel(new Uint8Array(file).buffer));
const settings = { ...modelDefaults, plan: "en 4, hi 5, en 4", seed: 1 };

async function finished(engine: Engine, change: Partial<ModelSettings> = {}): Promise<ModelResult> {
  const tools = { engine, signal: new AbortController().signal, onProgress: () => {} };
  let last: ModelResult | undefined;
  for await (const result of runModel({ ...settings, ...change }, tools, () => Promise.resolve(words))) last = result;
  return last!;
}

function textOf({ texts }: ModelResult, condition: WritingCondition): WrittenText {
  return texts.find((text) => text.condition === condition)!;
}

/** The real engine on the real checkpoint, whose sentences are read once for all tests; nothing depends on how well it was trained. */
describe("the model generator on polyglot-base", { timeout: 60_000 }, () => {
  let model: Model;
  let engine: Engine;
  let steered: ModelResult;
  let plain: ModelResult;

  beforeAll(async () => {
    model = await loadEmbedded(local, "polyglot-base");
    let activations: ReturnType<Engine["captureResidual"]> | undefined;
    engine = new Proxy(local, {
      get(target, key) {
        if (key === "load") return () => Promise.resolve(model);
        if (key === "captureResidual") {
          const capture: Engine["captureResidual"] = (...asked) => (activations ??= target.captureResidual(...asked));
          return capture;
        }
        const member: unknown = Reflect.get(target, key, target);
        return typeof member === "function" ? (member.bind(target) as unknown) : member;
      },
    });
    steered = await finished(engine, { strength: 4 });
    plain = await finished(engine, { strength: 0 });
  }, 180_000);
  afterAll(() => local.close());

  test("15.3 four texts from one beginning; the first is what the model writes by itself", async () => {
    expect(steered.texts.map(({ condition }) => condition)).toEqual([
      "unsteered",
      "instructed",
      "directions",
      "filters",
    ]);
    const told: { readonly text: string; readonly logProbability: number }[] = [];
    const alone = await local.generate(model, settings.prompt, {
      maxNewTokens: 13,
      stopAtEnd: false,
      onToken: (token) => told.push(token),
    });
    expect(textOf(steered, "unsteered").reading.sentence.text).toBe(alone.text);
    expect(steered.spans.map(({ language, from, to }) => [language, from, to])).toEqual([
      ["en", 0, 4],
      ["hi", 4, 9],
      ["en", 9, 13],
    ]);
    for (const { bitsPerByte, reading } of steered.texts) {
      expect(bitsPerByte === null).toBe(reading.sentence.text === "");
      expect(bitsPerByte ?? 1).toBeGreaterThan(0);
    }
    const { bits, reading } = textOf(steered, "unsteered");
    expect(bits).toHaveLength(reading.sentence.words.length);
    // A line's end behind the last word is of no word.
    const ofWords = told.slice(0, told.findLastIndex(({ text }) => text.trim() !== "") + 1);
    const nats = ofWords.reduce((sum, { logProbability }) => sum + logProbability, 0);
    expect(bits!.reduce((sum, value) => sum + value, 0)).toBeCloseTo(-nats / Math.LN2, 0);
  });

  test("15.3 strength 0 is the model as it is; four class distances are not", () => {
    const [base, same] = [textOf(plain, "unsteered"), textOf(plain, "directions")];
    expect(same.reading).toEqual(base.reading);
    expect(same.bitsPerByte).toBe(base.bitsPerByte);
    expect(textOf(steered, "directions").reading.sentence.text).not.toBe(base.reading.sentence.text);
  });

  test("15.3 where scripts differ no word that begins in a span is in the other's script, as words are without the filter", () => {
    expect(plain.filter).toBe("script");
    const astray = (condition: WritingCondition) => {
      const { sentence, planned } = textOf(plain, condition).reading;
      return sentence.words.filter(({ script }, index) => script === (planned[index] === "hi" ? "Latn" : "Deva"));
    };
    expect(astray("unsteered").length).toBeGreaterThan(0);
    expect(astray("filters")).toEqual([]);
    expect(textOf(plain, "filters").reading.adherence).toBeGreaterThan(textOf(plain, "unsteered").reading.adherence!);
  });

  test("a layer that the model lacks, an empty beginning and an unknown language are named", async () => {
    const code = (change: Partial<ModelSettings>) =>
      finished(engine, change).then(
        () => "",
        (thrown: unknown) => problemOf(thrown).code,
      );
    expect(await code({ layer: 99 })).toBe("intervention-invalid");
    expect(await code({ prompt: " " })).toBe("prompt-empty");
    expect(await code({ plan: "en 2, xx 2" })).toBe("input-invalid");
  });
});
