import type { Value } from "./graph";
import type { Writing } from "./writing";

/** How a block's update of the residual stream is changed before it is added: see `afterBlock`. */
export interface Edits {
  /**
   * The two summands [B,S,D] of the stream after block `layer`, whose plain summands are `stream` and `update`:
   * h <- h + (h U) V + steering[:, layer]. They are returned unadded, because one kernel adds them and norms the sum.
   */
  afterBlock(layer: number, stream: Value, update: Value): readonly [Value, Value];
}

/** Declares the inputs of the steering and the edits asked for. */
export function writeEdits({ graph, description, options }: Writing): Edits {
  const { layers, width } = description.geometry;
  const steering =
    options.steeredLayers.length > 0
      ? graph.input({ name: "steering", type: "float32", dims: ["batch_size", layers, width] })
      : undefined;
  const lowRank = new Map(
    options.edits.map(({ layer, rank }) => {
      const u = graph.input({ name: `edit.${layer}.u`, type: "float32", dims: [`edit.${layer}.u_rows`, width, rank] });
      const v = graph.input({ name: `edit.${layer}.v`, type: "float32", dims: [`edit.${layer}.v_rows`, rank, width] });
      return [layer, { u, v }];
    }),
  );
  return {
    afterBlock(layer, stream, update) {
      const at = `blocks.${layer}`;
      const vector =
        steering !== undefined && options.steeredLayers.includes(layer)
          ? graph.node("Gather", `${at}.steering`, [steering, graph.int64(`layer.${layer}`, [layer])], {
              attributes: { axis: 1 },
            }) // [B,1,D]
          : undefined;
      const edit = lowRank.get(layer);
      if (edit) {
        const h = graph.node("Add", `${at}.before_edit`, [stream, update]);
        const projected = graph.node("MatMul", `${at}.edit.u`, [h, edit.u]); // [B,S,r]
        const change = graph.node("MatMul", `${at}.edit.v`, [projected, edit.v]);
        return [h, vector ? graph.node("Add", `${at}.steer`, [change, vector]) : change];
      }
      return [stream, vector ? graph.node("Add", `${at}.steer`, [update, vector]) : update];
    },
  };
}

/** post <- gain * post + bias for the neurons of a layer that is edited; `post` [B,S,F] itself elsewhere. */
export function writeNeuronEdit({ graph, description, options }: Writing, layer: number, post: Value): Value {
  if (!options.neuronLayers.includes(layer)) return post;
  const input = (name: string) =>
    graph.input({ name, type: "float32", dims: [`${name}_rows`, 1, description.geometry.mlpWidth] });
  const gained = graph.node("Mul", `blocks.${layer}.mlp.gain`, [post, input(`neuron_gain.${layer}`)]);
  return graph.node("Add", `blocks.${layer}.mlp.bias`, [gained, input(`neuron_bias.${layer}`)]);
}
