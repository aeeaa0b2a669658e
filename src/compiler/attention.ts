import type { BlockTensors } from "./architectures/architecture";
import { writeEagerAttention } from "./eager-attention";
import type { Value } from "./graph";
import type { ValueInfo } from "./onnx/model";
import type { Lengths } from "./positions";
import { hook, type Writing, writeLinear } from "./writing";

/** The inputs and outputs of a layer's cache, and what the heads are turned by. */
export interface AttentionContext {
  readonly lengths: Lengths;
  readonly rotary: { readonly cos: Value; readonly sin: Value };
}

/** Queries, keys and values of the new positions side by side, [B,S,(H+2K)*A], and the cache [B,K,P,A]. */
export interface AttentionInputs {
  readonly packed: Value;
  readonly pastKey: Value;
  readonly pastValue: Value;
}

/** What attention gives: z [B,S,H*A] and the cache with the new positions in it. */
export interface AttentionOutputs {
  readonly z: Value;
  readonly presentKey: Value;
  readonly presentValue: Value;
}

/** The attention of one block, from the normed stream x [B,S,D] to what is added to the stream. */
export function writeAttention(
  writing: Writing,
  context: AttentionContext,
  layer: number,
  block: BlockTensors,
  x: Value,
): Value {
  const { graph, description, options } = writing;
  const { heads, headSize } = description.geometry;
  const at = `blocks.${layer}.attn`;
  const inputs = {
    packed: writeLinear(writing, `${at}.qkv`, x, block.query, block.key, block.value),
    pastKey: graph.input(cache(writing, "past_key_values", layer, "key")),
    pastValue: graph.input(cache(writing, "past_key_values", layer, "value")),
  };
  const write = options.attention === "eager" ? writeEagerAttention : writeFusedAttention;
  const outputs = write(writing, context, layer, inputs);
  graph.output(outputs.presentKey, cache(writing, "present", layer, "key"));
  graph.output(outputs.presentValue, cache(writing, "present", layer, "value"));
  hook(writing, `${at}.hook_z`, outputs.z, ["sequence_length", heads * headSize]);
  return writeLinear(writing, `${at}.o`, outputs.z, block.output);
}

function cache(
  { description }: Writing,
  kind: "past_key_values" | "present",
  layer: number,
  part: "key" | "value",
): ValueInfo {
  const { kvHeads, headSize } = description.geometry;
  const length = kind === "present" ? "present_sequence_length" : "past_sequence_length";
  return { name: `${kind}.${layer}.${part}`, type: "float32", dims: ["batch_size", kvHeads, length, headSize] };
}

/** One kernel that turns, caches and attends (Ainslie et al. 2023). */
function writeFusedAttention(
  { graph, description }: Writing,
  { lengths, rotary }: AttentionContext,
  layer: number,
  inputs: AttentionInputs,
): AttentionOutputs {
  const { geometry, slidingWindow } = description;
  const { packed, pastKey, pastValue } = inputs;
  const [z, presentKey, presentValue] = graph.nodeWithOutputs(
    "GroupQueryAttention",
    `blocks.${layer}.attn`,
    [packed, "", "", pastKey, pastValue, lengths.lastIndex, lengths.totalScalar, rotary.cos, rotary.sin],
    [0, 1, 2],
    {
      domain: "com.microsoft",
      attributes: {
        num_heads: geometry.heads,
        kv_num_heads: geometry.kvHeads,
        do_rotary: 1,
        rotary_interleaved: 0,
        ...(slidingWindow !== undefined && { local_window_size: slidingWindow }),
      },
    },
  ) as [Value, Value, Value];
  return { z, presentKey, presentValue };
}
