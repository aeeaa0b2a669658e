import type { Value } from "./graph";
import { type Lengths, writeNewPositions } from "./positions";
import type { Writing } from "./writing";

/** What is added to h [B,S,D] of what the edits made of it: e [B,S,D] less h, bounded. */
type Bound = (h: Value, edited: Value) => Value;

const float = 1;

/**
 * Declares the inputs of the guards asked for: by layer, what each makes of h and e (`Guard` of the steering folder says
 * it in numbers). Positions are absolute, from the attention mask, so it does not matter how the cache cut a sequence.
 */
export function writeGuards(writing: Writing, ids: Value, lengths: Lengths): ReadonlyMap<number, Bound> {
  const { graph, decoder, options } = writing;
  const { width } = decoder.geometry;
  return new Map(
    options.guardedLayers.map((layer) => {
      const at = `guard.${layer}`;
      const input = (name: string, size: number) =>
        graph.input({ name: `${at}.${name}`, type: "float32", dims: [`${at}.${name}_rows`, 1, size] });
      const cap = input("cap", width);
      const condition = input("condition", width);
      const [from, keep, most, above] = graph.nodeWithOutputs(
        "Split",
        `${at}.split`,
        [input("bounds", 4)],
        [0, 1, 2, 3],
        {
          attributes: { axis: 2 },
        },
      ) as [Value, Value, Value, Value];
      const node = (op: string, name: string, inputs: readonly Value[]) => graph.node(op, `${at}.${name}`, inputs);
      const along = (name: string, x: Value, direction: Value) =>
        node("ReduceSum", name, [node("Mul", `${name}_terms`, [x, direction]), graph.int64("last_axis", [-1])]); // [B,S,1]
      const length = (name: string, x: Value) =>
        graph.node("ReduceL2", `${at}.${name}`, [x], { attributes: { axes: [-1], keepdims: 1 } }); // [B,S,1]

      function bound(h: Value, edited: Value): Value {
        const over = node("Relu", "over", [node("Sub", "excess", [along("along_cap", edited, cap), most])]);
        const capped = node("Sub", "capped", [edited, node("Mul", "cut", [over, cap])]);
        const least = graph.float("least_length", 1e-20);
        const ratio = node("Div", "ratio", [
          length("length", h),
          node("Max", "edited_length", [length("edited_norm", capped), least]),
        ]);
        const one = graph.float("one_float", 1);
        // 1 where the norm is not kept, to the bit.
        const factor = node("Add", "factor", [one, node("Mul", "kept", [keep, node("Sub", "change", [ratio, one])])]);
        const fires = node("Greater", "fires", [along("along_condition", h, condition), above]);
        const begun = node("GreaterOrEqual", "begun", [position(), from]);
        const open = graph.node("Cast", `${at}.open`, [node("And", "both", [fires, begun])], {
          attributes: { to: float },
        });
        return node("Mul", "bounded", [node("Sub", "moved", [node("Mul", "scaled", [capped, factor]), h]), open]);
      }
      return [layer, bound];
    }),
  );

  /** f32 [B,S,1] */
  function position(): Value {
    return graph.once("guard/position", () => {
      const { positions } = writeNewPositions(graph, ids, lengths);
      const column = graph.node("Unsqueeze", "guard/position_column", [positions, graph.int64("two", [2])]);
      return graph.node("Cast", "guard/position", [column], { attributes: { to: float } });
    });
  }
}
