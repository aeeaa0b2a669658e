import type { Attention } from "./architectures/architecture";
import type { AttentionContext, AttentionInputs, AttentionOutputs } from "./attention";
import type { Value } from "./graph";
import { headPlaces } from "./heads";
import { writeNewPositions, writeRange } from "./positions";
import { splitHeads } from "./projections";
import { hook, type Writing, writeSoftCap } from "./writing";

/**
 * Attention written out in plain operators, for patterns [B,H,S,T] as a hook. The cache grows: of the past only the first
 * T - S positions are read, whatever its capacity, and `present` is [B,K,T,A].
 */
export function writeEagerAttention(
  writing: Writing,
  context: AttentionContext,
  layer: number,
  attention: Attention,
  { projected, rotary, pastKey, pastValue }: AttentionInputs,
): AttentionOutputs {
  const { graph, decoder } = writing;
  const { heads, kvHeads } = decoder.geometry;
  const places = headPlaces(decoder.geometry);
  const at = `blocks.${layer}.attn`;
  const split = (name: string, x: Value, count: number) =>
    graph.node(
      "Transpose",
      `${at}/${name}`,
      [graph.node("Reshape", `${at}/${name}_split`, [x, graph.int64(`split.${count}`, [0, 0, count, places])])],
      { attributes: { perm: [0, 2, 1, 3] } },
    ); // [B,count,S,A']
  const shared = sharedValues(writing, context, attention.window);
  const [freshQuery, freshKey, freshValue] = projected.length === 3 ? projected : splitHeads(writing, at, projected[0]);
  const turn = (name: string, x: Value) =>
    rotary
      ? graph.node("RotaryEmbedding", `${at}/${name}`, [x, shared.positions, rotary.cos, rotary.sin], {
          domain: "com.microsoft",
          attributes: { interleaved: 0 },
        })
      : x;
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
  const presentKey = extend("k", pastKey, split("k_heads", turn("k_turned", freshKey), kvHeads));
  const presentValue = extend("v", pastValue, split("v_heads", freshValue, kvHeads));

  // The H/K query heads of one key head stand one below the other, [B,K,(H/K)*S,A]: no key is repeated.
  const regroup = (name: string, x: Value, count: number) =>
    graph.node("Reshape", `${at}/${name}`, [x, graph.int64(`regroup.${count}`, [0, count, -1, 0])]);
  const { scale, softCap } = attention;
  const scaled = graph.node("Mul", `${at}/q_scaled`, [query, graph.float(`attention_scale.${scale}`, scale)]);
  const keys = graph.node("Transpose", `${at}/k_columns`, [presentKey], { attributes: { perm: [0, 1, 3, 2] } });
  const scores = graph.node("MatMul", `${at}/scores`, [regroup("q_groups", scaled, kvHeads), keys]);
  const capped = writeSoftCap(writing, `${at}/scores`, regroup("scores_heads", scores, heads), softCap);
  const masked = graph.node("Add", `${at}/masked`, [capped, shared.mask]); // [B,H,S,T]
  const pattern = graph.node("Softmax", `${at}/pattern`, [masked], { attributes: { axis: -1 } });
  hook(writing, `${at}.hook_pattern`, pattern, [heads, "sequence_length", "total_sequence_length"]);
  const mixed = graph.node("MatMul", `${at}/mixed`, [regroup("pattern_groups", pattern, kvHeads), presentValue]);
  const byPosition = graph.node("Transpose", `${at}/z_heads`, [regroup("mixed_heads", mixed, heads)], {
    attributes: { perm: [0, 2, 1, 3] },
  }); // [B,S,H,A']
  const z = graph.node("Reshape", `${at}/z`, [byPosition, graph.int64("join_heads", [0, 0, heads * places])]);
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

/** Written once a program, although every layer asks for it; a mask for each window. */
function sharedValues(
  { graph }: Writing,
  { ids, lengths }: AttentionContext,
  window: number | undefined,
): SharedValues {
  const one = graph.int64("one", [1]);
  const { count, steps, positions } = writeNewPositions(graph, ids, lengths);
  const cached = graph.once("eager/cached", () => graph.node("Sub", "eager/cached", [lengths.total, count]));
  const queries = graph.once("eager/query_positions", () =>
    graph.node("Unsqueeze", "eager/query_positions", [graph.node("Add", "eager/query_row", [steps, cached]), one]),
  );
  const keys = graph.once("eager/key_positions", () => writeRange(graph, "eager/key_positions", lengths.total));
  const causal = graph.once("eager/causal", () => graph.node("LessOrEqual", "eager/causal", [keys, queries])); // [S,T]
  const name = `eager/mask.${window ?? "whole"}`;
  const mask = graph.once(name, () => {
    const visible =
      window === undefined
        ? causal
        : graph.node("And", `${name}/visible`, [
            causal,
            graph.node("Less", `${name}/near`, [
              graph.node("Sub", `${name}/distance`, [queries, keys]),
              graph.int64(`${name}/window`, [window]),
            ]),
          ]);
    return graph.node("Where", name, [visible, graph.float("nothing", 0), graph.float("hidden", -3e38)]);
  });
  return { cached, positions, mask };
}
