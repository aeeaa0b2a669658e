import { expect, test } from "vitest";
import type { Engine, Model } from "../../../engine/engine";
import { defaults, type Document } from "../../../experiments/documents/steering";
import { valuesDefaults } from "../../../experiments/documents/steering-values";
import type { Intervention } from "../../../steering/intervention";
import { storySets } from "../stories";
import { namedNeurons } from "./named";
import { effectOf } from "./measure";
import type { ValuesResult } from "./result";
import { runValues } from "./run";

const geometry = {
  layers: 2,
  width: 2,
  heads: 1,
  kvHeads: 1,
  headSize: 2,
  mlpWidth: 4,
  vocabulary: 4,
  context: 64,
};
const model: Model = { id: "m", checkpoint: "tiny", backend: "wasm", weights: "f32", geometry, weightBytes: 0 };

const gainOf = (interventions: readonly Intervention[], layer: number, neuron: number) =>
  interventions.flatMap((one) => (one.kind === "neurons" && one.layer === layer ? [one.gain[neuron]!] : []))[0] ?? 1;

/** Neuron 1.2 is on in happy stories of English alone; every further unit of its gain saves a happy story of any language a tenth of a bit a byte. */
async function engineOfHappiness(): Promise<Engine> {
  const stories = await storySets({ trait: "mood", storyLanguage: "en" });
  if (!stories.ok) throw new Error("no stories");
  const happyInEnglish = new Set(stories.value.target);
  const happy = new Set<string>();
  for (const storyLanguage of ["en", "de", "es", "hi", "tr"]) {
    const sets = await storySets({ trait: "mood", storyLanguage });
    if (sets.ok) for (const text of sets.value.target) happy.add(text);
  }
  const token = { id: 1, piece: "", bytes: [0, 1], codePoints: [0, 1], utf16: [0, 1], special: false } as const;
  const engine = {
    load: () => Promise.resolve(model),
    tokenize: () => Promise.resolve([{ ...token, id: 0, special: true }, token]),
    detokenize: (_: Model, [id]: readonly number[]) => Promise.resolve(`t${id}`),
    capture: (_: Model, text: string) => {
      // [1, S = 2, F = 4]; the template's token is loud, and not read.
      const data = Float32Array.of(
        9,
        9,
        9,
        9,
        text.length / 100,
        1,
        happyInEnglish.has(text) ? 1 : text.length / 1e4,
        1,
      );
      const quiet = Float32Array.of(9, 9, 9, 9, text.length / 100, 1, 1, 1);
      const dims = [1, 2, 4];
      return Promise.resolve({
        "blocks.0.mlp.hook_post": { dims, data: quiet },
        "blocks.1.mlp.hook_post": { dims, data },
      });
    },
    valueTokens: (_: Model, { neurons }: { readonly neurons: readonly number[] }) =>
      Promise.resolve(neurons.map((id) => ({ raised: [{ id: id % 4, by: id }], lowered: [{ id: 0, by: -id }] }))),
    generateBatch: (_: Model, __: string, variants: readonly (readonly Intervention[])[]) =>
      Promise.resolve(variants.map((all) => ({ text: gainOf(all, 1, 2) === 3 ? "und das Haus" : "and the house" }))),
    scoreAll: (_: Model, texts: readonly string[], { interventions }: { interventions: readonly Intervention[] }) =>
      Promise.resolve(
        texts.map((text) => ({ bitsPerByte: 2 - (happy.has(text) ? 0.1 * (gainOf(interventions, 1, 2) - 1) : 0) })),
      ),
  };
  return engine as unknown as Engine;
}

async function finished(values: Partial<Document["values"]>): Promise<ValuesResult> {
  const document = {
    ...defaults,
    task: "values" as const,
    prompts: "First",
    values: { ...valuesDefaults, count: 1, gain: 3, layer: 1, ...values },
  };
  const tools = { engine: await engineOfHappiness(), signal: new AbortController().signal, onProgress: () => {} };
  let last: ValuesResult | undefined;
  for await (const result of runValues(document, tools)) last = result;
  return last!;
}

test("the neuron that is on in happy English stories is found; its gain helps happy stories in every language, a random one's does not", async () => {
  const result = await finished({});
  expect(result.chosen.map(({ layer, neuron }) => [layer, neuron])).toEqual([[1, 2]]);
  expect(result.chosen[0]).toMatchObject({ raised: [{ text: "t2", by: 6 }], lowered: [{ text: "t0", by: -6 }] });
  expect(result.effects.map(({ gain }) => gain)).toEqual([0, 1, 2, 3]);
  for (const { gain, chosen, random } of result.effects) {
    for (const { shift, paid } of chosen) {
      expect(shift.value).toBeCloseTo(0.1 * (gain - 1), 9);
      expect(paid).toBeCloseTo(-0.05 * (gain - 1), 9);
    }
    for (const { shift, paid } of random) expect([shift.value, paid]).toEqual([0, 0]);
  }
  expect(result.texts[0]!.rows.map(({ language }) => language)).toEqual(["en", "de", "en"]);
  expect(result.listed.neurons).toHaveLength(4);
  expect(result.listed.spans.reduce((sum, count) => sum + count, 0)).toBe(4);
});

test("neurons can be named; one that does not exist, or none, is refused with the names there are", async () => {
  expect((await finished({ by: "named", named: "1.2, 0.3" })).chosen.map(({ dPrime }) => dPrime)).toEqual([null, null]);
  expect(namedNeurons("0.1 1.2 0.1", 2, 4)).toEqual({ ok: true, value: [1, 6] });
  expect(namedNeurons("2.0", 2, 4)).toMatchObject({
    ok: false,
    problem: { what: "“2.0” is no neuron of this model." },
  });
  expect(namedNeurons(" ", 2, 4)).toMatchObject({ ok: false, problem: { code: "input-invalid" } });
});

test("changes of (.3, .1) in the one kind and (-.1, .1) in the other: shift ((.3 + .1) + (.1 - .1)) / 2 = .2, paid .1", () => {
  const { shift, paid } = effectOf([1, 1, 1, 1], [1.3, 1.1, 0.9, 1.1], 0);
  expect(shift.value).toBeCloseTo(0.2, 12);
  expect(paid).toBeCloseTo(0.1, 12);
});
