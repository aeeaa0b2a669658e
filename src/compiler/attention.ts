import type { Attention } from "./architectures/architecture";
import { writeEagerAttention } from "./eager-attention";
import type { Value } from "./graph";
import { headPlaces } from "./heads";
import type { ValueInfo } from "./onnx/model";
import type { Lengths } from "./positions";
import { type Projected, writeProjections } from "./projections";
import { hook, type Writing, writeLinear } from "./writing";

/** What the layers' attention shares. */
export interface AttentionContext {
  /** The new tokens [B,S]. */
  readonly ids: Value;
  readonly lengths: Lengths;
}

/** What a layer's attention is computed from; the cache is [B,K,P,A']. */
export interface AttentionInputs {
  readonly projected: Projected;
  /** Cosines and sines [positions, A'/2] of what queries and keys are turned by. */
  readonly rotary?: { readonly cos: Value; readonly sin: Value };
  readonly pastKey: Value;
  readonly pastValue: Value;
}

/** What attention gives: z [B,S,H*A'] and the cache with the new positions in it. */
export interface AttentionOutputs {
  readonly z: Value;
  readonly presentKey: Value;
  readonly presentValue: Value;
}

/** The attention of one block, from what it reads x [B,S,D] to what it gives [B,S,D]. */
export function writeAttention(
  writing: Writing,
  context: AttentionContext,
  layer: number,
  attention: Attention,
  x: Value,
): Value {
  const { graph, weights, decoder, options } = writing;
  const { geometry } = decoder;
  const at = `blocks.${layer}.attn`;
  const { rope } = attention;
  const inputs = {
    projected: writeProjections(writing, at, attention, x),
    ...(rope && { rotary: weights.rotary(rope, headPlaces(geometry) / 2, geometry.context) }),
    pastKey: graph.input(cache(writing, "past_key_values", layer, "key")),
    pastValue: graph.input(cache(writing, "past_key_values", layer, "value")),
  };
  const write = options.attention === "eager" ? writeEagerAttention : writeFusedAttention;
  const outputs = write(writing, context, layer, attention, inputs);
  graph.output(outputs.presentKey, cache(writing, "present", layer, "key"));
  graph.output(outputs.presentValue, cache(writing, "present", layer, "value"));
  const z = withoutPadding(writing, at, outputs.z);
  hook(writing, `${at}.hook_z`, z, ["sequence_length", geometry.heads * geometry.headSize]);
  return writeLinear(writing, `${at}.o`, z, [attention.output]);
}

function cache(
  { decoder }: Writing,
  kind: "past_key_values" | "present",
  layer: number,
  part: "key" | "value",
): ValueInfo {
  const { geometry } = decoder;
  const length = kind === "present" ? "present_sequence_length" : "past_sequence_length";
  const dims = ["batch_size", geometry.kvHeads, length, headPlaces(geometry)];
  return { name: `${kind}.${layer}.${part}`, type: "float32", dims };
}

/** z [B,S,H*A'] -> [B,S,H*A]: heads without the places that hold nothing. */
function withoutPadding({ graph, decoder }: Writing, at: string, z: Value): Value {
  const { heads, headSize } = decoder.geometry;
  const places = headPlaces(decoder.geometry);
  if (places === headSize) return z;
  const apart = graph.node("Reshape", `${at}.z_places`, [z, graph.int64("z_places", [0, 0, heads, places])]);
  const bounds = [graph.int64("zero", [0]), graph.int64("head_size", [headSize]), graph.int64("last_axis", [-1])];
  const kept = graph.node("Slice", `${at}.z_heads`, [apart, ...bounds]);
  return graph.node("Reshape", `${at}.z_joined`, [kept, graph.int64("z_joined", [0, 0, heads * headSize])]);
}

/** One kernel that turns, caches and attends (Ainslie et al. 2023). */
function writeFusedAttention(
  { graph, decoder }: Writing,
  { lengths }: AttentionContext,
  layer: number,
  { window, scale, softCap }: Attention,
  { projected, rotary, pastKey, pastValue }: AttentionInputs,
): AttentionOutputs {
  const { geometry } = decoder;
  const [query, key = "", value = ""] = projected;
  const tables = rotary ? [rotary.cos, rotary.sin] : [];
  const [z, presentKey, presentValue] = graph.nodeWithOutputs(
    "GroupQueryAttention",
    `blocks.${layer}.attn`,
    [query, key, value, pastKey, pastValue, lengths.lastIndex, lengths.totalScalar, ...tables],
    [0, 1, 2],
    {
      domain: "com.microsoft",
      attributes: {
        num_heads: geometry.heads,
        kv_num_heads: geometry.kvHeads,
        do_rotary: rotary ? 1 : 0,
        rotary_interleaved: 0,
        scale: { float: scale },
        ...(window !== undefined && { local_window_size: window }),
        ...(softCap !== undefined && { softcap: { float: softCap } }),
      },
    },
  ) as [Value, Value, Value];
  return { z, presentKey, presentValue };
}
