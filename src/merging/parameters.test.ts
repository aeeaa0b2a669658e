import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { depthInSlice, gradientAt, lookUp, valueAt } from "./parameters";

describe("gradients", () => {
  test("[0, .5, .3, .7, 1] over 8 layers, as mergekit evaluates it", () => {
    // Layer 1: t = 1/7, s = 4/7 = .571429 between 0 and .5: .571429 * .5 = .285714
    const want = [0, 0.285714, 0.471429, 0.357143, 0.414286, 0.642857, 0.828571, 1];
    for (const [layer, value] of want.entries()) {
      expect(gradientAt([0, 0.5, 0.3, 0.7, 1], depthInSlice(layer, 8))).toBeCloseTo(value, 5);
    }
  });

  test("a slice of one layer takes the last value, tensors outside the layers the first", () => {
    expect(depthInSlice(0, 1)).toBe(1);
    expect(gradientAt([0.2, 0.8], 1)).toBe(0.8);
    expect(gradientAt([0.2, 0.8], 0)).toBe(0.2);
  });

  test("one value is constant, none is none", () => {
    expect(gradientAt([0.4], 0.37)).toBe(0.4);
    expect(gradientAt([], 0)).toBeUndefined();
  });

  test("never leaves the range of its values", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, t) => {
          const value = gradientAt(values, t)!;
          return value >= Math.min(...values) - 1e-9 && value <= Math.max(...values) + 1e-9;
        },
      ),
    );
  });
});

describe("filters", () => {
  const place = (tensor: string) => ({ tensor, depth: 0 });

  test("are parts of the tensor's name; the first match wins", () => {
    const setting = [{ filter: "self_attn", value: 0.1 }, { filter: "attn", value: 0.2 }, { value: 0.3 }];
    expect(valueAt(setting, place("model.layers.0.self_attn.q_proj.weight"))).toBe(0.1);
    expect(valueAt(setting, place("model.layers.0.mlp.up_proj.weight"))).toBe(0.3);
    expect(valueAt([{ filter: "*", value: 1 }], place("anything"))).toBe(1);
  });

  test("`norm` hits input_layernorm as well as model.norm", () => {
    const setting = [{ filter: "norm", value: 0.5 }];
    expect(valueAt(setting, place("model.layers.3.input_layernorm.weight"))).toBe(0.5);
    expect(valueAt(setting, place("model.norm.weight"))).toBe(0.5);
  });

  test("name what stands outside the layers as Llama does, in every architecture", () => {
    const setting = [
      { filter: "embed_tokens", value: 1 },
      { filter: "model.norm", value: 2 },
      { filter: "lm_head", value: 3 },
      { value: 0 },
    ];
    const values = ["transformer.wte.weight", "gpt_neox.final_layer_norm.bias", "embed_out.weight", "h.0.ln_1.weight"];
    expect(values.map((tensor) => valueAt(setting, place(tensor)))).toEqual([1, 2, 3, 0]);
  });

  test("may hold gradients", () => {
    expect(valueAt([{ filter: "mlp", value: [0, 1] }], { tensor: "mlp", depth: 0.25 })).toBe(0.25);
  });
});

describe("levels", () => {
  const place = { tensor: "model.layers.0.mlp.up_proj.weight", depth: 0 };

  test("source before slice before global", () => {
    expect(lookUp("weight", [{ weight: 1 }, { weight: 2 }, { weight: 3 }], place)).toBe(1);
    expect(lookUp("weight", [undefined, { weight: 2 }, { weight: 3 }], place)).toBe(2);
    expect(lookUp("weight", [{}, undefined, { weight: 3 }], place)).toBe(3);
    expect(lookUp("weight", [{}, {}, {}], place)).toBeUndefined();
  });

  test("a level whose filters all miss lets the next one speak", () => {
    expect(lookUp("weight", [{ weight: [{ filter: "attn", value: 9 }] }, { weight: 2 }], place)).toBe(2);
  });
});
