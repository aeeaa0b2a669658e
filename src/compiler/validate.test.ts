import { describe, expect, it } from "vitest";
import type { Checkpoint, RawConfig, TensorInfo } from "../checkpoints/checkpoint";
import { LabError } from "../result";
import { compile } from "./compile";
import { plainProgram, type ProgramOptions } from "./program";
import { openGolden } from "./testing/golden";

async function problemOf(
  changes: {
    readonly config?: RawConfig;
    readonly tensors?: (name: string, info: TensorInfo) => TensorInfo | undefined;
  },
  options: Partial<ProgramOptions> = {},
) {
  const { checkpoint } = await openGolden("tied");
  const tensors = new Map<string, TensorInfo>();
  for (const [name, info] of checkpoint.tensors) {
    const changed = changes.tensors ? changes.tensors(name, info) : info;
    if (changed) tensors.set(name, changed);
  }
  const changed: Checkpoint = { ...checkpoint, config: { ...checkpoint.config, ...changes.config }, tensors };
  const result = compile(changed, { ...plainProgram, ...options });
  return result.ok ? undefined : result.problem;
}

describe("a checkpoint that cannot be compiled", () => {
  it.each([
    ["another family", { model_type: "mamba", architectures: ["MambaForCausalLM"] }, "MambaForCausalLM"],
    ["another activation", { hidden_act: "xielu" }, "xielu"],
    [
      "a rotary scaling that is not known",
      { rope_parameters: { rope_theta: 1e4, rope_type: "proportional", factor: 4 } },
      "proportional",
    ],
    ["norms of another kind", { model_type: "stablelm", qk_layernorm: true }, "layer norms"],
    [
      "tokens that see those after them",
      { model_type: "gemma3_text", use_bidirectional_attention: true },
      "after them",
    ],
    [
      "a kind of attention that is not known",
      { model_type: "qwen2", use_sliding_window: true, layer_types: ["full_attention", "chunked_attention"] },
      "chunked_attention",
    ],
  ])("because of %s is named as unsupported", async (_, config, named) => {
    const problem = await problemOf({ config });
    expect(problem?.code).toBe("architecture-unsupported");
    expect(problem?.what).toContain(named);
  });

  it.each([
    ["no layers", { num_hidden_layers: 0 }, "num_hidden_layers"],
    ["a width that is no number", { hidden_size: "large" }, "hidden_size"],
    ["heads that cannot be shared", { num_attention_heads: 3, num_key_value_heads: 2 }, "3 heads"],
    ["a million layers", { num_hidden_layers: 1_000_000 }, "1000000 layers"],
    ["a flag that is no flag", { tie_word_embeddings: "yes" }, "tie_word_embeddings"],
    ["a layer without a kind", { model_type: "gemma2", layer_types: ["full_attention"] }, "layer_types"],
    ["half a pair of numbers turned by position", { partial_rotary_factor: 0.07 }, "turns 1 of the 16"],
    [
      "factors that do not fit the heads",
      { rope_scaling: { rope_type: "longrope", short_factor: [1, 2] }, original_max_position_embeddings: 8 },
      "short_factor",
    ],
    ["rotary settings that are no object", { rope_parameters: 7 }, "rope_parameters"],
  ])("because of %s has an invalid config", async (_, config, named) => {
    const problem = await problemOf({ config });
    expect(problem?.code).toBe("config-invalid");
    expect(problem?.what).toContain(named);
  });

  it("names the tensor that is missing", async () => {
    const gone = "model.layers.1.mlp.up_proj.weight";
    const problem = await problemOf({ tensors: (name, info) => (name === gone ? undefined : info) });
    expect(problem).toMatchObject({ code: "tensor-missing", facts: { tensor: gone } });
  });

  it("wants a head of its own where the config says that it is not tied", async () => {
    expect(await problemOf({ config: { tie_word_embeddings: false } })).toMatchObject({
      code: "tensor-missing",
      facts: { tensor: "lm_head.weight" },
    });
  });

  it("names the tensor whose shape is wrong, with both shapes", async () => {
    const problem = await problemOf({
      tensors: (name, info) => (name.endsWith("0.self_attn.k_proj.weight") ? { ...info, shape: [16, 32] } : info),
    });
    expect(problem).toMatchObject({ code: "tensor-shape", facts: { shape: [16, 32], expected: [32, 32] } });
  });

  it("with a weight that is not a number fails when that weight is built (rule 13)", async () => {
    const { checkpoint } = await openGolden("tied");
    const damaged = "model.layers.0.mlp.gate_proj.weight";
    const broken: Checkpoint = {
      ...checkpoint,
      async tensor(name, options) {
        const tensor = await checkpoint.tensor(name, options);
        if (name !== damaged) return tensor;
        const bytes = tensor.bytes.slice();
        new DataView(bytes.buffer).setFloat32(4 * 5, Number.NaN, true);
        return { ...tensor, bytes };
      },
    };
    const result = compile(broken, plainProgram);
    if (!result.ok) throw new LabError(result.problem);
    const blob = result.value.weights.find(({ path }) => path.startsWith(damaged))!;
    await expect(blob.build()).rejects.toMatchObject({
      problem: { code: "tensor-nan", facts: { tensor: damaged, position: 5 } },
    });
  });
});

describe("options that cannot be met", () => {
  it.each([
    ["a hook that does not exist", { hooks: ["blocks.0.hook_nowhere"] }],
    ["a layer that does not exist", { hooks: ["blocks.2.hook_resid_post"] }],
    ["a hook asked for twice", { hooks: ["ln_final.hook_normalized", "ln_final.hook_normalized"] }],
    ["patterns of the fused attention", { hooks: ["blocks.0.attn.hook_pattern"] }],
    ["steering after a layer that does not exist", { steeredLayers: [2] }],
    ["an edit of rank 0", { edits: [{ layer: 0, rank: 0 }] }],
    [
      "two edits of one layer",
      {
        edits: [
          { layer: 0, rank: 1 },
          { layer: 0, rank: 2 },
        ],
      },
    ],
    ["neurons of half a layer", { neuronLayers: [0.5] }],
  ] satisfies [string, Partial<ProgramOptions>][])("%s are refused", async (_, options) => {
    expect((await problemOf({}, options))?.code).toBe("input-invalid");
  });
});
