import type { GraphBuilder, Value } from "./graph";

/** What attention has to know of the cache; all of it follows from the attention mask [B,T]. */
export interface Lengths {
  /** i64 [B]: tokens of each row, cached and new. */
  readonly rowTotals: Value;
  /** i64 [1]: T. */
  readonly total: Value;
  /** i32 [B], `seqlens_k` of GroupQueryAttention: the index of each row's last token. */
  readonly lastIndex: Value;
  /** i32 scalar: T. */
  readonly totalScalar: Value;
}

/** Declares `attention_mask` and derives the lengths. */
export function writeLengths(graph: GraphBuilder): Lengths {
  const mask = graph.input({ name: "attention_mask", type: "int64", dims: ["batch_size", "total_sequence_length"] });
  const rowTotals = graph.node("ReduceSum", "lengths/rows", [mask, graph.int64("one", [1])], {
    attributes: { keepdims: 0 },
  });
  const lastIndex = graph.node("Sub", "lengths/last", [rowTotals, graph.int64("one", [1])]);
  const total = graph.node(
    "Gather",
    "lengths/total",
    [graph.node("Shape", "lengths/shape", [mask]), graph.int64("one", [1])],
    {
      attributes: { axis: 0 },
    },
  );
  return {
    rowTotals,
    total,
    lastIndex: graph.node("Cast", "lengths/last_i32", [lastIndex], { attributes: { to: 6 } }),
    totalScalar: graph.node("Cast", "lengths/total_i32", [graph.node("Squeeze", "lengths/total_scalar", [total])], {
      attributes: { to: 6 },
    }),
  };
}
