import type { Decoder, Linear } from "./architectures/architecture";
import type { GraphBuilder, Value } from "./graph";
import { type RowOrder, reordered } from "./heads";
import type { ProgramOptions } from "./program";
import type { Weights } from "./weights";

/** Everything that the parts of a decoder are written with. */
export interface Writing {
  readonly graph: GraphBuilder;
  readonly weights: Weights;
  readonly decoder: Decoder;
  readonly options: ProgramOptions;
}

/** Makes a value an output where the program is asked for it. `dims` are those after [batch_size]. */
export function hook(
  { graph, options }: Writing,
  name: string,
  value: Value,
  dims: readonly (string | number)[],
): void {
  if (!options.hooks.includes(name)) return;
  graph.output(value, { name, type: "float32", dims: ["batch_size", ...dims] });
}

/** x [B,S,in] -> [B,S,out], with biases where the layers have them; of several layers the outputs side by side. */
export function writeLinear(
  { graph, weights }: Writing,
  name: string,
  x: Value,
  layers: readonly Linear[],
  order?: RowOrder,
): Value {
  const product = weights.linear(`${name}.matmul`, x, {
    tensors: layers.map(({ weight }) => weight),
    transposed: layers[0]!.transposed ?? false,
    order,
  });
  const biases = layers.flatMap(({ bias }) => bias ?? []);
  if (biases.length === 0) return product;
  const change = order && {
    key: order.key,
    length: order.rows.length,
    apply: (values: Float32Array) => reordered(values, 1, order),
  };
  // A bias [n] would be moved into the layer norm behind it wherever no hook or edit stands between, which changes the last bits.
  return graph.node("Add", `${name}.bias`, [product, weights.vector(biases, { change, row: true })]);
}

/** c * tanh(x / c); x itself where there is no c. */
export function writeSoftCap({ graph }: Writing, name: string, x: Value, cap: number | undefined): Value {
  if (cap === undefined) return x;
  const value = graph.float(`soft_cap.${cap}`, cap);
  const squashed = graph.node("Tanh", `${name}.tanh`, [graph.node("Div", `${name}.scaled`, [x, value])]);
  return graph.node("Mul", `${name}.capped`, [squashed, value]);
}

/** What the head makes of normed rows [n,D]: [n,V]. */
export function writeScores(writing: Writing, name: string, rows: Value): Value {
  const { weight, softCap } = writing.decoder.head;
  return writeSoftCap(writing, name, writing.weights.head(name, rows, weight), softCap);
}
