import { describe, expect, test } from "vitest";
import { unwrap } from "../result";
import { compatibility } from "./compatibility";

type Config = Readonly<Record<string, unknown>>;

const llama: Config = { model_type: "llama", hidden_size: 64, num_attention_heads: 4, vocab_size: 10 };
const of = (a: Config, b: Config) =>
  compatibility(
    new Map([
      ["A", { config: a, tensors: new Map() }],
      ["B", { config: b, tensors: new Map() }],
    ]),
  );
const warnings = (family: string, a: Config, b: Config) =>
  unwrap(of({ ...llama, model_type: family, ...a }, { ...llama, model_type: family, ...b }));
const llama3 = { rope_type: "llama3", factor: 8, low_freq_factor: 1 };

describe("parents that run differently (L4)", () => {
  test.each<[string, Config, Config, string]>([
    ["llama", { rope_scaling: null }, { rope_scaling: llama3 }, "rope_scaling is not given in A and {"],
    ["llama", {}, { rope_theta: 1e6 }, "rope_theta is 10000 in A and 1000000 in B"],
    ["llama", { rms_norm_eps: 1e-5 }, {}, "rms_norm_eps is 0.00001 in A and 0.000001 in B"],
    ["llama", {}, { rope_parameters: { rope_type: "default", rope_theta: 5e5 } }, "rope_theta is 10000 in A"],
    ["mistral", { sliding_window: 4096 }, { sliding_window: null }, "sliding_window is 4096 in A and not given in B"],
    ["qwen2", { sliding_window: 99 }, { sliding_window: 99, use_sliding_window: true }, "sliding_window is not given"],
    ["gpt_neox", {}, { rotary_emb_base: 1e6 }, "rope_theta is 10000 in A and 1000000 in B"],
    ["gpt_neox", { rotary_pct: 0.5 }, {}, "partial_rotary_factor is 0.5 in A and 0.25 in B"],
    ["stablelm", {}, { partial_rotary_factor: 0.5 }, "partial_rotary_factor is 0.25 in A and 0.5 in B"],
    ["gpt2", {}, { layer_norm_epsilon: 1e-6 }, "layer_norm_epsilon is 0.00001 in A"],
    ["gemma2", {}, { query_pre_attn_scalar: 144 }, "query_pre_attn_scalar is 256 in A and 144 in B"],
    ["gemma2", {}, { attn_logit_softcapping: null }, "attn_logit_softcapping is 50 in A and not given in B"],
    ["gemma2", { final_logit_softcapping: 20 }, {}, "final_logit_softcapping is 20 in A and 30 in B"],
    ["smollm3", { no_rope_layers: [1, 0] }, { no_rope_layers: [1, 1] }, "no_rope_layers is [1,0] in A and [1,1] in B"],
  ])("%s: %j and %j", (family, a, b, text) => {
    const told = warnings(family, a, b);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(text);
  });

  test("a residual that is parallel in one alone is refused", () => {
    const problem = of(
      { ...llama, model_type: "gpt_neox" },
      { ...llama, model_type: "gpt_neox", use_parallel_residual: false },
    );
    expect(problem).toMatchObject({ ok: false, problem: { facts: { key: "use_parallel_residual" } } });
  });
});

describe("parents that say the same in other words", () => {
  test.each<[string, Config, Config]>([
    ["llama", {}, { rope_theta: 10_000, rope_scaling: null, head_dim: 16, num_key_value_heads: 4 }],
    ["llama", { rope_theta: 5e5, rope_scaling: llama3 }, { rope_parameters: { ...llama3, rope_theta: 5e5 } }],
    ["llama", { rope_scaling: { type: "linear", factor: 2 } }, { rope_scaling: { factor: 2, rope_type: "linear" } }],
    ["qwen2", { sliding_window: 99, use_sliding_window: false }, { sliding_window: null }],
    ["gpt_neox", { rotary_pct: 0.25 }, { rope_parameters: { partial_rotary_factor: 0.25, rope_theta: 10_000 } }],
    [
      "gemma3_text",
      {},
      { rope_parameters: { full_attention: { rope_theta: 1e6 }, sliding_attention: { rope_theta: 1e4 } } },
    ],
  ])("%s: %j and %j", (family, a, b) => {
    expect(warnings(family, a, b)).toEqual([]);
  });
});
