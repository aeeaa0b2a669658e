import { describe, expect, test, vi } from "vitest";
import type { Recipe } from "../merging/recipe";
import { LabError, unwrap } from "../result";
import type { Checkpoint, RawConfig, Tensor, TensorType } from "./checkpoint";
import { fromFloat32, toFloat32 } from "./dtype";
import golden from "./golden/virtual.golden.json";
import { openMerge } from "./open-merge";
import { mergeCheckpoint } from "./virtual";

type Case = keyof typeof golden.cases;
const shapes: Readonly<Record<string, readonly number[]>> = golden.shapes;

function stored(bits: Readonly<Record<string, readonly number[]>>, type: TensorType): Map<string, Tensor> {
  return new Map(
    Object.entries(bits).map(([name, values]) => {
      const words = type === "F32" ? new Int32Array(values) : new Int16Array(values);
      return [name, { name, type, shape: shapes[name]!, bytes: new Uint8Array(words.buffer) }];
    }),
  );
}

function checkpoint(id: string, tensors: ReadonlyMap<string, Tensor>, config: RawConfig = {}, vocab = ["a", "b"]) {
  const tensor = vi.fn((name: string) => Promise.resolve(tensors.get(name)!));
  const made: Checkpoint = {
    id,
    config: { model_type: "llama", hidden_size: 4, num_hidden_layers: 4, vocab_size: 5, torch_dtype: "x", ...config },
    generationConfig: { eos_token_id: 2 },
    tensors,
    tensorKey: (name) => `${id}/${name}`,
    tensor,
    tokenizer: () =>
      Promise.resolve({
        tokenizer: { model: { vocab: Object.fromEntries(vocab.map((token, index) => [token, index])) } },
        config: {},
      }),
  };
  return { ...made, tensor };
}

function pair(type: Case = "F32") {
  const a = checkpoint("id-a", stored(golden.cases[type].a, type));
  const b = checkpoint("id-b", stored(golden.cases[type].b, type));
  return {
    a,
    b,
    parents: new Map<string, Checkpoint>([
      ["A", a],
      ["B", b],
    ]),
  };
}

const swap: Recipe = {
  merge_method: "linear",
  slices: [
    { sources: [source("A", 0, 1, 0), source("B", 0, 1, 1)] },
    { sources: [source("A", 1, 2, 0.5), source("B", 1, 2, 0.5)] },
    { sources: [source("A", 2, 4, 1), source("B", 2, 4, 0)] },
  ],
};

function source(model: string, from: number, to: number, weight: number) {
  return { model, layer_range: [from, to] as const, parameters: { weight } };
}

describe("the arithmetic equals PyTorch's", () => {
  const linear: Recipe = {
    merge_method: "linear",
    slices: [
      {
        sources: [
          { model: "A", parameters: { weight: [0.9, 0.2] } },
          { model: "B", parameters: { weight: 0.5 } },
        ],
      },
    ],
  };
  const slerp: Recipe = {
    merge_method: "slerp",
    base_model: "A",
    parameters: { t: [{ filter: "norm", value: 0.5 }, { value: [0.1, 0.8, 0.3] }] },
    slices: [{ sources: [{ model: "A" }, { model: "B" }] }],
  };
  const tolerance: Readonly<Record<Case, number>> = { F32: 1e-6, F16: 2 ** -10, BF16: 2 ** -7 };

  test.each([
    ["linear", linear, "F32"],
    ["linear", linear, "F16"],
    ["linear", linear, "BF16"],
    ["slerp", slerp, "F32"],
    ["slerp", slerp, "F16"],
    ["slerp", slerp, "BF16"],
  ] as const)("%s in %3$s: every tensor within one rounding", async (name, recipe, type) => {
    const merged = unwrap(mergeCheckpoint(recipe, pair(type).parents));
    const expected = stored(golden.cases[type][name], type);
    expect([...merged.tensors.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
    for (const [tensorName, reference] of expected) {
      const tensor = await merged.tensor(tensorName);
      expect(tensor.type).toBe(type);
      expect(tensor.shape).toEqual(reference.shape);
      const [got, want] = [toFloat32(tensor), toFloat32(reference)];
      for (const [i, value] of got.entries()) {
        expect(Math.abs(value - want[i]!)).toBeLessThanOrEqual(tolerance[type] * Math.max(1, Math.abs(want[i]!)));
      }
    }
  });
});

test("a text of the merge ends where one of a parent would: the host's 2, and the chat model's 7 and 2", () => {
  const { a, b, parents } = pair();
  expect(unwrap(mergeCheckpoint(swap, parents)).generationConfig).toBe(a.generationConfig);
  const chat = { ...b, generationConfig: { eos_token_id: [7, 2] } };
  const merged = unwrap(mergeCheckpoint(swap, new Map<string, Checkpoint>([...parents, ["B", chat]])));
  expect(merged.generationConfig["eos_token_id"]).toEqual([2, 7]);
});

describe("a borrowed tensor is the lender's", () => {
  test("same key, same bytes, and the other parent is not read", async () => {
    const { a, b, parents } = pair();
    const merged = unwrap(mergeCheckpoint(swap, parents));
    const name = "model.layers.3.mlp.up_proj.weight";
    expect(merged.tensorKey(name)).toBe(`id-a/${name}`);
    expect((await merged.tensor(name)).bytes).toBe(a.tensors.get(name) && (await a.tensor(name)).bytes);
    expect(b.tensor).not.toHaveBeenCalled();
    expect(merged.tensorKey("model.layers.0.mlp.up_proj.weight")).toBe("id-b/model.layers.0.mlp.up_proj.weight");
  });

  test("embeddings follow the first slice, norm and head the last", () => {
    const merged = unwrap(mergeCheckpoint(swap, pair().parents));
    expect(merged.tensorKey("model.embed_tokens.weight")).toBe("id-b/model.embed_tokens.weight");
    expect(merged.tensorKey("model.norm.weight")).toBe("id-a/model.norm.weight");
    expect(merged.tensorKey("lm_head.weight")).toBe("id-a/lm_head.weight");
  });

  test("the summary counts what is shared: 3 of 4 layers, all but layer 1", () => {
    const { summary } = unwrap(mergeCheckpoint(swap, pair().parents));
    // A layer has 4 + 16 + 24 = 44 values of 4 bytes; embeddings 20, norm 4, head 20.
    expect(summary).toEqual({
      layers: 4,
      borrowedLayers: 3,
      borrowedBytes: (3 * 44 + 44) * 4,
      computedBytes: 44 * 4,
      tiedHead: false,
      warnings: [],
    });
  });

  test("another dtype converts it and says so in the key", async () => {
    const merged = unwrap(mergeCheckpoint({ ...swap, dtype: "bfloat16" }, pair().parents));
    const tensor = await merged.tensor("lm_head.weight");
    expect(tensor.type).toBe("BF16");
    expect(tensor.bytes.length).toBe(5 * 4 * 2);
    expect(merged.tensorKey("lm_head.weight")).toBe("id-a/lm_head.weight>BF16");
    expect(merged.config["torch_dtype"]).toBe("bfloat16");
  });

  test("what is converted, or has its rows brought in order, counts as computed", async () => {
    const { parents } = pair();
    const converted = unwrap(mergeCheckpoint({ ...swap, dtype: "bfloat16" }, parents)).summary;
    expect([converted.borrowedLayers, converted.borrowedBytes]).toEqual([0, 0]);
    // Embedding and head have a row more: (5 + 1) rows of 4 values of 4 bytes, twice; layer 1 as above.
    const b = checkpoint("id-b", stored(golden.cases.F32.b, "F32"), {}, ["a", "b", "c", "d", "e", "x"]);
    const union = await openMerge({ ...swap, tokenizer: { source: "union" } }, (name) =>
      Promise.resolve(name === "A" ? pair().a : b),
    );
    expect(union.summary.computedBytes).toBe((2 * 6 * 4 + 44) * 4);
    expect(union.summary.borrowedBytes).toBe((3 * 44 + 4) * 4);
  });

  test("a repeated layer keeps the key of the layer it repeats", () => {
    const repeated: Recipe = {
      merge_method: "passthrough",
      slices: [{ sources: [{ model: "A", layer_range: [0, 3] }] }, { sources: [{ model: "A", layer_range: [1, 4] }] }],
    };
    const merged = unwrap(mergeCheckpoint(repeated, pair().parents));
    expect(merged.config["num_hidden_layers"]).toBe(6);
    expect(merged.tensorKey("model.layers.4.input_layernorm.weight")).toBe(
      "id-a/model.layers.2.input_layernorm.weight",
    );
  });
});

test("what a config says layer by layer moves with the layers", () => {
  const types = (...kinds: readonly string[]) => kinds.map((kind) => `${kind}_attention`);
  const parents = new Map<string, Checkpoint>([
    [
      "A",
      checkpoint("id-a", stored(golden.cases.F32.a, "F32"), { layer_types: types("full", "sliding", "full", "full") }),
    ],
    [
      "B",
      checkpoint("id-b", stored(golden.cases.F32.b, "F32"), { layer_types: types("full", "full", "full", "sliding") }),
    ],
  ]);
  const slice = (model: string, from: number, to: number) => ({
    sources: [{ model, layer_range: [from, to] as const }],
  });
  const stacked: Recipe = {
    merge_method: "passthrough",
    slices: [slice("A", 0, 3), slice("A", 1, 2), slice("B", 3, 4)],
  };
  const { config } = unwrap(mergeCheckpoint(stacked, parents));
  expect(config["layer_types"]).toEqual(types("full", "sliding", "full", "sliding", "sliding"));
  expect(config["num_hidden_layers"]).toBe(5);
  expect(unwrap(mergeCheckpoint(swap, pair().parents)).config).not.toHaveProperty("layer_types");
});

describe("identities", () => {
  const name = "model.layers.1.mlp.up_proj.weight";

  test("equal recipes over equal parents have equal ids and keys; any change shows", () => {
    const first = unwrap(mergeCheckpoint(swap, pair().parents));
    const again = unwrap(mergeCheckpoint(structuredClone(swap), pair().parents));
    const other = unwrap(mergeCheckpoint({ ...swap, dtype: "float16" }, pair().parents));
    expect(again.id).toBe(first.id);
    expect(again.tensorKey(name)).toBe(first.tensorKey(name));
    expect(other.id).not.toBe(first.id);
    expect(other.tensorKey(name)).not.toBe(first.tensorKey(name));
  });

  test("what is drawn by the tensor's name has a key of its own wherever it stands", () => {
    const twice = (merge_method: Recipe["merge_method"]): Recipe => ({
      merge_method,
      base_model: "A",
      slices: [0, 1].map((begin) => ({
        sources: [
          { model: "A", layer_range: [begin, 2] },
          { model: "B", layer_range: [begin, 2], parameters: { weight: 1, density: 0.5 } },
        ],
      })),
    });
    const second = "model.layers.2.mlp.up_proj.weight";
    const keys = (recipe: Recipe) => {
      const merged = unwrap(mergeCheckpoint(recipe, pair().parents));
      return [merged.tensorKey(name), merged.tensorKey(second)];
    };
    const [first, repeated] = keys(twice("dare_linear"));
    expect(repeated).not.toBe(first);
    const [one, same] = keys(twice("ties"));
    expect(same).toBe(one);
  });

  test("two recipes that compute one tensor alike share its key", () => {
    const wider: Recipe = {
      ...swap,
      slices: [{ ...swap.slices[1]!, sources: [source("A", 0, 4, 2), source("B", 0, 4, 2)] }],
    };
    const half: Recipe = {
      ...swap,
      slices: [{ ...swap.slices[1]!, sources: [source("A", 0, 4, 2), source("B", 0, 4, 2)] }],
      dtype: "float32",
    };
    const [x, y] = [wider, half].map((recipe) => unwrap(mergeCheckpoint(recipe, pair().parents)));
    expect(x!.tensorKey(name)).toBe(y!.tensorKey(name));
  });

  test("a parent of another id gives another id", () => {
    const { a, parents } = pair();
    const other = new Map<string, Checkpoint>([...parents, ["A", { ...a, id: "id-c" }]]);
    expect(unwrap(mergeCheckpoint(swap, other)).id).not.toBe(unwrap(mergeCheckpoint(swap, parents)).id);
  });
});

test("virtual checkpoints nest: a merge of a merge with its parent", async () => {
  const { a, b, parents } = pair();
  const inner = unwrap(mergeCheckpoint(swap, parents));
  const outer: Recipe = {
    merge_method: "linear",
    slices: [
      {
        sources: [
          { model: "swap", parameters: { weight: 1 } },
          { model: "B", parameters: { weight: 1 } },
        ],
      },
    ],
  };
  const nested = unwrap(
    mergeCheckpoint(
      outer,
      new Map<string, Checkpoint>([
        ["swap", inner],
        ["B", b],
      ]),
    ),
  );
  // Layer 1 of the inner merge is (a + b) / 2, so the outer one is ((a + b) / 2 + b) / 2 = a / 4 + 3 b / 4.
  const name = "model.layers.1.mlp.up_proj.weight";
  const values = toFloat32(await nested.tensor(name));
  const [x, y] = [toFloat32(a.tensors.get(name) as Tensor), toFloat32(b.tensors.get(name) as Tensor)];
  for (const [i, value] of values.entries()) expect(value).toBeCloseTo(x[i]! / 4 + (3 * y[i]!) / 4, 6);
});

describe("what cannot be merged is named", () => {
  test("NaN in a parent: the tensor and the model", async () => {
    const { a, parents } = pair();
    const name = "model.layers.1.mlp.up_proj.weight";
    const broken = new Float32Array(24).fill(1);
    broken[7] = Number.NaN;
    const bad = checkpoint(
      "bad",
      new Map([
        ...(a.tensors as ReadonlyMap<string, Tensor>),
        [name, { name, type: "F32" as const, shape: [6, 4], bytes: fromFloat32(broken, "F32") }],
      ]),
    );
    const merged = unwrap(mergeCheckpoint(swap, new Map<string, Checkpoint>([...parents, ["A", bad]])));
    const thrown = await merged.tensor(name).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(LabError);
    expect((thrown as LabError).problem).toMatchObject({ code: "tensor-nan", facts: { model: "A", tensor: name } });
    expect((thrown as LabError).problem.remedy).toContain("take this layer from the other model");
  });

  test("antiparallel tensors under slerp", async () => {
    const { a } = pair();
    const negated = new Map(
      [...(a.tensors as ReadonlyMap<string, Tensor>)].map(([name, tensor]) => [
        name,
        {
          ...tensor,
          bytes: fromFloat32(
            toFloat32(tensor).map((value) => -value),
            "F32",
          ),
        },
      ]),
    );
    const recipe: Recipe = {
      merge_method: "slerp",
      base_model: "A",
      parameters: { t: 0.5 },
      slices: [{ sources: [{ model: "A" }, { model: "B" }] }],
    };
    const merged = unwrap(
      mergeCheckpoint(
        recipe,
        new Map<string, Checkpoint>([
          ["A", a],
          ["B", checkpoint("neg", negated)],
        ]),
      ),
    );
    await expect(merged.tensor("lm_head.weight")).rejects.toMatchObject({
      problem: {
        what: expect.stringMatching(/lm_head.weight: The two tensors point in opposite/) as string,
        remedy: expect.stringContaining("by a filter, or use linear") as string,
      },
    });
  });

  test("tokenizers that differ in one token, though the sizes agree", async () => {
    const { a, b, parents } = pair();
    const merged = unwrap(mergeCheckpoint(swap, parents));
    await expect(merged.tokenizer()).resolves.toBeDefined();
    const other = checkpoint("o", b.tensors as ReadonlyMap<string, Tensor>, {}, ["a", "c"]);
    const mixed = unwrap(
      mergeCheckpoint(
        swap,
        new Map<string, Checkpoint>([
          ["A", a],
          ["B", other],
        ]),
      ),
    );
    await expect(mixed.tokenizer()).rejects.toThrow(/“b” is not the same token in both/);
  });

  test("a tensor that the merge does not have", async () => {
    const merged = unwrap(mergeCheckpoint(swap, pair().parents));
    await expect(merged.tensor("model.layers.4.mlp.up_proj.weight")).rejects.toThrow(/no tensor model.layers.4/);
  });
});

describe("vocabularies that differ", () => {
  const linear = (extra: Partial<Recipe>): Recipe => ({
    merge_method: "linear",
    slices: [
      {
        sources: [
          { model: "A", parameters: { weight: 1 } },
          { model: "B", parameters: { weight: 1 } },
        ],
      },
    ],
    ...extra,
  });
  const [tokensA, tokensB] = [
    ["a", "b", "c", "d", "e"],
    ["e", "d", "c", "b", "x"],
  ];
  const open = async (recipe: Recipe) => {
    const a = checkpoint("id-a", stored(golden.cases.F32.a, "F32"), {}, tokensA);
    const b = checkpoint("id-b", stored(golden.cases.F32.b, "F32"), {}, tokensB);
    return await openMerge(recipe, (name) => Promise.resolve(name === "A" ? a : b));
  };

  test("rows are brought together before they are averaged; the tokenizer gets what is new", async () => {
    const merged = await open(linear({ tokenizer: { source: "union" } }));
    expect(merged.config["vocab_size"]).toBe(6);
    const name = "model.embed_tokens.weight";
    expect(merged.tensors.get(name)?.shape).toEqual([6, 4]);
    const rows = toFloat32(await merged.tensor(name));
    const [a, b] = [golden.cases.F32.a, golden.cases.F32.b].map(
      (bits) => new Float32Array(new Int32Array(bits[name]).buffer),
    );
    // "b" is row 1 of A and row 3 of B; "a" is A's alone, "x" B's alone.
    for (let i = 0; i < 4; i++) {
      expect(rows[4 + i]).toBeCloseTo((a![4 + i]! + b![12 + i]!) / 2, 6);
      expect(rows[i]).toBeCloseTo(a![i]!, 6);
      expect(rows[20 + i]).toBeCloseTo(b![16 + i]!, 6);
    }
    const { tokenizer } = await merged.tokenizer();
    expect(tokenizer["added_tokens"]).toMatchObject([{ id: 5, content: "x" }]);
    const layer = "model.layers.0.mlp.up_proj.weight";
    expect(merged.tensorKey(layer)).toBe((await open(linear({}))).tensorKey(layer));
  });

  test("ids of special tokens in the host's configs follow their rows; one whose token is left out is left out", async () => {
    const a = checkpoint("id-a", stored(golden.cases.F32.a, "F32"), { bos_token_id: 1, pad_token_id: 0 }, tokensA);
    const host = { ...a, generationConfig: { bos_token_id: 1, eos_token_id: [2, 3], pad_token_id: 0 } };
    const b = checkpoint("id-b", stored(golden.cases.F32.b, "F32"), {}, tokensB);
    const recipe = linear({ tokenizer: { source: "B" } });
    const merged = await openMerge(recipe, (name) => Promise.resolve(name === "A" ? host : b));
    // The rows are e, d, c, b, x: A's b (1) is row 3, its c and d (2, 3) are rows 2 and 1, and a (0) is gone.
    expect(merged.config["bos_token_id"]).toBe(3);
    expect(merged.config).not.toHaveProperty("pad_token_id");
    expect(merged.generationConfig).toEqual({ bos_token_id: 3, eos_token_id: [2, 1] });
  });

  test("a row is lent under the lender's own name of the tensor", async () => {
    const tensors = stored(golden.cases.F32.b, "F32");
    const bare = new Map([...tensors].map(([name, tensor]) => [name.replace("model.", ""), tensor]));
    const a = checkpoint("id-a", stored(golden.cases.F32.a, "F32"), {}, tokensA);
    const b = checkpoint("id-b", bare, {}, tokensB);
    const recipe = linear({ tokenizer: { source: "union" } });
    const merged = await openMerge(recipe, (name) => Promise.resolve(name === "A" ? a : b));
    const plain = await open(recipe);
    for (const name of plain.tensors.keys()) {
      expect((await merged.tensor(name)).bytes, name).toEqual((await plain.tensor(name)).bytes);
    }
  });

  test("a token without a row in the embedding is lent one, and no value is NaN", async () => {
    // A's tokenizer has a sixth token; its embedding has five rows, and so has B's.
    const a = checkpoint("id-a", stored(golden.cases.F32.a, "F32"), {}, [...tokensA, "x"]);
    const b = checkpoint("id-b", stored(golden.cases.F32.b, "F32"), {}, tokensB);
    const weighted = (weight: number, model: string) => ({ model, parameters: { weight } });
    const recipe: Recipe = {
      merge_method: "linear",
      slices: [{ sources: [weighted(1, "A"), weighted(0, "B")] }],
      tokenizer: { source: "A" },
    };
    const merged = await openMerge(recipe, (name) => Promise.resolve(name === "A" ? a : b));
    const rows = toFloat32(await merged.tensor("model.embed_tokens.weight"));
    const donor = new Float32Array(new Int32Array(golden.cases.F32.b["model.embed_tokens.weight"]).buffer);
    expect(Array.from(rows.slice(20))).toEqual(Array.from(donor.slice(16)));
  });

  test("NaN in rows that are only put in order is named as well", async () => {
    const name = "model.embed_tokens.weight";
    const broken = {
      name,
      type: "F32" as const,
      shape: [5, 4],
      bytes: fromFloat32(new Float32Array(20).fill(NaN), "F32"),
    };
    const a = checkpoint("id-a", new Map([...stored(golden.cases.F32.a, "F32"), [name, broken]]), {}, tokensA);
    const recipe: Recipe = {
      merge_method: "passthrough",
      slices: [{ sources: [{ model: "A" }] }],
      tokenizer: { source: "A", pad_to_multiple_of: 8 },
    };
    const merged = await openMerge(recipe, () => Promise.resolve(a));
    await expect(merged.tensor(name)).rejects.toMatchObject({ problem: { code: "tensor-nan" } });
  });

  test("a forced row is the donor's bit for bit", async () => {
    const merged = await open(linear({ tokenizer: { source: "A", tokens: { c: { source: "B", force: true } } } }));
    const name = "lm_head.weight";
    const rows = toFloat32(await merged.tensor(name));
    const donor = new Float32Array(new Int32Array(golden.cases.F32.b[name]).buffer);
    expect(Array.from(rows.slice(8, 12))).toEqual(Array.from(donor.slice(8, 12)));
  });

  test("layers of one, embeddings and words of the other: only the embedding differs", async () => {
    const weight = (embedding: number, rest: number) => [
      { filter: "embed_tokens", value: embedding },
      { filter: "lm_head", value: embedding },
      { value: rest },
    ];
    const merged = await open({
      merge_method: "linear",
      slices: [
        {
          sources: [
            { model: "A", parameters: { weight: weight(0, 1) } },
            { model: "B", parameters: { weight: weight(1, 0) } },
          ],
        },
      ],
      tokenizer: { source: "B" },
    });
    for (const name of merged.tensors.keys()) {
      expect(merged.tensorKey(name)).toBe(/embed_tokens|lm_head/.test(name) ? `id-b/${name}` : `id-a/${name}`);
    }
  });
});

describe("merges of merges", () => {
  test("half of (A + B) / 2 and half of A is three quarters of A", async () => {
    const { parents } = pair();
    const both = (first: string, second: string): Recipe => ({
      merge_method: "linear",
      slices: [{ sources: [first, second].map((model) => ({ model, parameters: { weight: 1 } })) }],
    });
    const nested = await openMerge(
      { ...both("A", "half"), inputs: [{ name: "half", recipe: both("A", "B") }] },
      (name) => Promise.resolve(parents.get(name)!),
    );
    const name = "model.norm.weight";
    const [a, b] = [golden.cases.F32.a, golden.cases.F32.b].map(
      (bits) => new Float32Array(new Int32Array(bits[name]).buffer),
    );
    const values = toFloat32(await nested.tensor(name));
    for (const [i, value] of values.entries()) expect(value).toBeCloseTo(0.75 * a![i]! + 0.25 * b![i]!, 6);
  });
});

describe("quantised parents", () => {
  test("a layer that is borrowed keeps its blocks; what is computed says that it is dequantised", async () => {
    const { a, b } = pair();
    const blocks = { bits: 4, blockSize: 32, zeroPoints: false } as const;
    const quantised: Checkpoint = {
      ...b,
      tensors: new Map([...b.tensors].map(([name, info]) => [name, { ...info, blocks }])),
      blocks: (name) => Promise.resolve({ codes: new Uint8Array([name.length]), scales: new Float32Array(1) }),
    };
    const merged = unwrap(
      mergeCheckpoint(
        swap,
        new Map<string, Checkpoint>([
          ["A", a],
          ["B", quantised],
        ]),
      ),
    );
    const [lent, made] = [0, 1].map((layer) => `model.layers.${layer}.mlp.up_proj.weight`);
    expect(merged.tensors.get(lent!)?.blocks).toEqual(blocks);
    expect((await merged.blocks?.(lent!))?.codes[0]).toBe(lent!.length);
    expect(merged.tensors.get(made!)?.blocks).toBeUndefined();
    expect(merged.summary.warnings.at(-1)).toContain(
      "B is quantised: what is computed is computed on dequantised weights",
    );
  });
});
