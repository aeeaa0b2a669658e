import { afterAll, expect, test } from "vitest";
import { headBias } from "../steering/head/head-vectors";
import type { Model } from "./engine";
import { createLocalEngine } from "./local";
import { loadTiny } from "./testing/golden-models";

const engine = createLocalEngine();
afterAll(() => engine.close());

const neuron = 3;

/** Block 1 with `neuron` alone at `activation`, and every other neuron at 0. */
function only(activation: number, { geometry: { mlpWidth } }: Model) {
  const bias = new Float32Array(mlpWidth);
  bias[neuron] = activation;
  return [{ kind: "neurons" as const, layer: 1, gain: new Float32Array(mlpWidth), bias }];
}

test.each([
  ["tied", "model.embed_tokens.weight"],
  ["architectures/gpt2", "transformer.wte.weight"],
  ["architectures/gemma", "model.embed_tokens.weight"],
])("22 %s: a neuron's tokens are those of W_U times what its block writes with it alone at 1", async (name, head) => {
  const { model } = await loadTiny(engine, name);
  const { mlpWidth, vocabulary, width } = model.geometry;
  const hook = "blocks.1.hook_mlp_out";
  const writes = async (activation: number) =>
    (await engine.logits(model, [5], { hooks: [hook], interventions: only(activation, model) })).hooks[hook]!.data;
  const off = await writes(0);
  const column = (await writes(1)).map((value, d) => value - off[d]!).slice(0, width);
  const expected = headBias(await engine.tensor(model, head), column);
  const read = (normed: boolean) =>
    engine.valueTokens(model, { neurons: [2, mlpWidth + neuron], normed, top: vocabulary });
  const [other, { raised, lowered } = { raised: [], lowered: [] }] = await read(false);
  for (const { id, by } of [...raised, ...lowered]) expect(by).toBeCloseTo(expected[id]!, 4);
  expect(raised.map(({ by }) => by)).toEqual(raised.map(({ by }) => by).toSorted((a, b) => b - a));
  expect(lowered[0]).toEqual(raised.at(-1));
  expect(other!.raised).not.toEqual(raised);
  if (name === "architectures/gpt2") return;

  // Without a bias a norm keeps directions: its logits are in proportion to those of a stream that holds nothing else.
  const { logits } = await engine.logits(model, [5], { interventions: only(1e7, model) });
  const [, normed] = await read(true);
  const [first] = normed!.raised;
  for (const { id, by } of normed!.raised)
    expect(by / first!.by).toBeCloseTo(logits.data[id]! / logits.data[first!.id]!, 3);
});
