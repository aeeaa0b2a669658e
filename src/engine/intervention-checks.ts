import type { Geometry } from "../compiler/program";
import type { Problem } from "../result";
import type { Intervention, Window } from "../steering/intervention";

/** What is wrong with an intervention for a model of these sizes; undefined when it can be run. */
export function findFault(intervention: Intervention, { layers, width, mlpWidth }: Geometry): Problem | undefined {
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
  if (kind === "add" && typeof intervention.span === "object" && !isWindow(intervention.span)) {
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
    case "neurons":
      return [
        ["gain", intervention.gain, mlpWidth],
        ["bias", intervention.bias, mlpWidth],
      ];
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
