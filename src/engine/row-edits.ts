import type { Intervention } from "../steering/intervention";
import { dot } from "../vectors";

export const phases = ["prompt", "generation"] as const;
/** The prompt's positions, or those that are generated after it. */
export type Phase = (typeof phases)[number];

/**
 * What one row's interventions come to, layer by layer. Any sequence of residual interventions composes to
 * h <- h + (h U) V + b with U as r columns [D], V as r rows [D], and an offset b [D] for each phase.
 */
export interface RowEdits {
  readonly residual: ReadonlyMap<number, ResidualEdit>;
  readonly neurons: ReadonlyMap<number, NeuronEdit>;
}

export interface ResidualEdit {
  readonly u: readonly Float32Array[];
  readonly v: readonly Float32Array[];
  readonly offset: Readonly<Partial<Record<Phase, Float32Array>>>;
}

export interface NeuronEdit {
  readonly gain: Float32Array;
  readonly bias: Float32Array;
}

/** The interventions as they are at a generated position: those of a stretch that holds it last for the generation, the others are left out. */
export function interventionsAt(interventions: readonly Intervention[], position: number): readonly Intervention[] {
  return interventions.flatMap((intervention): readonly Intervention[] => {
    if (intervention.kind !== "add" || typeof intervention.span !== "object") return [intervention];
    const { from, to } = intervention.span;
    return position >= from && position < to ? [{ ...intervention, span: "generation" }] : [];
  });
}

/** Composes interventions in the order given. They must have passed `findFault`. */
export function composeRow(interventions: readonly Intervention[]): RowEdits {
  const residual = new Map<number, ResidualEdit>();
  const neurons = new Map<number, NeuronEdit>();
  for (const intervention of interventions) {
    const { layer } = intervention;
    if (intervention.kind === "neurons") neurons.set(layer, thenNeurons(neurons.get(layer), intervention));
    else residual.set(layer, then(residual.get(layer) ?? { u: [], v: [], offset: {} }, intervention));
  }
  return { residual, neurons };
}

function then(edit: ResidualEdit, intervention: Exclude<Intervention, { kind: "neurons" }>): ResidualEdit {
  if (intervention.kind === "add") {
    const { vector, strength, span = "both" } = intervention;
    const touched = phases.filter((phase) => span === "both" || span === phase);
    const added = (phase: Phase) => axpy(strength, vector, edit.offset[phase] ?? new Float32Array(vector.length));
    return { ...edit, offset: { ...edit.offset, ...offsets(touched, added) } };
  }
  const [u, v] = factors(intervention);
  const held = phases.filter((phase) => edit.offset[phase]);
  return {
    // (h + (h U) V) u = h (u + U (V u)): the new columns see the stream as the earlier edit left it.
    u: [...edit.u, ...u.map((column) => addMapped(column, column, edit.v, edit.u))],
    v: [...edit.v, ...v],
    offset: offsets(held, (phase) => addMapped(edit.offset[phase]!, edit.offset[phase]!, u, v)),
  };
}

function offsets(of: readonly Phase[], make: (phase: Phase) => Float32Array): Partial<Record<Phase, Float32Array>> {
  return Object.fromEntries(of.map((phase) => [phase, make(phase)]));
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
