import type { Geometry, ProgramOptions } from "../compiler/program";
import { fail, ok, type Result } from "../result";
import type { Intervention } from "../steering/intervention";
import { findProblem } from "./intervention-checks";
import { guardInputs } from "./guard-inputs";
import { composeRow, interventionsAt, type Phase, type RowEdits } from "./row-edits";

/** A float32 input of the graph. */
export interface EditInput {
  readonly name: string;
  readonly dims: readonly number[];
  readonly values: Float32Array<ArrayBuffer>;
}

/** Interventions of B rows: what the program must offer, and what it is fed. */
export interface EditPlan {
  readonly options: Pick<ProgramOptions, "steeredLayers" | "edits" | "guardedLayers" | "neuronLayers" | "gateLayers">;
  /** True when all rows are fed the same in the prompt, so that it need be computed only once. */
  readonly sharedPrompt: boolean;
  /** What is fed for these rows in this phase, and from this generated position on; a run over a given text is all prompt. */
  inputs(phase: Phase, rows: readonly number[], position?: number): readonly EditInput[];
  /** True where a stretch of some row begins or ends at this generated position, so that other inputs are fed. */
  changesAt(position: number): boolean;
}

/**
 * Plans one set of interventions a row. Steering is always fed by row, also for one: the kernel that adds a shared vector
 * rounds otherwise, and a row has to write the same tokens alone and in a batch. Problem: `intervention-invalid`, with the
 * layer and what is wrong there. `steerable` layers are fed zero vectors where nothing is added.
 */
export function planEdits(
  variants: readonly (readonly Intervention[])[],
  geometry: Geometry,
  steerable: readonly number[] = [],
): Result<EditPlan> {
  for (const variant of variants) {
    const problem = findProblem(variant, geometry);
    if (problem) return fail(problem);
  }
  const edges = edgesOf(variants);
  const composedAt = (at: "prompt" | number) => variants.map((variant) => composeRow(interventionsAt(variant, at)));
  const prompt = composedAt("prompt");
  const stretches = edges.map(composedAt);
  const rows = [...prompt, ...stretches.flat()];
  const residualLayers = layersOf(rows, "residual");
  const holding = (part: "offset" | "guard") =>
    residualLayers.filter((layer) => rows.some(({ residual }) => residual.get(layer)?.[part]));
  const steered = [...new Set([...holding("offset"), ...steerable])].toSorted((a, b) => a - b);
  const guarded = holding("guard");
  const edits = residualLayers
    .map((layer) => ({ layer, rank: Math.max(...rows.map(({ residual }) => residual.get(layer)?.u.length ?? 0)) }))
    .filter(({ rank }) => rank > 0);
  const neuronLayers = layersOf(rows, "neurons");
  const gateLayers = layersOf(rows, "gates");

  function inputs(phase: Phase, which: readonly number[], position = 0): readonly EditInput[] {
    const stretch = phase === "prompt" ? prompt : stretches[edges.findLastIndex((edge) => edge <= position)]!;
    const chosen = which.map((row) => stretch[row]!);
    return [
      ...(steered.length > 0 ? [steering(chosen, steered, geometry)] : []),
      ...edits.flatMap(({ layer, rank }) => lowRank(chosen, layer, rank, geometry.width)),
      ...guarded.flatMap((layer) =>
        guardInputs(
          layer,
          chosen.map(({ residual }) => residual.get(layer)?.guard),
          geometry.width,
        ),
      ),
      ...neuronLayers.flatMap((layer) => neurons(chosen, layer, geometry.mlpWidth)),
      ...gateLayers.map((layer) => gates(chosen, layer, geometry.mlpWidth)),
    ];
  }

  const first = inputs("prompt", [0]);
  const sharedPrompt = variants.every((_, row) =>
    inputs("prompt", [row]).every(({ values }, i) => sameValues(values, first[i]!.values)),
  );
  return ok({
    options: { steeredLayers: steered, edits, guardedLayers: guarded, neuronLayers, gateLayers },
    sharedPrompt,
    inputs,
    changesAt: (position) => position > 0 && edges.includes(position),
  });
}

/** Generated positions at which what is fed changes: 0 and the ends of all stretches, rising. */
function edgesOf(variants: readonly (readonly Intervention[])[]): readonly number[] {
  const windows = variants.flat().flatMap((intervention) => {
    const span = "span" in intervention ? intervention.span : undefined;
    return typeof span === "object" ? [span.from, span.to] : [];
  });
  return [...new Set([0, ...windows.filter((edge) => edge > 0)])].toSorted((a, b) => a - b);
}

function layersOf(rows: readonly RowEdits[], part: keyof RowEdits): readonly number[] {
  return [...new Set(rows.flatMap((row) => [...row[part].keys()]))].toSorted((a, b) => a - b);
}

function steering(rows: readonly RowEdits[], steered: readonly number[], { layers, width }: Geometry): EditInput {
  const values = new Float32Array(rows.length * layers * width); // [B,L,D]
  for (const [b, { residual }] of rows.entries()) {
    for (const layer of steered) {
      const offset = residual.get(layer)?.offset;
      if (offset) values.set(offset, (b * layers + layer) * width);
    }
  }
  return { name: "steering", dims: [rows.length, layers, width], values };
}

/** U [R,D,r] and V [R,r,D], R = 1 where all rows are alike; a row of lower rank is filled up with zeros. */
function lowRank(rows: readonly RowEdits[], layer: number, rank: number, width: number): readonly EditInput[] {
  const u = perRow(rows, width * rank, ({ residual }, values) => {
    for (const [r, column] of (residual.get(layer)?.u ?? []).entries()) {
      for (let d = 0; d < width; d++) values[d * rank + r] = column[d]!;
    }
  });
  const v = perRow(rows, rank * width, ({ residual }, values) => {
    for (const [r, row] of (residual.get(layer)?.v ?? []).entries()) values.set(row, r * width);
  });
  return [
    { name: `edit.${layer}.u`, dims: [u.length / (width * rank), width, rank], values: u },
    { name: `edit.${layer}.v`, dims: [v.length / (width * rank), rank, width], values: v },
  ];
}

/** Gain and bias [R,1,F]; a row that leaves the layer alone has gain 1 and bias 0. */
function neurons(rows: readonly RowEdits[], layer: number, mlpWidth: number): readonly EditInput[] {
  const gain = perRow(rows, mlpWidth, ({ neurons }, values) => {
    const edit = neurons.get(layer);
    if (edit) values.set(edit.gain);
    else values.fill(1);
  });
  const bias = perRow(rows, mlpWidth, ({ neurons }, values) => {
    const edit = neurons.get(layer);
    if (edit) values.set(edit.bias);
  });
  return [
    { name: `neuron_gain.${layer}`, dims: [gain.length / mlpWidth, 1, mlpWidth], values: gain },
    { name: `neuron_bias.${layer}`, dims: [bias.length / mlpWidth, 1, mlpWidth], values: bias },
  ];
}

/** The terms of rule 24 of the compiler, [R,5,F]; a row that leaves the layer alone has c = -1, which is never above 0. */
function gates(rows: readonly RowEdits[], layer: number, mlpWidth: number): EditInput {
  const values = perRow(rows, 5 * mlpWidth, ({ gates }, values) => {
    const edit = gates.get(layer);
    if (!edit) values.fill(-1, 2 * mlpWidth, 3 * mlpWidth);
    else for (const [i, term] of [...edit.ratio, edit.slope, edit.offset].entries()) values.set(term, i * mlpWidth);
  });
  return { name: `gates.${layer}`, dims: [values.length / (5 * mlpWidth), 5, mlpWidth], values };
}

/** The rows' values one after another; only the first's where all are alike. */
function perRow(
  rows: readonly RowEdits[],
  size: number,
  fill: (row: RowEdits, values: Float32Array) => void,
): Float32Array<ArrayBuffer> {
  const all = new Float32Array(rows.length * size);
  for (const [b, row] of rows.entries()) fill(row, all.subarray(b * size, (b + 1) * size));
  const first = all.subarray(0, size);
  const alike = rows.every((_, b) => sameValues(all.subarray(b * size, (b + 1) * size), first));
  return alike ? all.slice(0, size) : all;
}

function sameValues(a: Float32Array, b: Float32Array): boolean {
  return a.every((value, i) => value === b[i]);
}
