import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { averageRecipe, isAverage, type LayerMap, mapOfRecipe, recipeOfMap, suppliers } from "./layer-map";
import { layerSwapOf, layerSwapShares } from "./layer-swap";
import { originsOf, renameModels } from "./origins";
import type { Recipe } from "./recipe";

describe("layer swap", () => {
  test("b = 5, u = 2, tb = tu = 1 of 32 layers: language 0-4, 30, 31; averaged 5, 29; task 6-28", () => {
    const shares = layerSwapShares(32, { bottom: 5, top: 2, bottomTransition: 1, topTransition: 1 });
    const layersWith = (share: number) => shares.flatMap((value, layer) => (value === share ? [layer] : []));
    expect(layersWith(1)).toEqual([0, 1, 2, 3, 4, 30, 31]);
    expect(layersWith(0.5)).toEqual([5, 29]);
    expect(layersWith(0)).toEqual(Array.from({ length: 23 }, (_, i) => i + 6));
    // Constants 1 (task) and 2 (language): 1 + share
    expect(shares.map((share) => 1 + share)).toEqual([...Array(5).fill(2), 1.5, ...Array(23).fill(1), 1.5, 2, 2]);
  });

  test("12 layers, two at each end with transitions of two: {0,1,10,11} swapped, {2,3,8,9} averaged", () => {
    const shares = layerSwapShares(12, { bottom: 2, top: 2, bottomTransition: 2, topTransition: 2 });
    expect(shares).toEqual([1, 1, 0.5, 0.5, 0, 0, 0, 0, 0.5, 0.5, 1, 1]);
  });

  test("nothing swapped is A, everything is B, and in a short stack the ends win", () => {
    const none = { bottom: 0, top: 0, bottomTransition: 0, topTransition: 0 };
    expect(layerSwapShares(4, none)).toEqual([0, 0, 0, 0]);
    expect(layerSwapShares(4, { ...none, bottom: 4 })).toEqual([1, 1, 1, 1]);
    expect(layerSwapShares(3, { bottom: 1, top: 1, bottomTransition: 5, topTransition: 5 })).toEqual([1, 0.5, 1]);
  });
});

describe("reading a swap off a stack", () => {
  const read = (...shares: number[]) => layerSwapOf(shares);
  const swap = (bottom: number, bottomTransition: number, topTransition: number, top: number) => ({
    bottom,
    bottomTransition,
    topTransition,
    top,
  });

  test("zones from both ends", () => {
    expect(read(1, 1, 0.5, 0, 0, 0.5, 1)).toEqual(swap(2, 1, 1, 1));
    expect(read(0, 0, 0)).toEqual(swap(0, 0, 0, 0));
    expect(read(0.3, 0, 0, 0.3, 0.3)).toEqual(swap(0, 1, 2, 0));
  });

  test("stacks without a middle", () => {
    expect(read(1, 1, 1)).toEqual(swap(3, 0, 0, 0));
    expect(read(0.5, 0.5)).toEqual(swap(0, 2, 0, 0));
    expect(read(1, 0.5, 0.5, 1)).toEqual(swap(1, 2, 0, 1));
  });

  test("anything else is no swap", () => {
    expect(read(0, 1, 0)).toBeUndefined();
    expect(read(0.5, 1, 1, 0.5)).toBeUndefined();
    expect(read(0.25, 0, 0.5)).toBeUndefined();
  });

  test("what is read makes the same stack again", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 0.5, 1), { minLength: 1, maxLength: 10 }), (shares) => {
        const swap = layerSwapOf(shares);
        if (swap) expect(layerSwapShares(shares.length, swap)).toEqual(shares);
      }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.nat(4), { minLength: 4, maxLength: 4 }),
        (layers, zones) => {
          const [bottom, bottomTransition, topTransition, top] = zones as [number, number, number, number];
          expect(layerSwapOf(layerSwapShares(layers, { bottom, bottomTransition, topTransition, top }))).toBeDefined();
        },
      ),
    );
  });
});

const map: LayerMap = {
  a: "task",
  b: "language",
  method: "linear",
  shares: [1, 1, 0.5, 0, 0, 1],
  embeddings: "average",
  norm: "a",
  head: "b",
};

describe("a map as a recipe", () => {
  test("runs of equal share become slices that list both models, filters stand in the outer ones", () => {
    const recipe = recipeOfMap(map);
    expect(recipe.slices.map((slice) => slice.sources[0]!.layer_range)).toEqual([
      [0, 2],
      [2, 3],
      [3, 5],
      [5, 6],
    ]);
    for (const slice of recipe.slices) expect(slice.sources.map(({ model }) => model)).toEqual(["task", "language"]);
    expect(recipe.slices[0]!.sources[1]!.parameters).toEqual({
      weight: [{ filter: "embed_tokens", value: 0.5 }, { value: 1 }],
    });
    expect(recipe.slices[3]!.sources[0]!.parameters).toEqual({
      weight: [{ filter: "model.norm", value: 1 }, { filter: "lm_head", value: 0 }, { value: 0 }],
    });
    expect(recipe.slices[2]!.sources[0]!.parameters).toEqual({ weight: 1 });
  });

  test("slerp: t on the slice, A as base", () => {
    const recipe = recipeOfMap({ ...map, method: "slerp" });
    expect(recipe.base_model).toBe("task");
    expect(recipe.slices[1]!.parameters).toEqual({ t: 0.5 });
    expect(recipe.slices[1]!.sources[0]!.parameters).toBeUndefined();
  });

  test("a base that supplies something is a third source everywhere, with weight 0 in the layers", () => {
    const recipe = recipeOfMap({ ...map, base: "root", head: "base" });
    for (const slice of recipe.slices) expect(slice.sources.map(({ model }) => model)).toContain("root");
    expect(originsOf(recipe)!.outer.head).toEqual([{ model: "root", share: 1 }]);
    expect(originsOf(recipe)!.layers[2]!.contributions.map(({ model }) => model)).toEqual(["task", "language"]);
  });

  test("reading it back gives the same map", () => {
    const share = fc.integer({ min: 0, max: 20 }).map((twentieth) => twentieth / 20);
    const supplier = fc.constantFrom(...suppliers.filter((name) => name !== "base"));
    fc.assert(
      fc.property(
        fc.record({
          shares: fc.array(share, { minLength: 1, maxLength: 12 }),
          method: fc.constantFrom("linear" as const, "slerp" as const),
          embeddings: supplier,
          norm: supplier,
          head: supplier,
        }),
        (drawn) => {
          const drawnMap: LayerMap = { a: "x", b: "owner/y@main", ...drawn };
          expect(mapOfRecipe(recipeOfMap(drawnMap))).toEqual(drawnMap);
        },
      ),
    );
  });

  test("with a base too", () => {
    const based: LayerMap = { ...map, base: "root", embeddings: "base" };
    expect(mapOfRecipe(recipeOfMap(based))).toEqual(based);
  });
});

describe("recipes that no map can draw", () => {
  const source = (model: string, from: number, to: number, weight: number) => ({
    model,
    layer_range: [from, to] as const,
    parameters: { weight },
  });
  const linear = (...sources: Recipe["slices"][number]["sources"]): Recipe => ({
    merge_method: "linear",
    slices: [{ sources }],
  });

  test("layers that move, scaled sums, filters inside a layer, a third model, one model", () => {
    expect(mapOfRecipe(linear(source("a", 1, 3, 1), source("b", 1, 3, 1)))).toBeUndefined();
    expect(
      mapOfRecipe({ ...linear(source("a", 0, 2, 1), source("b", 0, 2, 1)), parameters: { normalize: false } }),
    ).toBeUndefined();
    expect(mapOfRecipe(linear(source("a", 0, 2, 2), source("b", 0, 2, -1)))).toBeUndefined();
    expect(
      mapOfRecipe({
        merge_method: "slerp",
        base_model: "a",
        parameters: { t: [{ filter: "self_attn", value: 0 }, { value: 1 }] },
        slices: [
          {
            sources: [
              { model: "a", layer_range: [0, 2] },
              { model: "b", layer_range: [0, 2] },
            ],
          },
        ],
      }),
    ).toBeUndefined();
    expect(mapOfRecipe(linear(source("a", 0, 2, 1), source("b", 0, 2, 1), source("c", 0, 2, 1)))).toBeUndefined();
    expect(
      mapOfRecipe({ merge_method: "passthrough", slices: [{ sources: [{ model: "a", layer_range: [0, 2] }] }] }),
    ).toBeUndefined();
  });

  test("their origins are still known, filters as means with uniform false", () => {
    const split: Recipe = {
      merge_method: "slerp",
      base_model: "a",
      parameters: { t: [{ filter: "self_attn", value: 1 }, { value: 0 }] },
      slices: [
        {
          sources: [
            { model: "a", layer_range: [0, 1] },
            { model: "b", layer_range: [0, 1] },
          ],
        },
      ],
    };
    const layer = originsOf(split)!.layers[0]!;
    expect(layer.uniform).toBe(false);
    // 4 of the 9 tensors of a layer are self_attn.
    expect(layer.contributions.map(({ share }) => share)).toEqual([expect.closeTo(5 / 9, 9), expect.closeTo(4 / 9, 9)]);
  });

  test("a recipe without ranges waits for the depth", () => {
    const whole: Recipe = {
      merge_method: "linear",
      parameters: { weight: 1 },
      slices: [{ sources: [{ model: "a" }, { model: "b" }] }],
    };
    expect(originsOf(whole)).toBeUndefined();
    expect(mapOfRecipe(whole, 3)?.shares).toEqual([0.5, 0.5, 0.5]);
  });
});

test("models are renamed everywhere, base included, and may change places", () => {
  const recipe = recipeOfMap({ ...map, method: "slerp" });
  const renamed = renameModels(recipe, new Map([["task", "other"]]));
  expect(renamed.base_model).toBe("other");
  expect(JSON.stringify(renamed)).not.toContain("task");
  const swapped = renameModels(
    recipe,
    new Map([
      ["task", "language"],
      ["language", "task"],
    ]),
  );
  expect(mapOfRecipe(swapped)).toEqual({ ...map, method: "slerp", a: "language", b: "task" });
});

describe("layers split into attention and MLP", () => {
  const split: LayerMap = { ...map, shares: [0, 1, 0.5], mlp: [0, 0, 0.5] };

  test("are written as filters, drawn apart, and read back", () => {
    const recipe = recipeOfMap(split);
    expect(recipe.slices[1]?.sources[1]?.parameters?.["weight"]).toEqual([
      { filter: "mlp", value: 0 },
      { filter: "post_attention_layernorm", value: 0 },
      { value: 1 },
    ]);
    expect(mapOfRecipe(recipe)).toEqual(split);
    const [attention, mlp] = originsOf(recipe)!.layers[1]!.halves!;
    expect(attention).toEqual([{ model: split.b, layer: 1, share: 1 }]);
    expect(mlp).toEqual([{ model: split.a, layer: 1, share: 1 }]);
  });

  test.each(["ln_2", "feedforward_layernorm"] as const)("where the MLP's norms are %s, so is the filter", (mlpNorm) => {
    const named: LayerMap = { ...split, mlpNorm };
    const recipe = recipeOfMap(named);
    expect(JSON.stringify(recipe)).toContain(`"filter":"${mlpNorm}"`);
    expect(JSON.stringify(recipe)).not.toContain("post_attention_layernorm");
    expect(mapOfRecipe(recipe)).toEqual(named);
  });

  test("of equal halves are whole layers", () => {
    expect(mapOfRecipe(recipeOfMap({ ...split, mlp: split.shares }))).toEqual({ ...map, shares: split.shares });
  });
});

test("vocabulary rules, inputs and type stay when the map is painted", () => {
  const recipe: Recipe = {
    ...recipeOfMap(map),
    dtype: "bfloat16",
    tokenizer: { source: "union" },
    inputs: [{ name: "task", recipe: recipeOfMap({ ...map, a: "x", b: "y" }) }],
  };
  const read = mapOfRecipe(recipe)!;
  expect(recipeOfMap(read)).toEqual(recipe);
  expect(recipeOfMap({ ...read, shares: read.shares.map(() => 1) })).toMatchObject({ tokenizer: { source: "union" } });
});

test("a plain average is told however it is written: weights alike, or a map of halves; one layer moved is none", () => {
  const even = { method: "linear", embeddings: "average", norm: "average", head: "average" } as const;
  const halves: LayerMap = { a: "a", b: "b", ...even, shares: [0.5, 0.5] };
  expect(isAverage(averageRecipe("a", "b"))).toBe(true);
  const alike: Recipe = {
    merge_method: "linear",
    parameters: { weight: 1 },
    slices: [{ sources: [{ model: "a" }, { model: "b" }] }],
  };
  expect(isAverage(alike)).toBe(true);
  expect(isAverage({ ...alike, parameters: { weight: [1, 2] } })).toBe(true);
  expect(isAverage({ ...alike, merge_method: "slerp", base_model: "a", parameters: { t: 0.5 } })).toBe(false);
  expect(isAverage(recipeOfMap(halves))).toBe(true);
  expect(isAverage(recipeOfMap({ ...halves, shares: [0.5, 0.4] }))).toBe(false);
  expect(isAverage(recipeOfMap({ ...halves, mlp: [0.5, 0] }))).toBe(false);
  expect(isAverage(recipeOfMap({ ...halves, head: "a" }))).toBe(false);
});
