import type { GateIntervention, Guard, Intervention, ResidualIntervention, Span } from "../steering/intervention";
import { dot } from "../vectors";

/** The prompt's positions, or those that are generated after it. */
export type Phase = "prompt" | "generation";

/**
 * What one row's interventions come to, layer by layer. Any sequence of residual interventions composes to
 * h <- h + (h U) V + b with U as r columns [D], V as r rows [D], and an offset b [D]; a guard bounds that.
 */
export interface RowEdits {
  readonly residual: ReadonlyMap<number, ResidualEdit>;
  readonly neurons: ReadonlyMap<number, NeuronEdit>;
  readonly gates: ReadonlyMap<number, GateIntervention>;
}

export interface ResidualEdit {
  readonly u: readonly Float32Array[];
  readonly v: readonly Float32Array[];
  readonly offset?: Float32Array;
  readonly guard?: Guard;
}

export interface NeuronEdit {
  readonly gain: Float32Array;
  readonly bias: Float32Array;
}

/** Those of the interventions that touch the prompt, or a generated position. */
export function interventionsAt(
  interventions: readonly Intervention[],
  at: "prompt" | number,
): readonly Intervention[] {
  return interventions.filter((one) => one.kind === "neurons" || one.kind === "gates" || touches(one.span, at));
}

function touches(span: Span = "both", at: "prompt" | number): boolean {
  if (typeof span === "object") return at !== "prompt" && at >= span.from && at < span.to;
  return span === "both" || (span === "prompt") === (at === "prompt");
}

/** Composes interventions in the order given. They must have passed `findFault`. */
export function composeRow(interventions: readonly Intervention[]): RowEdits {
  const residual = new Map<number, ResidualEdit>();
  const neurons = new Map<number, NeuronEdit>();
  const gates = new Map<number, GateIntervention>();
  for (const intervention of interventions) {
    const { layer } = intervention;
    if (intervention.kind === "neurons") neurons.set(layer, thenNeurons(neurons.get(layer), intervention));
    else if (intervention.kind === "gates") gates.set(layer, intervention);
    else residual.set(layer, then(residual.get(layer) ?? { u: [], v: [] }, intervention));
  }
  return { residual, neurons, gates };
}

function then(edit: ResidualEdit, intervention: ResidualIntervention): ResidualEdit {
  if (intervention.kind === "guard") return { ...edit, guard: intervention };
  if (intervention.kind === "add") {
    const { vector, strength } = intervention;
    return { ...edit, offset: axpy(strength, vector, edit.offset ?? new Float32Array(vector.length)) };
  }
  const [u, v] = factors(intervention);
  return {
    ...edit,
    // (h + (h U) V) u = h (u + U (V u)): the new columns see the stream as the earlier edit left it.
    u: [...edit.u, ...u.map((column) => addMapped(column, column, edit.v, edit.u))],
    v: [...edit.v, ...v],
    ...(edit.offset && { offset: addMapped(edit.offset, edit.offset, u, v) }),
  };
}

/** U's columns and V's rows of h <- h + (h U) V. */
function factors(
  intervention: Extract<Intervention, { kind: "ablate" | "low-rank" }>,
): [readonly Float32Array[], readonly Float32Array[]] {
  if (intervention.kind === "ablate") {
    const { direction } = intervention;
    const length = Math.sqrt(dot(direction, direction));
    if (length === 0) return [[], []];
    return [[direction.map((value) => -value / length)], [direction.map((value) => value / length)]];
  }
  const { rank, u, v } = intervention;
  const width = u.length / rank;
  const ranks = Array.from({ length: rank }, (_, r) => r);
  return [
    ranks.map((r) => Float32Array.from({ length: width }, (_, d) => u[d * rank + r]!)),
    ranks.map((r) => v.subarray(r * width, (r + 1) * width)),
  ];
}

function thenNeurons(before: NeuronEdit | undefined, { gain, bias }: NeuronEdit): NeuronEdit {
  if (!before) return { gain, bias };
  return {
    gain: before.gain.map((value, f) => value * gain[f]!),
    bias: before.bias.map((value, f) => value * gain[f]! + bias[f]!),
  };
}

/** start + sum over r of (h . from_r) to_r */
function addMapped(
  start: Float32Array,
  h: Float32Array,
  from: readonly Float32Array[],
  to: readonly Float32Array[],
): Float32Array {
  return from.reduce((sum, vector, r) => axpy(dot(h, vector), to[r]!, sum), start);
}

/** factor * x + y */
function axpy(factor: number, x: Float32Array, y: Float32Array): Float32Array {
  return y.map((value, i) => value + factor * x[i]!);
}
