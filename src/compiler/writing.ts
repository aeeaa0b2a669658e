import type { DecoderDescription, LinearTensors } from "./architectures/architecture";
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
  ...layers: readonly LinearTensors[]
): Value {
  const product = weights.linear(
    `${name}.matmul`,
    x,
    layers.map(({ weight }) => weight),
  );
  const biases = layers.flatMap(({ bias }) => bias ?? []);
  return biases.length > 0 ? graph.node("Add", `${name}.bias`, [product, weights.vector(biases)]) : product;
}
