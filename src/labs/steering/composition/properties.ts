import type { Document } from "../../../experiments/documents/steering";
import type { Composition } from "../../../experiments/documents/steering-composition";
import type { Model } from "../../../engine/engine";
import { unwrap } from "../../../result";
import { directionMethods } from "../../../steering/directions/registry";
import type { SteeringVector } from "../../../steering/interventions";
import { analyseLayers } from "../../../steering/layers";
import { proposeLayer } from "../../../steering/separation";
import { dot } from "../../../vectors";
import type { RunTools } from "../../lab";
import { endsOf } from "../controls";
import { layerOf, textSetsOf } from "../settings";
import { storySets } from "../stories";
import { traitEnds } from "../traits";
import type { PropertyReport } from "./result";

/** A property ready to be pushed to, and to be looked for. */
export interface MadeProperty extends SteeringVector {
  readonly report: PropertyReport;
  /** Where the means of the source and of the target set lie along the direction: where a text's place is 0 and 1. */
  readonly ends: readonly [number, number];
}

/** Makes one property's direction: the difference of means whatever the method, the layer by held-out separation or as chosen. */
export async function makeProperty(
  { property, from, to }: Composition["properties"][number],
  document: Document,
  model: Model,
  { engine, signal, onProgress }: RunTools,
): Promise<MadeProperty> {
  const { parallelSentences } = await import("../../../data/parallel");
  const stories =
    property === "language" ? null : await storySets({ ...document, trait: property, storyLanguage: from });
  const sets = unwrap(
    textSetsOf({ ...document, texts: "parallel", source: from, target: to }, parallelSentences, stories),
  );
  const names = property === "language" ? ([from, to] as const) : traitEnds[property];
  const texts = [...sets.source, ...sets.target];
  const activations = await engine.captureResidual(model, texts, {
    signal,
    onProgress: (done) =>
      onProgress({ done: 0, total: 1, note: `reading ${done} of ${texts.length} texts, ${names.join(" to ")}` }),
  });
  const analyses = unwrap(
    analyseLayers(
      activations.slice(sets.source.length),
      activations.slice(0, sets.source.length),
      { positive: sets.split.target, negative: sets.split.source },
      directionMethods["mean-difference"],
      document.seed,
    ),
  );
  const proposed = proposeLayer(analyses.map(({ separation }) => separation));
  const layer = unwrap(layerOf(document, proposed, analyses.length));
  const analysis = analyses[layer]!;
  const { direction, scale, separation } = analysis;
  return {
    layer,
    direction,
    scale,
    ends: endsOf(analysis),
    report: { property, ends: names, layer, dPrime: separation.dPrime },
  };
}

/** Where a text lies on the way from the one mean to the other: 0 to 1, and beyond. Activations by layer [L][D]. */
export function placeOf(
  { layer, direction, ends: [source, target] }: Pick<MadeProperty, "layer" | "direction" | "ends">,
  activations: readonly Float32Array[],
): number {
  return (dot(direction, activations[layer]!) - source) / (target - source);
}
