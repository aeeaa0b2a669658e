import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromFloat32, toFloat32 } from "../../checkpoints/dtype";
import { filesOf } from "../../checkpoints/node-files";
import { openCheckpoint } from "../../checkpoints/open";
import { writeSafetensors } from "../../checkpoints/safetensors";
import type { Engine, Model } from "../../engine/engine";
import { createLocalEngine } from "../../engine/local";
import { defaults, type Document } from "../../experiments/documents/merging";
import { type LayerMap, recipeOfMap } from "../../merging/layer-map";
import { recipeOfMethod } from "../../merging/method-recipe";
import { seededRandom } from "../../random";
import type { MergingResult, Role } from "./result";
import { run } from "./run";
import { planSearch } from "./search-points";

const folder = "public/models/polyglot-base";
const layers = 8;
const local = createLocalEngine();
let engine: Engine;
let a: Model;
let b: Model;

/** The checkpoint with every weight moved by up to a tenth of itself: a relative that speaks a little differently. */
async function relative(seed: number): Promise<File[]> {
  const files = await filesOf(folder);
  const checkpoint = await openCheckpoint(files, { embeddedBase: "" });
  const random = seededRandom(seed);
  const tensors = [];
  for (const name of checkpoint.tensors.keys()) {
    const tensor = await checkpoint.tensor(name);
    const values = toFloat32(tensor).map((value) => value * (1 + 0.2 * (random() - 0.5)));
    tensors.push({ ...tensor, bytes: fromFloat32(values, tensor.type) });
  }
  return [
    ...files.filter(({ name }) => name !== "model.safetensors"),
    new File([writeSafetensors(tensors)], "model.safetensors"),
  ];
}

async function finished(map: Partial<LayerMap>, change: Partial<Document> = {}): Promise<MergingResult> {
  const recipe = recipeOfMap({
    a: a.checkpoint,
    b: b.checkpoint,
    method: "linear",
    shares: Array.from({ length: layers }, () => 0.5),
    embeddings: "average",
    norm: "average",
    head: "average",
    ...map,
  });
  const document: Document = {
    ...defaults,
    recipe,
    base: a.checkpoint,
    prompts: "In the morning the child",
    maxNewTokens: 4,
    sentences: 2,
    languages: ["en", "hi"],
    ...change,
  };
  let last: MergingResult | undefined;
  for await (const result of run(document, {
    engine,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  })) {
    last = result;
  }
  return last!;
}

const textOf = ({ texts }: MergingResult, role: Role) => texts[0]!.texts.find((text) => text.role === role)!.text;
const bitsOf = ({ scores }: MergingResult, role: Role) => scores.filter((s) => s.role === role).map(({ bits }) => bits);
const all = (share: number) => Array.from({ length: layers }, () => share);

/** The real engine on polyglot-base and a disturbed copy: what must hold whatever the weights are. */
beforeAll(async () => {
  a = await local.load(await filesOf(folder));
  b = await local.load(await relative(1));
  engine = new Proxy(local, {
    get(target, key) {
      if (key === "load") return (ref: string) => Promise.resolve(ref === a.checkpoint ? a : b);
      const member: unknown = Reflect.get(target, key, target);
      return typeof member === "function" ? (member.bind(target) as unknown) : member;
    },
  });
}, 60_000);
afterAll(() => local.close());

describe("merging two relatives", () => {
  test("all of one model is that model, bit by bit, and shares all its weights", async () => {
    for (const [role, share] of [
      ["a", 0],
      ["b", 1],
    ] as const) {
      const result = await finished({ shares: all(share), embeddings: role, norm: role, head: role });
      expect(textOf(result, "merge")).toBe(textOf(result, role));
      expect(bitsOf(result, "merge")).toEqual(bitsOf(result, role));
      expect(result.sharing).toMatchObject({ borrowedLayers: layers, computedBytes: 0 });
    }
  });

  test("one half of each everywhere is the average, which is not run twice", async () => {
    const result = await finished({});
    expect(result.models.map(({ role }) => role)).toEqual(["a", "b", "merge"]);
    expect(result.sharing).toMatchObject({ borrowedLayers: 0, borrowedBytes: 0, tiedHead: true });
  });

  test("a swap borrows its layers and is neither parent", async () => {
    const result = await finished({ shares: [1, 1, 0.5, 0, 0, 0, 0, 1], embeddings: "a", norm: "a" });
    expect(result.sharing).toMatchObject({ layers, borrowedLayers: 7, warnings: [] });
    expect(result.models.map(({ role }) => role)).toEqual(["a", "b", "average", "merge"]);
    for (const role of ["a", "b"] as const) expect(bitsOf(result, "merge")).not.toEqual(bitsOf(result, role));
    expect(result.scores.every(({ bits, bytes }) => bits.length === 2 && bytes.every((count) => count > 0))).toBe(true);
  });

  test("a map of another depth than the models is refused before anything is merged", async () => {
    await expect(finished({ shares: [0, 1, 0] })).rejects.toThrow(/The map has 3 layers and .* has 8/);
  });

  test("a recipe of one model compares two: layers 3 to 5 twice make eleven", async () => {
    const model = a.checkpoint;
    const result = await finished(
      {},
      {
        languages: [],
        recipe: {
          merge_method: "passthrough",
          slices: [{ sources: [{ model, layer_range: [0, 6] }] }, { sources: [{ model, layer_range: [3, 8] }] }],
        },
      },
    );
    expect(result.models.map(({ role }) => role)).toEqual(["a", "merge"]);
    expect(result).toMatchObject({ depth: 8, layers: 11, sharing: { borrowedLayers: 11, computedBytes: 0 } });
  });

  const short = { languages: ["en"], prompts: "She", maxNewTokens: 1 };

  test("the common base stands first where it is no parent", async () => {
    const result = await finished({ norm: "a" }, { ...short, languages: [], base: "polyglot-base" });
    expect(result.models.map(({ role }) => role)).toEqual(["base", "a", "b", "average", "merge"]);
  });

  test("a look at the weights: B moved every part by about 0.2/√12 of itself, A not at all", async () => {
    const { profile } = await finished({}, { ...short, task: "look" });
    expect(profile?.experts).toEqual([b.checkpoint]);
    expect(profile?.parts).toHaveLength(8 * 3 + 2);
    for (const { changes } of profile!.parts) expect(Math.abs(changes[0]! - 0.2 / Math.sqrt(12))).toBeLessThan(0.03);
  });

  test("a search tries every point, keeps halves apart, and knows what it tried", async () => {
    const change: Partial<Document> = { languages: ["en", "hi"], task: "search", searchEnds: 1, searchTransition: 0 };
    const { search } = await finished({}, change);
    expect(search?.values.flat(2).filter((value) => value === null)).toEqual([]);
    expect(search?.values[0]).toHaveLength(2);
    const { best } = search!;
    expect(search?.values[0]![best!.row]![best!.column]).toBe(Math.min(...(search!.values.flat(2) as number[])));
    expect(search?.heldOut.map(({ role }) => role)).toEqual(["a", "b", "average", "merge"]);
    expect((await finished({}, change)).search).toMatchObject({ reused: 4, developmentItems: 4 });
  });

  test("what lower layers make of texts serves every merge that has them, and the scores stay", async () => {
    const texts = ["In the morning the child", "Der Hund schläft", "She"];
    for (const top of [0, 1]) {
      const shares = all(0).map((share, layer) => (layer >= layers - top ? 1 : share));
      const outer = { embeddings: "average", norm: "average", head: "average" } as const;
      const recipe = recipeOfMap({ a: a.checkpoint, b: b.checkpoint, method: "linear", shares, ...outer });
      const model = await local.merge(recipe);
      const whole = await local.scoreAll(model, texts);
      const shared = await local.scoreAll(model, texts, { lowerLayers: 6 });
      for (const [i, { bits }] of whole.entries()) expect(shared[i]!.bits).toBeCloseTo(bits, 3);
    }
  });

  test("a line over a parameter, and a parameter that is none", async () => {
    const change = { ...short, task: "search", searchKind: "parameter", searchSteps: 2 } as const;
    const { search } = await finished({}, change);
    expect(search?.columns).toEqual(["0", "1"]);
    await expect(finished({}, { ...change, searchParameter: "weigth" })).rejects.toThrow(/no number called “weigth”/);
  });

  test("an evolutionary search with a budget", async () => {
    const { search } = await finished({}, { ...short, task: "search", searchKind: "evolve", searchBudget: 8 });
    expect(search?.values[0]![0]!.every((value) => typeof value === "number")).toBe(true);
    expect(search?.bestRecipe?.merge_method).toBe("linear");
  });

  test("a file is made", async () => {
    const { taken } = await finished({}, { ...short, task: "take", format: "folder" });
    expect(taken).toMatchObject({ name: "merge.zip", format: "folder" });
    expect(taken!.bytes).toBeGreaterThan(10_000_000);
  });

  test("a search over swaps shares all layers that no zone reaches: 8 less 3 at the top less 1 blended", () => {
    const plan = planSearch({ ...defaults, searchEnds: 3 });
    expect(plan.ok && [plan.value.lowerLayers(0), plan.value.lowerLayers(1)]).toEqual([5, 4]);
  });

  test("inputs are measured for a method that weighs columns by them", async () => {
    const recipe = recipeOfMethod("graft_active", a.checkpoint, [b.checkpoint]);
    const result = await finished({}, { ...short, recipe, measuredOn: "en" });
    expect(result.models.at(-1)?.role).toBe("merge");
    await expect(finished({}, { ...short, recipe, measuredOn: "de" })).rejects.toThrow(/sentences in “de”/);
  });
});

describe("what a run refuses", () => {
  test("no prompt, and a language without sentences", async () => {
    await expect(finished({}, { prompts: " \n " })).rejects.toThrow(/no prompt/);
    await expect(finished({}, { languages: ["xx"] })).rejects.toThrow(/no held-out sentences in “xx”/);
  });
});
