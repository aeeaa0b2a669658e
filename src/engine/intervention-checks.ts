import type { Geometry } from "../compiler/program";
import type { Problem } from "../result";
import type { Guard, Intervention, Window } from "../steering/intervention";

/** Of these a layer has one. */
const onePerLayer = [
  ["guard", "guards"],
  ["gates", "adjustments of its gates"],
] as const;

/** What is wrong with the interventions of one row for a model of these sizes; undefined when they can be run. */
export function findProblem(interventions: readonly Intervention[], geometry: Geometry): Problem | undefined {
  for (const intervention of interventions) {
    const problem = findFault(intervention, geometry);
    if (problem) return problem;
  }
  for (const [single, many] of onePerLayer) {
    const layers = interventions.filter(({ kind }) => kind === single).map(({ layer }) => layer);
    const twice = layers.find((layer, index) => layers.indexOf(layer) !== index);
    if (twice !== undefined) return invalid(`Layer ${twice} has two ${many}.`, single, twice);
  }
  return undefined;
}

function findFault(intervention: Intervention, { layers, width, mlpWidth }: Geometry): Problem | undefined {
  const { kind, layer } = intervention;
  if (!Number.isInteger(layer) || layer < 0 || layer >= layers) {
    return invalid(`Layer ${layer} does not exist: this model has layers 0 to ${layers - 1}.`, kind, layer);
  }
  if (kind === "add" && !Number.isFinite(intervention.strength)) {
    return invalid(`The strength at layer ${layer} is not a finite number.`, kind, layer);
  }
  if (kind === "low-rank" && !(Number.isInteger(intervention.rank) && intervention.rank > 0)) {
    return invalid(`The rank at layer ${layer} is not a positive whole number.`, kind, layer);
  }
  if (kind === "guard" && !hasBounds(intervention)) {
    return invalid(`A bound of the guard at layer ${layer} is not a finite number.`, kind, layer);
  }
  if (kind !== "neurons" && kind !== "gates" && typeof intervention.span === "object" && !isWindow(intervention.span)) {
    return invalid(
      `The stretch from ${intervention.span.from} to ${intervention.span.to} at layer ${layer} is not one of whole positions in order.`,
      kind,
      layer,
    );
  }
  for (const [name, vector, length] of vectorsOf(intervention, width, mlpWidth)) {
    if (vector.length !== length) {
      return invalid(
        `The ${name} at layer ${layer} has ${vector.length} numbers where this model needs ${length}.`,
        kind,
        layer,
      );
    }
    if (!vector.every(Number.isFinite)) return invalid(`The ${name} at layer ${layer} is not finite.`, kind, layer);
  }
  return undefined;
}

function hasBounds({ from = 0, cap, when }: Guard): boolean {
  return Number.isInteger(from) && from >= 0 && [cap?.most ?? 0, when?.above ?? 0].every(Number.isFinite);
}

function isWindow({ from, to }: Window): boolean {
  return Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to >= from;
}

type Named = readonly [name: string, vector: Float32Array, length: number];

function vectorsOf(intervention: Intervention, width: number, mlpWidth: number): readonly Named[] {
  switch (intervention.kind) {
    case "add":
      return [["vector", intervention.vector, width]];
    case "ablate":
      return [["direction", intervention.direction, width]];
    case "low-rank":
      return [
        ["matrix U", intervention.u, width * intervention.rank],
        ["matrix V", intervention.v, width * intervention.rank],
      ];
    case "guard":
      return [
        ...(intervention.cap ? [["cap", intervention.cap.direction, width] as const] : []),
        ...(intervention.when ? [["condition", intervention.when.direction, width] as const] : []),
      ];
    case "neurons":
      return [
        ["gain", intervention.gain, mlpWidth],
        ["bias", intervention.bias, mlpWidth],
      ];
    case "gates":
      return [...intervention.ratio, intervention.slope, intervention.offset].map((term) => [
        "gate term",
        term,
        mlpWidth,
      ]);
  }
}

function invalid(what: string, kind: string, layer: number): Problem {
  return {
    code: "intervention-invalid",
    what,
    remedy: "Make the direction anew with this model, and use layers and strengths that it has.",
    facts: { kind, layer },
  };
}
