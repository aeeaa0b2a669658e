import type { AttentionContext, AttentionInputs, AttentionOutputs } from "./attention";
import type { Value } from "./graph";
import { hook, type Writing } from "./writing";

/**
 * Attention written out in plain operators, for patterns [B,H,S,T] as a hook. The cache grows: of the past only the first
 * T - S positions are read, whatever its capacity, and `present` is [B,K,T,A].
 */
export function writeEagerAttention(
  writing: Writing,
  context: AttentionContext,
  layer: number,
  inputs: AttentionInputs,
): AttentionOutputs {
  const { graph, description } = writing;
  const { heads, kvHeads, headSize } = description.geometry;
  const at = `blocks.${layer}.attn`;
  const split = (name: string, x: Value, count: number) =>
    graph.node(
      "Transpose",
      `${at}/${name}`,
      [graph.node("Reshape", `${at}/${name}_split`, [x, graph.int64(`split.${count}`, [0, 0, count, headSize])])],
      { attributes: { perm: [0, 2, 1, 3] } },
    ); // [B,count,S,A]
  const shared = sharedValues(writing, context, inputs.packed);
  const [freshQuery, freshKey, freshValue] = graph.nodeWithOutputs(
    "Split",
    `${at}/unpacked`,
    [inputs.packed, graph.int64("packed_sizes", [heads * headSize, kvHeads * headSize, kvHeads * headSize])],
    [0, 1, 2],
    { attributes: { axis: -1 } },
  ) as [Value, Value, Value];
  const turn = (name: string, x: Value) =>
    graph.node("RotaryEmbedding", `${at}/${name}`, [x, shared.positions, context.rotary.cos, context.rotary.sin], {
      domain: "com.microsoft",
      attributes: { interleaved: 0 },
    });
  const extend = (name: string, past: Value, fresh: Value) => {
    const kept = graph.node("Slice", `${at}/${name}_past`, [
      past,
      graph.int64("zero", [0]),
      shared.cached,
      graph.int64("two", [2]),
    ]);
    return graph.node("Concat", `${at}/${name}_all`, [kept, fresh], { attributes: { axis: 2 } }); // [B,K,T,A]
  };
  const query = split("q_heads", turn("q_turned", freshQuery), heads);
  const presentKey = extend("k", inputs.pastKey, split("k_heads", turn("k_turned", freshKey), kvHeads));
  const presentValue = extend("v", inputs.pastValue, split("v_heads", freshValue, kvHeads));

  // The H/K query heads of one key head stand one below the other, [B,K,(H/K)*S,A]: no key is repeated.
  const regroup = (name: string, x: Value, count: number) =>
    graph.node("Reshape", `${at}/${name}`, [x, graph.int64(`regroup.${count}`, [0, count, -1, 0])]);
  const scaled = graph.node("Mul", `${at}/q_scaled`, [query, graph.float("attention_scale", 1 / Math.sqrt(headSize))]);
  const keys = graph.node("Transpose", `${at}/k_columns`, [presentKey], { attributes: { perm: [0, 1, 3, 2] } });
  const scores = graph.node("MatMul", `${at}/scores`, [regroup("q_groups", scaled, kvHeads), keys]);
  const masked = graph.node("Add", `${at}/masked`, [regroup("scores_heads", scores, heads), shared.mask]); // [B,H,S,T]
  const pattern = graph.node("Softmax", `${at}/pattern`, [masked], { attributes: { axis: -1 } });
  hook(writing, `${at}.hook_pattern`, pattern, [heads, "sequence_length", "total_sequence_length"]);
  const mixed = graph.node("MatMul", `${at}/mixed`, [regroup("pattern_groups", pattern, kvHeads), presentValue]);
  const byPosition = graph.node("Transpose", `${at}/z_heads`, [regroup("mixed_heads", mixed, heads)], {
    attributes: { perm: [0, 2, 1, 3] },
  }); // [B,S,H,A]
  const z = graph.node("Reshape", `${at}/z`, [byPosition, graph.int64("join_heads", [0, 0, heads * headSize])]);
  return { z, presentKey, presentValue };
}

interface SharedValues {
  /** i64 [1]: T - S, the positions that are read from the past. */
  readonly cached: Value;
  /** i64 [B,S]: position of each new token in its row. */
  readonly positions: Value;
  /** f32 [S,T]: 0 where a query may look, else a number that softmax makes 0. */
  readonly mask: Value;
}

/** Written once a program, although every layer asks for it. */
function sharedValues({ graph, description }: Writing, { lengths }: AttentionContext, packed: Value): SharedValues {
  const one = graph.int64("one", [1]);
  const length = graph.once("eager/length", () =>
    graph.node("Gather", "eager/length", [graph.node("Shape", "eager/shape", [packed]), one]),
  ); // S as [1]
  const cached = graph.once("eager/cached", () => graph.node("Sub", "eager/cached", [lengths.total, length]));
  const range = (name: string, end: Value) =>
    graph.node("Range", name, [
      graph.scalarInt64("zero_scalar", 0),
      graph.node("Squeeze", `${name}/end`, [end]),
      graph.scalarInt64("one_scalar", 1),
    ]);
  const steps = graph.once("eager/steps", () => range("eager/steps", length)); // 0 .. S-1
  const positions = graph.once("eager/positions", () => {
    const before = graph.node("Sub", "eager/before", [lengths.rowTotals, length]);
    const start = graph.node("Max", "eager/start", [before, graph.int64("zero", [0])]);
    return graph.node("Add", "eager/positions", [graph.node("Unsqueeze", "eager/start_column", [start, one]), steps]);
  });
  const mask = graph.once("eager/mask", () => {
    const queries = graph.node("Unsqueeze", "eager/query_positions", [
      graph.node("Add", "eager/query_row", [steps, cached]),
      one,
    ]);
    const keys = range("eager/key_positions", lengths.total);
    const causal = graph.node("LessOrEqual", "eager/causal", [keys, queries]); // [S,T]
    const window = description.slidingWindow;
    const visible =
      window === undefined
        ? causal
        : graph.node("And", "eager/visible", [
            causal,
            graph.node("Less", "eager/near", [
              graph.node("Sub", "eager/distance", [queries, keys]),
              graph.int64("window", [window]),
            ]),
          ]);
    return graph.node("Where", "eager/mask", [visible, graph.float("nothing", 0), graph.float("hidden", -3e38)]);
  });
  return { cached, positions, mask };
}
