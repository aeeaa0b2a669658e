import type { Attention, Norm } from "./architectures/architecture";
import type { Value } from "./graph";
import { placesOf, headPlaces, projectionOrder } from "./heads";
import { writeNorm } from "./norms";
import type { VectorChange } from "./weights";
import { type Writing, writeLinear } from "./writing";

/** Queries [B,S,H*A'], keys and values [B,S,K*A'] of the new positions; or all three side by side. */
export type Projected = readonly [Value] | readonly [Value, Value, Value];

/** The projections of x [B,S,D]: apart where queries and keys are normed, else side by side. */
export function writeProjections(writing: Writing, at: string, attention: Attention, x: Value): Projected {
  const { geometry } = writing.decoder;
  const { projections, queryNorm, keyNorm } = attention;
  const packed = writeLinear(writing, `${at}.qkv`, x, projections, projectionOrder(geometry, attention));
  if (!queryNorm || !keyNorm) return [packed];
  const { heads, kvHeads } = geometry;
  const [queries, keys, values] = splitHeads(writing, at, packed);
  return [
    writeHeadNorm(writing, `${at}.q_norm`, attention, queries, heads, queryNorm),
    writeHeadNorm(writing, `${at}.k_norm`, attention, keys, kvHeads, keyNorm),
    values,
  ];
}

/** Queries, keys and values of packed projections [B,S,(H+2K)*A']. */
export function splitHeads({ graph, decoder }: Writing, at: string, packed: Value): readonly [Value, Value, Value] {
  const { geometry } = decoder;
  const [queries, keys] = [geometry.heads, geometry.kvHeads].map((heads) => heads * headPlaces(geometry));
  return graph.nodeWithOutputs(
    "Split",
    `${at}/unpacked`,
    [packed, graph.int64("packed_sizes", [queries!, keys!, keys!])],
    [0, 1, 2],
    { attributes: { axis: -1 } },
  ) as [Value, Value, Value];
}

/** The norm of `heads` heads [B,S,heads*A'], of each or of all at once. */
function writeHeadNorm(
  writing: Writing,
  name: string,
  { normed, rope }: Attention,
  x: Value,
  heads: number,
  norm: Norm,
): Value {
  const { graph, decoder } = writing;
  const { headSize } = decoder.geometry;
  const places = placesOf(decoder.geometry, rope?.turned);
  // The zeros that fill up a head make the mean square smaller by A / A'.
  const share = headSize / places.length;
  const filled = { ...norm, epsilon: norm.epsilon * share };
  const gainOf = (count: number): VectorChange => ({
    key: `heads-${[count, headSize, rope?.turned ?? 0].join("-")}${norm.plusOne ? " plus one" : ""}`,
    length: count * places.length,
    apply: (values) =>
      Float32Array.from({ length: count * places.length }, (_, i) => {
        const number = places[i % places.length]!;
        if (number === -1) return 0;
        const gain = values[Math.floor(i / places.length) * headSize + number]! + (norm.plusOne ? 1 : 0);
        return gain * Math.sqrt(share);
      }),
  });
  if (normed === "all heads") return writeNorm(writing, name, x, filled, gainOf(heads));
  const apart = graph.node("Reshape", `${name}.heads`, [
    x,
    graph.int64(`heads.${heads}`, [0, 0, heads, places.length]),
  ]);
  const each = writeNorm(writing, name, apart, filled, gainOf(1)); // [B,S,heads,A']
  return graph.node("Reshape", `${name}.joined`, [each, graph.int64(`joined.${heads}`, [0, 0, heads * places.length])]);
}
