import type { BlockTensors } from "./architectures/architecture";
import { writeAttention } from "./attention";
import { writeEdits, writeNeuronEdit } from "./edits";
import type { Value } from "./graph";
import { writeLens } from "./lens";
import { writeLengths } from "./positions";
import { hook, type Writing, writeLinear } from "./writing";

/** Writes the whole decoder into the graph: inputs, embedding, blocks, final norm, head, outputs. */
export function writeDecoder(writing: Writing): void {
  const { graph, weights, description } = writing;
  const { geometry, tensors } = description;
  const ids = graph.input({ name: "input_ids", type: "int64", dims: ["batch_size", "sequence_length"] });
  const rotary = weights.rotary(description.rope, geometry.headSize, geometry.context);
  const context = { lengths: writeLengths(graph), rotary };
  const edits = writeEdits(writing);
  const stream = (name: string, value: Value) => hook(writing, name, value, ["sequence_length", geometry.width]);

  let residual = weights.embed("embed", ids, tensors.embedding); // [B,S,D]
  let normalized = norm(writing, "blocks.0.ln1", residual, tensors.blocks[0]!.attentionNorm);
  const streams: Value[] = [];
  for (const [layer, block] of tensors.blocks.entries()) {
    const at = `blocks.${layer}`;
    stream(`${at}.hook_resid_pre`, residual);
    const attention = writeAttention(writing, context, layer, block, normalized);
    stream(`${at}.hook_attn_out`, attention);
    const [mlpInput, middle] = addAndNorm(writing, `${at}.ln2`, [residual, attention], block.mlpNorm);
    stream(`${at}.hook_resid_mid`, middle);
    const mlp = writeMlp(writing, layer, block, mlpInput);
    stream(`${at}.hook_mlp_out`, mlp);
    const { summands, bias } = edits.afterBlock(layer, middle, mlp);
    const next = tensors.blocks[layer + 1];
    [normalized, residual] = next
      ? addAndNorm(writing, `blocks.${layer + 1}.ln1`, summands, next.attentionNorm, bias)
      : addAndNorm(writing, "ln_final", summands, tensors.finalNorm, bias);
    stream(`${at}.hook_resid_post`, residual);
    streams.push(residual);
  }
  stream("ln_final.hook_normalized", normalized);
  writeHead(writing, ids, normalized);
  writeLens(writing, streams, (inside, name, x) => norm(inside, name, x, tensors.finalNorm));
}

/** down(silu(gate(x)) * up(x)), the gated MLP of Shazeer 2020. */
function writeMlp(writing: Writing, layer: number, block: BlockTensors, x: Value): Value {
  const { graph, description } = writing;
  const at = `blocks.${layer}.mlp`;
  const gate = writeLinear(writing, `${at}.gate`, x, block.gate); // [B,S,F]
  const up = writeLinear(writing, `${at}.up`, x, block.up);
  // With alpha 1 this is x * sigmoid(x), in one kernel.
  const silu = graph.node("QuickGelu", `${at}.silu`, [gate], {
    domain: "com.microsoft",
    attributes: { alpha: { float: 1 } },
  });
  const post = writeNeuronEdit(writing, layer, graph.node("Mul", `${at}.product`, [silu, up]));
  hook(writing, `${at}.hook_post`, post, ["sequence_length", description.geometry.mlpWidth]);
  return writeLinear(writing, `${at}.down`, post, block.down);
}

/** Logits from the normed stream [B,S,D], of the last position or of all. */
function writeHead({ graph, weights, description, options }: Writing, ids: Value, normalized: Value): void {
  const { vocabulary, width } = description.geometry;
  const last = options.logits === "last";
  const rows = last
    ? graph.node("Gather", "last_position", [normalized, graph.scalarInt64("last", -1)], { attributes: { axis: 1 } }) // [B,D]
    : graph.node("Reshape", "positions", [normalized, graph.int64("rows_of_stream", [-1, width])]); // [B*S,D]
  const scores = weights.head("unembed", rows, description.tensors.head);
  const logits = last
    ? graph.node("Unsqueeze", "logits", [scores, graph.int64("one", [1])])
    : graph.node("Reshape", "logits", [
        scores,
        graph.node(
          "Concat",
          "logits/shape",
          [graph.node("Shape", "logits/ids_shape", [ids]), graph.int64("vocabulary", [vocabulary])],
          {
            attributes: { axis: 0 },
          },
        ),
      ]);
  graph.output(logits, {
    name: "logits",
    type: "float32",
    dims: ["batch_size", last ? 1 : "sequence_length", vocabulary],
  });
}

/** x / root-mean-square(x) * gain (Zhang and Sennrich 2019). */
function norm({ graph, weights, description }: Writing, name: string, x: Value, gain: string): Value {
  return graph.node("SimplifiedLayerNormalization", name, [x, weights.vector([gain])], {
    attributes: { axis: -1, epsilon: { float: description.normEpsilon }, stash_type: 1 },
  });
}

/** The sum of two streams and a vector [D], and its norm, in one kernel: [normed sum, sum]. */
function addAndNorm(
  { graph, weights, description }: Writing,
  name: string,
  [a, b]: readonly [Value, Value],
  gain: string,
  bias?: Value,
): [Value, Value] {
  const inputs = [a, b, weights.vector([gain]), ...(bias === undefined ? [] : [bias])];
  return graph.nodeWithOutputs("SkipSimplifiedLayerNormalization", name, inputs, [0, 3], {
    domain: "com.microsoft",
    attributes: { epsilon: { float: description.normEpsilon } },
  }) as [Value, Value];
}
