import type { BlockTensors, DecoderDescription, LinearTensors } from "./architectures/architecture";
import { writeEdits, writeNeuronEdit } from "./edits";
import type { GraphBuilder, Value } from "./graph";
import type { ProgramOptions } from "./program";
import type { Weights } from "./weights";

/** Everything that the parts of a decoder are written with. */
export interface Writing {
  readonly graph: GraphBuilder;
  readonly weights: Weights;
  readonly description: DecoderDescription;
  readonly options: ProgramOptions;
}

const microsoft = "com.microsoft";

/** Writes the whole decoder into the graph: inputs, embedding, blocks, final norm, head, outputs. */
export function writeDecoder(writing: Writing): void {
  const { graph, weights, description, options } = writing;
  const { geometry, tensors } = description;
  const ids = graph.input({ name: "input_ids", type: "int64", dims: ["batch_size", "sequence_length"] });
  const lengths = writeLengths(graph);
  const rotary = weights.rotary(description.rope, geometry.headSize, geometry.context);
  const hook = hooks(writing);
  const edits = writeEdits(writing);

  let residual = graph.node("Gather", "embed", [weights.asStored(tensors.embedding), ids]); // [B,S,D]
  let normalized = graph.node(
    "SimplifiedLayerNormalization",
    "blocks.0.ln1",
    [residual, weights.asStored(tensors.blocks[0]!.attentionNorm)],
    { attributes: { axis: -1, epsilon: { float: description.normEpsilon }, stash_type: 1 } },
  );
  for (const [layer, block] of tensors.blocks.entries()) {
    const at = `blocks.${layer}`;
    hook(`${at}.hook_resid_pre`, residual, "D");
    const attention = writeAttention(writing, layer, block, normalized, lengths, rotary);
    hook(`${at}.hook_attn_out`, attention, "D");
    const [mlpInput, middle] = addAndNorm(writing, `${at}.ln2`, residual, attention, block.mlpNorm);
    hook(`${at}.hook_resid_mid`, middle, "D");
    const mlp = writeMlp(writing, layer, block, mlpInput);
    hook(`${at}.hook_mlp_out`, mlp, "D");
    const [stream, update] = edits.afterBlock(layer, middle, mlp);
    const next = tensors.blocks[layer + 1];
    [normalized, residual] = next
      ? addAndNorm(writing, `blocks.${layer + 1}.ln1`, stream, update, next.attentionNorm)
      : addAndNorm(writing, "ln_final", stream, update, tensors.finalNorm);
    hook(`${at}.hook_resid_post`, residual, "D");
  }
  hook("ln_final.hook_normalized", normalized, "D");
  const last = options.logits === "last";
  const wanted = last ? writeLastPosition(graph, normalized) : normalized;
  graph.output(weights.linear("unembed", wanted, tensors.head), {
    name: "logits",
    type: "float32",
    dims: ["batch_size", last ? 1 : "sequence_length", geometry.vocabulary],
  });
}

/** [B,S,D] -> [B,1,D] */
function writeLastPosition(graph: GraphBuilder, value: Value): Value {
  return graph.node("Gather", "last_position", [value, graph.int64("minus_one", [-1])], { attributes: { axis: 1 } });
}

interface Lengths {
  /** i32 [B]: index of the last token of each row, counted from the row's first. */
  readonly lastIndex: Value;
  /** i32 scalar: T, the width of the attention mask. */
  readonly total: Value;
}

/** What GroupQueryAttention wants to know of the cache, from the attention mask [B,T] alone. */
function writeLengths(graph: GraphBuilder): Lengths {
  const mask = graph.input({
    name: "attention_mask",
    type: "int64",
    dims: ["batch_size", "total_sequence_length"],
  });
  const rowTotal = graph.node("ReduceSum", "lengths/row_total", [mask, graph.int64("axis_one", [1])], {
    attributes: { keepdims: 0 },
  });
  const lastIndex = graph.node("Sub", "lengths/last_index", [rowTotal, graph.int64("one", [1])]);
  const shape = graph.node("Shape", "lengths/shape", [mask]);
  const index = graph.initialiser({
    name: "index_one",
    type: "int64",
    dims: [],
    data: { kind: "inline", bytes: new Uint8Array(new BigInt64Array([1n]).buffer) },
  });
  const total = graph.node("Gather", "lengths/total", [shape, index], { attributes: { axis: 0 } });
  return {
    lastIndex: graph.node("Cast", "lengths/last_index_i32", [lastIndex], { attributes: { to: 6 } }),
    total: graph.node("Cast", "lengths/total_i32", [total], { attributes: { to: 6 } }),
  };
}

function writeAttention(
  writing: Writing,
  layer: number,
  block: BlockTensors,
  x: Value,
  lengths: Lengths,
  rotary: { readonly cos: Value; readonly sin: Value },
): Value {
  const { graph, description } = writing;
  const { geometry, slidingWindow } = description;
  const at = `blocks.${layer}.attn`;
  const query = writeLinear(writing, `${at}.q`, x, block.query); // [B,S,H*A]
  const key = writeLinear(writing, `${at}.k`, x, block.key); // [B,S,K*A]
  const value = writeLinear(writing, `${at}.v`, x, block.value);
  const cache = (kind: "past_key_values" | "present", part: "key" | "value", length: string) =>
    ({
      name: `${kind}.${layer}.${part}`,
      type: "float32",
      dims: ["batch_size", geometry.kvHeads, length, geometry.headSize],
    }) as const;
  const pastKey = graph.input(cache("past_key_values", "key", "past_sequence_length"));
  const pastValue = graph.input(cache("past_key_values", "value", "past_sequence_length"));
  const [z, presentKey, presentValue] = graph.nodeWithOutputs(
    "GroupQueryAttention",
    at,
    [query, key, value, pastKey, pastValue, lengths.lastIndex, lengths.total, rotary.cos, rotary.sin],
    [0, 1, 2],
    {
      domain: microsoft,
      attributes: {
        num_heads: geometry.heads,
        kv_num_heads: geometry.kvHeads,
        do_rotary: 1,
        rotary_interleaved: 0,
        ...(slidingWindow !== undefined && { local_window_size: slidingWindow }),
      },
    },
  ) as [Value, Value, Value];
  graph.output(presentKey, cache("present", "key", "present_sequence_length"));
  graph.output(presentValue, cache("present", "value", "present_sequence_length"));
  hooks(writing)(`${at}.hook_z`, z, "HA");
  return writeLinear(writing, `${at}.o`, z, block.output);
}

/** down(silu(gate(x)) * up(x)) */
function writeMlp(writing: Writing, layer: number, block: BlockTensors, x: Value): Value {
  const { graph } = writing;
  const at = `blocks.${layer}.mlp`;
  const gate = writeLinear(writing, `${at}.gate`, x, block.gate); // [B,S,F]
  const up = writeLinear(writing, `${at}.up`, x, block.up);
  const silu = graph.node("QuickGelu", `${at}.silu`, [gate], {
    domain: microsoft,
    attributes: { alpha: { float: 1 } },
  });
  const product = graph.node("Mul", `${at}.product`, [silu, up]);
  const post = writeNeuronEdit(writing, layer, product);
  hooks(writing)(`${at}.hook_post`, post, "F");
  return writeLinear(writing, `${at}.down`, post, block.down);
}

function writeLinear({ graph, weights }: Writing, name: string, x: Value, linear: LinearTensors): Value {
  const product = weights.linear(`${name}.matmul`, x, linear.weight);
  return linear.bias ? graph.node("Add", `${name}.bias`, [product, weights.asStored(linear.bias)]) : product;
}

/** The sum of two streams and its norm, in one kernel: [normalized, sum]. */
function addAndNorm(
  { graph, weights, description }: Writing,
  name: string,
  a: Value,
  b: Value,
  gain: string,
): [Value, Value] {
  return graph.nodeWithOutputs("SkipSimplifiedLayerNormalization", name, [a, b, weights.asStored(gain)], [0, 3], {
    domain: microsoft,
    attributes: { epsilon: { float: description.normEpsilon } },
  }) as [Value, Value];
}

/** Makes a value an output where the program is asked for it. */
function hooks({ graph, description, options }: Writing) {
  const { width, mlpWidth, heads, headSize } = description.geometry;
  const sizes = { D: width, F: mlpWidth, HA: heads * headSize };
  return (name: string, value: Value, size: keyof typeof sizes): void => {
    if (!options.hooks.includes(name)) return;
    graph.output(value, { name, type: "float32", dims: ["batch_size", "sequence_length", sizes[size]] });
  };
}
