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

/** Where the new tokens stand. */
export interface NewPositions {
  /** i64 [1]: S. */
  readonly count: Value;
  /** i64 [S]: 0 .. S-1. */
  readonly steps: Value;
  /** i64 [B,S]: the position of each new token in its row. */
  readonly positions: Value;
}

/** Written once a program, and only where it is asked for. `ids` are the new tokens [B,S]. */
export function writeNewPositions(graph: GraphBuilder, ids: Value, { rowTotals }: Lengths): NewPositions {
  const one = graph.int64("one", [1]);
  const count = graph.once("new_positions/count", () =>
    graph.node("Gather", "new_positions/count", [graph.node("Shape", "new_positions/shape", [ids]), one]),
  );
  const steps = graph.once("new_positions/steps", () => writeRange(graph, "new_positions/steps", count));
  const positions = graph.once("new_positions", () => {
    const before = graph.node("Sub", "new_positions/before", [rowTotals, count]);
    const start = graph.node("Max", "new_positions/start", [before, graph.int64("zero", [0])]);
    return graph.node("Add", "new_positions", [
      graph.node("Unsqueeze", "new_positions/start_column", [start, one]),
      steps,
    ]);
  });
  return { count, steps, positions };
}

/** i64: 0 .. end-1, of an end [1]. */
export function writeRange(graph: GraphBuilder, name: string, end: Value): Value {
  return graph.node("Range", name, [
    graph.scalarInt64("zero_scalar", 0),
    graph.node("Squeeze", `${name}/end`, [end]),
    graph.scalarInt64("one_scalar", 1),
  ]);
}
