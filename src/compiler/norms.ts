import type { Norm } from "./architectures/architecture";
import type { Value } from "./graph";
import type { VectorChange } from "./weights";
import type { Writing } from "./writing";

/** The norm of x over its last axis. */
export function writeNorm(
  writing: Writing,
  name: string,
  x: Value,
  norm: Norm,
  change = gainChange(writing, norm),
): Value {
  const { graph, weights } = writing;
  const attributes = { axis: -1, epsilon: { float: norm.epsilon }, stash_type: 1 };
  const gain = weights.vector([norm.gain], { change });
  if (norm.kind === "rms") return graph.node("SimplifiedLayerNormalization", name, [x, gain], { attributes });
  const bias = norm.bias === undefined ? [] : [weights.vector([norm.bias])];
  return graph.node("LayerNormalization", name, [x, gain, ...bias], { attributes });
}

/** The sum of two streams and a vector [D], and its norm (the sum again where there is none): [normed sum, sum]. */
export function writeAddAndNorm(
  writing: Writing,
  name: string,
  [a, b]: readonly [Value, Value],
  norm: Norm | undefined,
  vector?: Value,
): readonly [Value, Value] {
  const { graph, weights } = writing;
  if (!norm) {
    const plain = graph.node("Add", `${name}.sum`, [a, b]);
    const sum = vector === undefined ? plain : graph.node("Add", `${name}.shifted`, [plain, vector]);
    return [sum, sum];
  }
  const gain = weights.vector([norm.gain], { change: gainChange(writing, norm) });
  const added = vector === undefined ? [] : [vector];
  const [op, inputs] =
    norm.kind === "rms"
      ? ["SkipSimplifiedLayerNormalization", [a, b, gain, ...added]]
      : ["SkipLayerNormalization", [a, b, gain, norm.bias ? weights.vector([norm.bias]) : "", ...added]];
  return graph.nodeWithOutputs(op, name, inputs, [0, 3], {
    domain: "com.microsoft",
    attributes: { epsilon: { float: norm.epsilon } },
  }) as [Value, Value];
}

/** 1 is added to a gain that is stored without it. */
function gainChange({ decoder }: Writing, { plusOne }: Norm): VectorChange | undefined {
  if (!plusOne) return undefined;
  return {
    key: "plus one",
    length: decoder.geometry.width,
    apply: (values) => values.map((value) => value + 1),
  };
}
