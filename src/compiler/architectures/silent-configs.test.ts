import { expect, test } from "vitest";
import { familyDefaults, settingsOf } from "../../merging/settings";
import { architectures } from "./index";

const sizes = {
  hidden_size: 64,
  num_hidden_layers: 4,
  num_attention_heads: 8,
  num_key_value_heads: 8,
  intermediate_size: 96,
  vocab_size: 10,
  n_embd: 64,
  n_head: 8,
};
const tensor = { name: "t", type: "F32", shape: [1] } as const;
const tensors = new Map(["a", "b", "c", "d"].map((name) => [name, tensor]));

test.each(architectures)("what merges take for said where a $modelType is silent, programs do", (architecture) => {
  const config = { ...sizes, model_type: architecture.modelType };
  expect(familyDefaults).toHaveProperty(architecture.modelType);
  expect(architecture.describe(settingsOf(config), tensors)).toEqual(architecture.describe(config, tensors));
});
