import { afterAll, describe, expect, it } from "vitest";
import { cellOf } from "./lens";
import { createLocalEngine } from "./local";
import { loadEmbedded } from "./testing/golden-models";

const engine = createLocalEngine();
afterAll(() => engine.close());

describe("the logit lens", () => {
  it("a cell of (1/2, 1/4, 1/4): 1.04 nats; groups (1, 1/2, 0) and (0, 0, 1) hold 5/8 and 1/4", () => {
    const cell = cellOf(Float64Array.of(Math.log(0.25), Math.log(0.5), Math.log(0.25)), {
      topK: 2,
      groups: [Float32Array.of(0.5, 1, 0), Float32Array.of(0, 0, 1)],
    });
    expect(cell.entropy).toBeCloseTo(0.5 * Math.LN2 + 0.5 * Math.log(4), 12);
    expect(cell.masses[0]).toBeCloseTo(0.625, 12);
    expect(cell.masses[1]).toBeCloseTo(0.25, 12);
    expect(cell.top.map(({ id }) => id)).toEqual([1, 0]);
  });

  it("(rule 17) of numbers that overflow is none, not one in which every token is as probable as the other", async () => {
    const model = await loadEmbedded(engine, "polyglot-base");
    const vector = new Float32Array(model.geometry.width).fill(3e38);
    const interventions = [{ kind: "add", layer: 1, vector, strength: 1 }] as const;
    await expect(engine.lens(model, [5, 6], { topK: 1, groups: [], interventions })).rejects.toMatchObject({
      problem: { code: "logits-nan", facts: { position: 0 } },
    });
  });

  it("after the last block it says what the model says, at every position", async () => {
    const model = await loadEmbedded(engine, "polyglot-base");
    const ids = (await engine.tokenize(model, "Der Hund schläft")).map(({ id }) => id);
    const groups = [new Float32Array(model.geometry.vocabulary).fill(1)];
    const lens = await engine.lens(model, ids, { topK: 3, groups });
    const { logits } = await engine.logits(model, ids);
    const width = logits.dims[1]!;
    expect(lens).toHaveLength(ids.length);
    for (const [s, layers] of lens.entries()) {
      expect(layers).toHaveLength(model.geometry.layers);
      const row = logits.data.subarray(s * width, (s + 1) * width);
      expect(layers.at(-1)!.top[0]!.id).toBe(row.indexOf(Math.max(...row)));
      for (const cell of layers) expect(cell.masses[0]).toBeCloseTo(1, 6);
    }
  });
});
