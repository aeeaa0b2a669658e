import { GraphBuilder, type Value } from "./graph";
import { writeNorm } from "./norms";
import type { ValueInfo } from "./onnx/model";
import { type Writing, writeScores } from "./writing";

/**
 * The logit lens (nostalgebraist 2020): what the head would say of the stream after each block, at the last position. All
 * layers are stacked into one matrix and read by one head, inside a branch that costs nothing while `lens.on` is false.
 * `streams` are the L streams [B,S,D] after the blocks.
 */
export function writeLens(writing: Writing, streams: readonly Value[]): void {
  const { graph, decoder, options } = writing;
  if (!options.lens) return;
  const on = graph.input({ name: "lens.on", type: "bool", dims: [] });
  const tracked = graph.input({ name: "lens.tracked", type: "int64", dims: ["lens.tracked_ids"] });
  const { layers } = decoder.geometry;
  const { topK } = options.lens;
  const outputs: readonly ValueInfo[] = [
    { name: "lens.top_ids", type: "int64", dims: ["batch_size", layers, topK] },
    { name: "lens.top_logits", type: "float32", dims: ["batch_size", layers, topK] },
    { name: "lens.tracked_logits", type: "float32", dims: ["batch_size", layers, "lens.tracked_ids"] },
    { name: "lens.log_sums", type: "float32", dims: ["batch_size", layers] },
  ];
  const values = graph.nodeWithOutputs("If", "lens", [on], [0, 1, 2, 3], {
    attributes: {
      then_branch: { graph: lensBranch(writing, streams, tracked, outputs) },
      else_branch: { graph: emptyBranch(outputs) },
    },
  });
  for (const [index, info] of outputs.entries()) {
    graph.output(values[index]!, { ...info, dims: info.dims.map((_, axis) => `${info.name}.${axis}`) });
  }
}

function lensBranch(writing: Writing, streams: readonly Value[], tracked: Value, outputs: readonly ValueInfo[]) {
  const graph = new GraphBuilder();
  const inside: Writing = { ...writing, graph, weights: writing.weights.inBranch(graph) };
  const { geometry, finalNorm } = writing.decoder;
  const { layers, width, vocabulary } = geometry;
  const last = graph.int64("lens/last", [-1]);
  const rows = streams.map((stream, layer) =>
    graph.node("Gather", `lens/stream.${layer}`, [stream, last], { attributes: { axis: 1 } }),
  );
  const stacked = graph.node("Concat", "lens/stacked", rows, { attributes: { axis: 1 } }); // [B,L,D]
  const flat = graph.node("Reshape", "lens/flat", [
    writeNorm(inside, "lens/norm", stacked, finalNorm),
    graph.int64("lens/rows", [-1, width]),
  ]);
  const scores = graph.node("Reshape", "lens/scores", [
    writeScores(inside, "lens/unembed", flat),
    graph.int64("lens/by_layer", [-1, layers, vocabulary]),
  ]); // [B,L,V]
  const [topLogits, topIds] = graph.nodeWithOutputs(
    "TopK",
    "lens/top",
    [scores, graph.int64("lens/k", [writing.options.lens!.topK])],
    [0, 1],
    { attributes: { axis: -1, largest: 1, sorted: 1 } },
  ) as [Value, Value];
  const values = [
    topIds,
    topLogits,
    graph.node("Gather", "lens/tracked", [scores, tracked], { attributes: { axis: 2 } }),
    graph.node("ReduceLogSumExp", "lens/log_sums", [scores], { attributes: { axes: [-1], keepdims: 0 } }),
  ];
  for (const [index, info] of outputs.entries()) graph.output(values[index]!, { ...info, name: `${info.name}/on` });
  return graph.build("lens_on");
}

/** Outputs without an element. */
function emptyBranch(outputs: readonly ValueInfo[]) {
  const graph = new GraphBuilder();
  for (const { name, type, dims } of outputs) {
    const shape = graph.int64(
      `${name}/none`,
      dims.map(() => 0),
    );
    const empty = graph.node("ConstantOfShape", `${name}/empty`, [shape]);
    const cast = type === "int64" ? graph.node("Cast", `${name}/cast`, [empty], { attributes: { to: 7 } }) : empty;
    graph.output(cast, { name: `${name}/off`, type, dims: dims.map((_, axis) => `${name}/off.${axis}`) });
  }
  return graph.build("lens_off");
}
