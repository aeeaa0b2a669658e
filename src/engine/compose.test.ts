import { afterAll, describe, expect, it } from "vitest";
import { informedStrength, probeStrength } from "../steering/dynamic-strength";
import type { ComposedToken, ComposeSpec } from "./compose";
import type { Model } from "./engine";
import { createLocalEngine } from "./local";
import { loadEmbedded } from "./testing/golden-models";

const engine = createLocalEngine();
afterAll(() => engine.close());

const prompt = "In the morning the children";

async function composed(model: Model, spec: Pick<ComposeSpec, "strategy"> & Partial<ComposeSpec>) {
  const tokens: ComposedToken[] = [];
  const { layers, width } = model.geometry;
  // After the last block, so that what stands before does not matter.
  const vector = Float32Array.from({ length: width }, (_, d) => Math.sin(d + 1));
  await engine.compose(
    model,
    {
      prompt,
      properties: [[{ layer: layers - 1, vector }], [{ layer: layers - 1, vector: new Float32Array(width) }]],
      strength: 0.5,
      topP: 0.95,
      sampling: { maxNewTokens: 2 },
      ...spec,
    },
    { onToken: (token) => tokens.push(token) },
  );
  return { tokens, text: tokens.map(({ text }) => text).join(""), vector };
}

describe("(rule 21) a composition", () => {
  it("that pushes nothing writes what the model writes; one at the start is of strength 0 afterwards", async () => {
    const model = await loadEmbedded(engine, "polyglot-base");
    const { text } = await composed(model, { strategy: "none" });
    expect(text).toBe((await engine.generate(model, prompt, { maxNewTokens: 2 })).text);
    const { tokens } = await composed(model, { strategy: "start" });
    expect(tokens.map(({ strengths }) => strengths[0])).toEqual([0.5, 0].slice(0, tokens.length));
  });

  it("takes its first strength from the logits behind the prompt with and without the push, and 0 for a push of nothing", async () => {
    const model = await loadEmbedded(engine, "polyglot-base");
    const { tokens, vector } = await composed(model, { strategy: "dynamic" });
    const ids = (await engine.tokenize(model, prompt)).map(({ id }) => id);
    const layer = model.geometry.layers - 1;
    const behind = async (strength: number) => {
      const { logits } = await engine.logits(model, ids, { interventions: [{ kind: "add", layer, vector, strength }] });
      return logits.data.subarray(-logits.dims[1]!);
    };
    const expected = informedStrength(await behind(0), await behind(probeStrength));
    expect(expected).toBeGreaterThan(0);
    expect(tokens[0]!.strengths[0]).toBeCloseTo(expected, 3);
    for (const { strengths } of tokens) expect(strengths[1]).toBeCloseTo(0, 6);
  });
});
