import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filesOf } from "../../checkpoints/node-files";
import type { Engine, Model } from "../../engine/engine";
import { createLocalEngine } from "../../engine/local";
import { defaults, type Document } from "../../experiments/documents/measures";
import { AnswerCache } from "../../measures/card/collect";
import type { Reading } from "../../measures/card/reading";
import { cardMeasures } from "../../measures/card/registry";
import type { MeasuresResult } from "./result";
import { run } from "./run";

const local = createLocalEngine();
const calls: string[] = [];
let base: Model;
let engine: Engine;

async function finished(change: Partial<Document>, cache = new AnswerCache()): Promise<MeasuresResult> {
  const document: Document = {
    ...defaults,
    variants: [{ kind: "checkpoint", name: "", model: "base", weights: "f32" }],
    languages: ["en", "hi"],
    sentences: 2,
    written: 1,
    ...change,
  };
  const tools = { engine, signal: new AbortController().signal, onProgress: () => undefined };
  let last: MeasuresResult | undefined;
  for await (const result of run(document, tools, cache)) last = result;
  return last!;
}

const readingsOf = ({ readings }: MeasuresResult, variant = "v0"): readonly Reading[] =>
  readings.find((one) => one.variant === variant)!.readings;

/** The real engine on polyglot-base: what must hold whatever its weights are. */
describe("the card of a checkpoint", () => {
  beforeAll(async () => {
    base = await local.load(await filesOf("public/models/polyglot-base"));
    engine = new Proxy(local, {
      get(target, key) {
        if (key === "load") return () => Promise.resolve(base);
        const member: unknown = Reflect.get(target, key, target);
        if (typeof member !== "function") return member;
        return (...args: unknown[]) => {
          calls.push(String(key));
          return (member as (...given: unknown[]) => unknown).apply(target, args);
        };
      },
    });
  });
  afterAll(() => local.close());

  test("every measure gives numbers, never NaN, with as many items as it says; a second run asks the model nothing", async () => {
    const cache = new AnswerCache();
    const memorised = parallelText;
    const whole = { measures: cardMeasures.map(({ id }) => id), memorised };
    const result = await finished(whole, cache);
    const readings = readingsOf(result);
    expect(new Set(readings.map(({ measure }) => measure))).toEqual(new Set(cardMeasures.map(({ id }) => id)));
    for (const reading of readings) {
      for (const value of [reading.value, reading.low, reading.high]) expect(Number.isNaN(value)).toBe(false);
      expect(reading.numerators).toHaveLength(result.sets[reading.set]!.length);
      if (reading.value === null) expect(reading.note).toBeTruthy();
    }
    calls.length = 0;
    expect(readingsOf(await finished(whole, cache))).toEqual(readings);
    expect(calls.filter((name) => name !== "tokenize")).toEqual([]);
  });
});

const parallelText = "Good morning, did you sleep well?\nThe water is cold.";
