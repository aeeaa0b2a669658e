import { describe, expect, test } from "vitest";
import { ProfileBuilder, partOf, type WeightProfile } from "./profile";
import { groupExperts, isEven, proposeShares, wholeLayers } from "./propose";

const f32 = (...values: readonly number[]) => new Float32Array(values);
const mlp = "model.layers.0.mlp.up_proj.weight";

describe("parts of a model", () => {
  test.each([
    ["model.embed_tokens.weight", null, "embeddings"],
    ["lm_head.weight", null, "head"],
    ["model.norm.weight", null, "norms"],
    ["model.layers.3.self_attn.q_proj.weight", 3, "attention"],
    ["transformer.h.2.mlp.c_fc.weight", 2, "mlp"],
    ["model.layers.1.post_attention_layernorm.weight", 1, "norms"],
  ])("%s", (name, layer, module) => {
    expect(partOf(name)).toEqual({ layer, module });
  });
});

describe("a profile", () => {
  const pairOf = (a: Float32Array, b: Float32Array) => {
    const builder = new ProfileBuilder("base", ["a", "b"], false);
    builder.add(mlp, [2, 2], f32(1, 2, 3, 4), [a, b]);
    return builder.profile().parts[0]!;
  };

  test("D1 a model against itself is zero; of values that both moved there are none, so no share of them", () => {
    const { changes, pairs } = pairOf(f32(1, 2, 3, 4), f32(1, 2, 3, 5));
    expect(changes[0]).toBe(0);
    expect(pairs).toEqual([{ cosine: null, conflicts: null, lost: 0 }]);
  });

  test("D1 where neither moved anything nothing is lost or in conflict, not 0 %", () => {
    const { pairs } = pairOf(f32(1, 2, 3, 4), f32(1, 2, 3, 4));
    expect(pairs).toEqual([{ cosine: null, conflicts: null, lost: null }]);
  });

  test("D1 where both moved the same way the share is 0", () => {
    expect(pairOf(f32(1, 2, 3, 5), f32(1, 2, 3, 6)).pairs[0]).toMatchObject({ conflicts: 0, lost: 0 });
  });

  test("δa = (1, -1, 0, 2), δb = (1, 1, 1, -1): cosine -2/√24, 2 of 3 against, min(1, 1) + min(2, 1) of 8 lost", () => {
    const builder = new ProfileBuilder("base", ["a", "b"], true);
    builder.add(mlp, [2, 2], f32(3, 0, 0, 4), [f32(4, -1, 0, 6), f32(4, 1, 1, 3)]);
    const [part] = builder.profile().parts;
    expect(part?.norm).toBe(5);
    expect(part?.changes[0]).toBeCloseTo(Math.sqrt(6) / 5, 12);
    expect(part?.pairs[0]?.cosine).toBeCloseTo(-2 / Math.sqrt(24), 12);
    expect(part?.pairs[0]?.conflicts).toBeCloseTo(2 / 3, 12);
    expect(part?.pairs[0]?.lost).toBeCloseTo(2 / 8, 12);
  });

  test("condition numbers: diag(3, 1) has 3; tensors of one part add up", () => {
    const builder = new ProfileBuilder("base", ["a"], true);
    builder.add(mlp, [2, 2], f32(1, 0, 0, 1), [f32(3, 0, 0, 1)]);
    builder.add(mlp.replace("up", "gate"), [2, 2], f32(1, 0, 0, 1), [f32(100, 0, 0, 1)]);
    const [part] = builder.profile().parts;
    expect(part?.conditions?.[0]).toBeCloseTo((Math.log10(3) + 2) / 2, 6);
  });
});

function profileOf(changes: readonly (readonly number[])[], cosines: readonly number[] = [0]): WeightProfile {
  return {
    base: "base",
    experts: changes[0]!.map((_, i) => `e${i}`),
    parts: changes.map((own, layer) => ({
      layer,
      module: "mlp",
      norm: 1,
      changes: own,
      pairs: cosines.map((cosine) => ({ cosine, conflicts: 0, lost: 0 })),
      conditions: null,
    })),
  };
}

test("who moved a layer more takes it, measured against its own mean; near ties are averaged", () => {
  // B moves ends, A the middle; B moves ten times as much everywhere.
  const profile = profileOf([
    [0.1, 3],
    [0.3, 1],
    [0.2, 2],
    [0.2, 2.1],
  ]);
  const proposed = proposeShares(profile, 4);
  expect(proposed.mlp).toEqual([1, 0, 0.5, 0.5]);
  expect(isEven(proposed)).toBe(false);
  expect(isEven(wholeLayers(proposed))).toBe(true);
});

test("experts that moved every layer alike get no map of their own: all is averaged", () => {
  const profile = profileOf([
    [0.1, 1],
    [0.101, 1],
    [0, 0],
  ]);
  expect(isEven(proposeShares(profile, 3))).toBe(true);
});

test("experts that point the same way are joined first", () => {
  // pairs (0,1), (0,2), (1,2)
  const joins = groupExperts(profileOf([[1, 1, 1]], [0.1, 0.8, 0.3]));
  expect(joins[0]).toMatchObject({ members: [0, 2], distance: expect.closeTo(0.2, 6) });
  expect(joins[1]).toMatchObject({ members: [0, 1, 2], distance: expect.closeTo(0.8, 6) });
});
