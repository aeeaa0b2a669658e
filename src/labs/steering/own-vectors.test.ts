import { describe, expect, test } from "vitest";
import { parallelSentences } from "../../data/parallel";
import { defaults, type Document } from "../../experiments/documents/steering";
import { unwrap } from "../../result";
import { addOwnVector } from "./own-vectors";
import type { SteeringResult } from "./result";
import { run } from "./run";
import { linearEngine } from "./testing/linear-world";

const german = new Set(parallelSentences.de);

async function steeredBy(directions: Readonly<Record<number, readonly number[]>>, change: Partial<Document> = {}) {
  const file = new File([JSON.stringify({ model_type: "llama", directions })], "own.svec");
  const { engine, asked } = linearEngine((text) => german.has(text));
  const tools = { engine, signal: new AbortController().signal, onProgress: () => {} };
  const document: Document = { ...defaults, prompts: "First", vectorFile: unwrap(await addOwnVector(file)), ...change };
  let last: SteeringResult | undefined;
  for await (const result of run(document, tools)) last = result;
  return { last: last!, asked };
}

describe("(steering, rule 4.4) the vector of a file", () => {
  test("is judged along itself: 0, 1, 0, 0 is the same for all texts, so d′ is 0; the other way round German is on the wrong side", async () => {
    const blind = await steeredBy({ 2: [0, 3, 0, 0] });
    expect(blind.last.layers[2]).toMatchObject({ dPrime: 0, accuracy: 0.5, classDistance: 3 });
    const reversed = await steeredBy({ 2: [-1, 0, 0, 0] });
    expect(reversed.last.layers[2]!.dPrime).toBeLessThan(-10);
    expect(reversed.last.layers[2]!.accuracy).toBe(0);
  });

  test("is proposed at the best of its own layers, and another layer is refused", async () => {
    const { last } = await steeredBy({ 1: [0, 1, 0, 0], 2: [1, 0, 0, 0] });
    expect([last.proposedLayer, last.layer]).toEqual([2, 2]);
    await expect(steeredBy({ 1: [1, 0, 0, 0] }, { layer: 2 })).rejects.toThrow("nothing for layer 2: it has layer 1");
  });

  test("steers, and is swept, only at the layers that the file has: at every layer means at both, half each", async () => {
    const settings: Partial<Document> = { spread: "all", strength: 1, sweep: true, sweepStrengths: [0, 1] };
    const { last, asked } = await steeredBy({ 0: [4, 0, 0, 0], 2: [2, 0, 0, 0] }, settings);
    expect(asked.variants.map(([one]) => one)).toMatchObject([{ layer: 2 }, { layer: 2 }]);
    expect(last.sweep!.cells.map((row) => row !== null)).toEqual([true, false, true]);
    const steered = await steeredBy({ 0: [4, 0, 0, 0], 2: [2, 0, 0, 0] }, { ...settings, sweep: false });
    expect(steered.asked.variants[1]).toMatchObject([
      { kind: "add", layer: 0, strength: 2 },
      { kind: "add", layer: 2, strength: 1 },
    ]);
    expect(steered.last.made).toMatchObject({ fileLayers: [0, 2] });
  });
});
