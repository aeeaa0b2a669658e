import type { Value } from "./graph";
import { writeGuards } from "./guards";
import type { Lengths } from "./positions";
import type { Writing } from "./writing";

/**
 * What one kernel adds up to the residual stream after a block, and norms: summands [B,S,D] and, where a vector [D] is
 * added to every position of every row, that vector.
 */
export interface StreamSum {
  readonly summands: readonly [Value, Value];
  readonly bias?: Value;
}

/** How a block's update of the residual stream is changed before it is added. */
export interface Edits {
  /** h <- h + (h U) V + steering after block `layer`, bounded where it is guarded, where h is plainly `stream` + `update`. */
  afterBlock(layer: number, stream: Value, update: Value): StreamSum;
}

/** Declares the inputs of the steering and the edits asked for. */
export function writeEdits(writing: Writing, ids: Value, lengths: Lengths): Edits {
  const { graph, decoder, options } = writing;
  const { width } = decoder.geometry;
  const lowRank = new Map(
    options.edits.map(({ layer, rank }) => {
      const u = graph.input({ name: `edit.${layer}.u`, type: "float32", dims: [`edit.${layer}.u_rows`, width, rank] });
      const v = graph.input({ name: `edit.${layer}.v`, type: "float32", dims: [`edit.${layer}.v_rows`, rank, width] });
      return [layer, { u, v }];
    }),
  );
  const steered = new Set(options.steeredLayers);
  const steer = options.steering === "shared" ? sharedSteering(writing) : steeringByRow(writing);
  const guards = writeGuards(writing, ids, lengths);
  return {
    afterBlock(layer, stream, update) {
      const at = `blocks.${layer}`;
      const edit = lowRank.get(layer);
      const guard = guards.get(layer);
      const steeredSum = (summands: StreamSum["summands"]) =>
        steered.has(layer) ? steer(layer, summands) : { summands };
      if (!edit && !guard) return steeredSum([stream, update]);
      const h = graph.node("Add", `${at}.before_edit`, [stream, update]);
      if (!edit) return { summands: [h, guard!(h, sumOf(writing, at, steeredSum([stream, update])))] };
      const projected = graph.node("MatMul", `${at}.edit.u`, [h, edit.u]); // [B,S,r]
      const change = graph.node("MatMul", `${at}.edit.v`, [projected, edit.v]);
      const edited = steeredSum([h, change]);
      return guard ? { summands: [h, guard(h, sumOf(writing, at, edited))] } : edited;
    },
  };
}

/** The sum as a value of its own. */
function sumOf({ graph }: Writing, at: string, { summands, bias }: StreamSum): Value {
  const sum = graph.node("Add", `${at}.edited`, summands);
  return bias === undefined ? sum : graph.node("Add", `${at}.shifted`, [sum, bias]);
}

type Steer = (layer: number, summands: readonly [Value, Value]) => StreamSum;

/** One input [B,L,D], from which each steered layer takes its [B,1,D]. */
function steeringByRow({ graph, decoder, options }: Writing): Steer {
  const { layers, width } = decoder.geometry;
  const steering =
    options.steeredLayers.length > 0
      ? graph.input({ name: "steering", type: "float32", dims: ["batch_size", layers, width] })
      : "";
  return (layer, [stream, update]) => {
    const index = graph.int64(`layer.${layer}`, [layer]);
    const vector = graph.node("Gather", `blocks.${layer}.steering`, [steering, index], { attributes: { axis: 1 } });
    return { summands: [stream, graph.node("Add", `blocks.${layer}.steer`, [update, vector])] };
  };
}

/** One input [D] a steered layer, added inside the kernel that adds and norms: steering costs no kernel of its own. */
function sharedSteering({ graph, decoder }: Writing): Steer {
  return (layer, summands) => ({
    summands,
    bias: graph.input({ name: `steering.${layer}`, type: "float32", dims: [decoder.geometry.width] }),
  });
}

/** post <- gain * post + bias for the neurons of a layer that is edited; `post` [B,S,F] itself elsewhere. */
export function writeNeuronEdit({ graph, decoder, options }: Writing, layer: number, post: Value): Value {
  if (!options.neuronLayers.includes(layer)) return post;
  const input = (name: string) =>
    graph.input({ name, type: "float32", dims: [`${name}_rows`, 1, decoder.geometry.mlpWidth] });
  const gained = graph.node("Mul", `blocks.${layer}.mlp.gain`, [post, input(`neuron_gain.${layer}`)]);
  return graph.node("Add", `blocks.${layer}.mlp.bias`, [gained, input(`neuron_bias.${layer}`)]);
}

/** pre <- slope * pre + offset where a pre^2 + b pre + c > 0, for a layer whose gates are adjusted; `pre` [B,S,F] itself elsewhere. */
export function writeGateEdit({ graph, decoder, options }: Writing, layer: number, pre: Value): Value {
  if (!options.gateLayers.includes(layer)) return pre;
  const at = `blocks.${layer}.mlp.gates`;
  const terms = graph.input({
    name: `gates.${layer}`,
    type: "float32",
    dims: [`gates.${layer}_rows`, 5, decoder.geometry.mlpWidth],
  });
  const [a, b, c, slope, offset] = graph.nodeWithOutputs("Split", `${at}.split`, [terms], [0, 1, 2, 3, 4], {
    attributes: { axis: 1 },
  }) as [Value, Value, Value, Value, Value]; // [R,1,F] each
  const node = (op: string, name: string, inputs: readonly Value[]) => graph.node(op, `${at}.${name}`, inputs);
  const linear = node("Add", "linear", [node("Mul", "square", [a, pre]), b]);
  const ratio = node("Add", "ratio", [node("Mul", "ratio_terms", [linear, pre]), c]);
  const image = node("Add", "image", [node("Mul", "sloped", [slope, pre]), offset]);
  return node("Where", "adjusted", [node("Greater", "likelier", [ratio, graph.float("zero_float", 0)]), image, pre]);
}
