import { writeAttention } from "./attention";
import { writeEdits } from "./edits";
import type { Value } from "./graph";
import { writeLens } from "./lens";
import { writeMlp } from "./mlp";
import { writeAddAndNorm, writeNorm } from "./norms";
import { type Lengths, writeLengths, writeNewPositions } from "./positions";
import { hook, type Writing, writeScores } from "./writing";

/** Writes the decoder, or the layers asked for, into the graph: inputs, embedding, blocks, final norm, head, outputs. */
export function writeDecoder(writing: Writing): void {
  const { graph, decoder, options } = writing;
  const { geometry, blocks, finalNorm } = decoder;
  const [begin, end] = options.layers ?? [0, blocks.length];
  const streamDims = ["batch_size", "sequence_length", geometry.width];
  const ids = graph.input({ name: "input_ids", type: "int64", dims: ["batch_size", "sequence_length"] });
  const lengths = writeLengths(graph);
  const edits = writeEdits(writing, ids, lengths);
  const stream = (name: string, value: Value) => hook(writing, name, value, ["sequence_length", geometry.width]);

  let residual =
    begin === 0
      ? writeEmbedding(writing, ids, lengths)
      : graph.input({ name: "stream_in", type: "float32", dims: streamDims }); // [B,S,D]
  const first = blocks[begin]!.beforeAttention;
  let normalized = first ? writeNorm(writing, `blocks.${begin}.ln1`, residual, first) : residual;
  const streams: Value[] = [];
  for (const [index, block] of blocks.slice(begin, end).entries()) {
    const layer = begin + index;
    const at = `blocks.${layer}`;
    stream(`${at}.hook_resid_pre`, residual);
    const attended = writeAttention(writing, { ids, lengths }, layer, block.attention, normalized);
    const attention = block.afterAttention
      ? writeNorm(writing, `${at}.ln1_post`, attended, block.afterAttention)
      : attended;
    stream(`${at}.hook_attn_out`, attention);
    const [mlpInput, middle] = block.parallel
      ? [
          block.beforeMlp ? writeNorm(writing, `${at}.ln2`, residual, block.beforeMlp) : normalized,
          graph.node("Add", `${at}.middle`, [residual, attention]),
        ]
      : writeAddAndNorm(writing, `${at}.ln2`, [residual, attention], block.beforeMlp);
    stream(`${at}.hook_resid_mid`, middle);
    const computed = writeMlp(writing, layer, block.mlp, mlpInput);
    const mlp = block.afterMlp ? writeNorm(writing, `${at}.ln2_post`, computed, block.afterMlp) : computed;
    stream(`${at}.hook_mlp_out`, mlp);
    const { summands, bias } = edits.afterBlock(layer, middle, mlp);
    if (layer + 1 === end && end < blocks.length) {
      const [sum] = writeAddAndNorm(writing, "stream", summands, undefined, bias);
      graph.output(sum, { name: "stream_out", type: "float32", dims: streamDims });
      return;
    }
    const next = blocks[layer + 1];
    [normalized, residual] = next
      ? writeAddAndNorm(writing, `blocks.${layer + 1}.ln1`, summands, next.beforeAttention, bias)
      : writeAddAndNorm(writing, "ln_final", summands, finalNorm, bias);
    stream(`${at}.hook_resid_post`, residual);
    streams.push(residual);
  }
  stream("ln_final.hook_normalized", normalized);
  writeHead(writing, ids, normalized);
  writeLens(writing, streams);
}

/** Rows of the embedding, scaled, with learned positions where the model has them: [B,S,D]. */
function writeEmbedding({ graph, weights, decoder }: Writing, ids: Value, lengths: Lengths): Value {
  const { tokens, positions, scale } = decoder.embedding;
  const rows = weights.embed("embed", ids, tokens);
  const scaled =
    scale === undefined ? rows : graph.node("Mul", "embed.scaled", [rows, graph.float("embed.scale", scale)]);
  if (positions === undefined) return scaled;
  const at = writeNewPositions(graph, ids, lengths).positions;
  return graph.node("Add", "embed.placed", [scaled, weights.positions("embed.positions", at, positions)]);
}

/** Logits from the normed stream [B,S,D], of the last position or of all. */
function writeHead(writing: Writing, ids: Value, normalized: Value): void {
  const { graph, decoder, options } = writing;
  const { vocabulary, width } = decoder.geometry;
  const last = options.logits === "last";
  const rows = last
    ? graph.node("Gather", "last_position", [normalized, graph.scalarInt64("last", -1)], { attributes: { axis: 1 } }) // [B,D]
    : graph.node("Reshape", "positions", [normalized, graph.int64("rows_of_stream", [-1, width])]); // [B*S,D]
  const scores = writeScores(writing, "unembed", rows);
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
