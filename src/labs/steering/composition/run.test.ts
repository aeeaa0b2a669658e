import { expect, test } from "vitest";
import { parallelSentences } from "../../../data/parallel";
import type { ComposeSpec } from "../../../engine/compose";
import type { Engine } from "../../../engine/engine";
import { defaults } from "../../../experiments/documents/steering";
import { linearEngine, linearWorld } from "../testing/linear-world";
import type { CompositionResult } from "./result";
import { placeOf } from "./properties";
import { runComposition } from "./run";

test("a text's place is 1 where the target's mean is, also along a direction that is not that of the means", () => {
  // The means 0, 0 and 5, 0 lie 3 apart along 0.6, 0.8, and 5 apart in all.
  const oblique = { layer: 0, direction: Float32Array.of(0.6, 0.8), ends: [0, 3] } as const;
  expect(placeOf(oblique, [Float32Array.of(5, 0)])).toBeCloseTo(1, 6);
  expect(placeOf(oblique, [Float32Array.of(0, 0)])).toBe(0);
});

test("every strategy is asked for with one vector a property, a class distance long, and its texts are placed between the means", async () => {
  const german = new Set([...parallelSentences.de, "Haus"]);
  const { engine } = linearEngine((text) => german.has(text));
  const asked: ComposeSpec[] = [];
  const composing = {
    ...engine,
    compose(_, spec, { onToken }) {
      asked.push(spec);
      // The two halves of a character, then a word.
      onToken({ id: 1, text: "", strengths: [2, 1] });
      onToken({ id: 2, text: spec.strategy === "none" ? " house" : " Haus", strengths: [0.5, 0] });
      return Promise.resolve();
    },
    score: async (model, text) => (await engine.scoreAll(model, [text]))[0]!,
  } satisfies Engine;
  const document = {
    ...defaults,
    task: "composition" as const,
    // A setting of one direction that these settings do not show.
    method: "centred-pca" as const,
    prompts: "First",
    layer: 1,
    composition: {
      properties: [
        { property: "language" as const, from: "en", to: "de" },
        { property: "language" as const, from: "de", to: "en" },
      ],
      strength: 1,
      topP: 0.95,
    },
  };
  let last: CompositionResult | undefined;
  const tools = { engine: composing, signal: new AbortController().signal, onProgress: () => {} };
  for await (const result of runComposition(document, tools)) last = result;

  expect(asked.map(({ strategy }) => strategy)).toEqual(["none", "fixed", "start", "diminishing", "dynamic"]);
  const [there, back] = asked[0]!.properties.map(([push]) => push!.vector);
  expect(there![0]).toBeCloseTo(linearWorld.distance(1), 1);
  expect(back![0]).toBeCloseTo(-linearWorld.distance(1), 1);
  expect(last!.cosines[0]![1]).toBeLessThan(-0.9);
  const [text] = last!.texts;
  expect(text!.rows[4]).toMatchObject({
    text: " Haus",
    pieces: [{ text: " Haus", strengths: [2, 1] }],
    bitsPerByte: 0.5,
  });
  expect(text!.rows[4]!.places![0]).toBeCloseTo(1, 0);
  expect(text!.rows[0]!.places![0]).toBeCloseTo(0, 0);
});
