import { afterAll, describe, expect, it } from "vitest";
import { createConsole, installConsole } from "./console";
import { createLocalEngine } from "./local";
import { loadEmbedded } from "./testing/golden-models";

const engine = createLocalEngine();
afterAll(() => engine.close());

const page = {
  engine: () => Promise.resolve(engine),
  link: () => Promise.resolve("#/steering"),
  open: () => Promise.resolve(),
  run: () => Promise.resolve({ done: true }),
};

describe("window.babelscope", () => {
  it("is put on its target and hands experiments to the page", async () => {
    const target: { babelscope?: { link: typeof page.link } } = {};
    const babelscope = installConsole(target, page);
    expect(target.babelscope).toBe(babelscope);
    expect(await babelscope.link({ lab: "steering", document: {} })).toBe("#/steering");
    expect(await babelscope.run({ lab: "steering", document: {} })).toEqual({ done: true });
  });

  it("finds the direction from English to German: unit vectors, with the means' distance, on which German lies further", async () => {
    const babelscope = createConsole(page);
    const model = await loadEmbedded(engine, "polyglot-base");
    const positive = [
      "Das Haus ist alt und grau.",
      "Wir gehen heute in den Wald.",
      "Der Hund schläft unter dem Tisch.",
    ];
    const negative = ["The house is old and grey.", "We walk into the wood today.", "The dog sleeps under the table."];
    const found = await babelscope.direction(model, { positive, negative, layers: [2, 5] });
    expect(found.map(({ layer }) => layer)).toEqual([2, 5]);
    const held = await babelscope.captureResidual(model, ["Die Stadt liegt am Fluss.", "The town lies by the river."]);
    for (const { layer, direction, scale } of found) {
      const dot = (vector: Float32Array) => vector.reduce((sum, value, d) => sum + value * direction[d]!, 0);
      expect(dot(direction)).toBeCloseTo(1, 5);
      expect(scale.classDistance).toBeGreaterThan(0);
      expect(dot(held[0]![layer]!)).toBeGreaterThan(dot(held[1]![layer]!));
    }
  });

  it("refuses layers that the model does not have", async () => {
    const model = await loadEmbedded(engine, "polyglot-base");
    await expect(
      createConsole(page).direction(model, { positive: ["a"], negative: ["b"], layers: [99] }),
    ).rejects.toMatchObject({ problem: { code: "input-invalid" } });
  });
});
