import type { Activation, Mlp } from "./architectures/architecture";
import { writeGateEdit, writeNeuronEdit } from "./edits";
import type { Value } from "./graph";
import { hook, type Writing, writeLinear } from "./writing";

/** down(activation(gate) * up), the gated MLP of Shazeer 2020, or down(activation(up)); x and the result are [B,S,D]. */
export function writeMlp(writing: Writing, layer: number, mlp: Mlp, x: Value): Value {
  const { graph, decoder } = writing;
  const at = `blocks.${layer}.mlp`;
  const [gate, second] = writeInputs(writing, at, mlp, x); // [B,S,F]
  const first = writeGateEdit(writing, layer, gate);
  hook(writing, `${at}.hook_pre`, first, ["sequence_length", decoder.geometry.mlpWidth]);
  const active = writeActivation(writing, `${at}.${mlp.activation}`, mlp.activation, first);
  const product = second === undefined ? active : graph.node("Mul", `${at}.product`, [active, second]);
  const post = writeNeuronEdit(writing, layer, product);
  hook(writing, `${at}.hook_post`, post, ["sequence_length", decoder.geometry.mlpWidth]);
  return writeLinear(writing, `${at}.down`, post, [mlp.down]);
}

/** Gate and up, or up alone. */
function writeInputs(
  writing: Writing,
  at: string,
  { gated, input }: Mlp,
  x: Value,
): readonly [Value, Value | undefined] {
  const [first, second] = input as readonly [Mlp["input"][number], Mlp["input"][number]?];
  if (!gated) return [writeLinear(writing, `${at}.up`, x, [first]), undefined];
  if (second) return [writeLinear(writing, `${at}.gate`, x, [first]), writeLinear(writing, `${at}.up`, x, [second])];
  const { graph, decoder } = writing;
  const { mlpWidth } = decoder.geometry;
  const both = writeLinear(writing, `${at}.gate_up`, x, [first]); // [B,S,2F]
  const sizes = graph.int64("gate_and_up", [mlpWidth, mlpWidth]);
  return graph.nodeWithOutputs("Split", `${at}.gate_and_up`, [both, sizes], [0, 1], {
    attributes: { axis: -1 },
  }) as [Value, Value];
}

function writeActivation({ graph }: Writing, name: string, activation: Activation, x: Value): Value {
  switch (activation) {
    case "silu":
      // With alpha 1 this is x * sigmoid(x), in one kernel.
      return graph.node("QuickGelu", name, [x], { domain: "com.microsoft", attributes: { alpha: { float: 1 } } });
    case "gelu":
      return graph.node("Gelu", name, [x], { domain: "com.microsoft" });
    case "gelu-tanh":
      return graph.node("FastGelu", name, [x], { domain: "com.microsoft" });
    case "relu":
      return graph.node("Relu", name, [x]);
  }
}
