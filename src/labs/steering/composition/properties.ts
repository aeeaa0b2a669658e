import type { Document } from "../../../experiments/documents/steering";
import type { Composition } from "../../../experiments/documents/steering-composition";
import type { Model } from "../../../engine/engine";
import { unwrap } from "../../../result";
import { directionMethods } from "../../../steering/directions/registry";
import type { SteeringVector } from "../../../steering/interventions";
import { analyseLayers } from "../../../steering/layers";
import { proposeLayer } from "../../../steering/separation";
import { mean } from "../../../steering/vectors";
import { dot } from "../../../vectors";
import type { RunTools } from "../../lab";
import { layerOf, textSetsOf } from "../settings";
import { storySets } from "../stories";
import { traitEnds } from "../traits";
import type { PropertyReport } from "./result";

/** A property ready to be pushed to, and to be looked for. */
export interface MadeProperty extends SteeringVector {
  readonly report: PropertyReport;
  /** Projection of the source's mean on the direction: where a text's place is 0. */
  readonly origin: number;
}

/** Makes one property's direction, as the lab makes any: difference of means, the layer by held-out separation or as chosen. */
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
  const ends = property === "language" ? ([from, to] as const) : traitEnds[property];
  const texts = [...sets.source, ...sets.target];
  const activations = await engine.captureResidual(model, texts, {
    signal,
    onProgress: (done) =>
      onProgress({ done: 0, total: 1, note: `reading ${done} of ${texts.length} texts, ${ends.join(" to ")}` }),
  });
  const source = activations.slice(0, sets.source.length);
  const analyses = unwrap(
    analyseLayers(
      activations.slice(sets.source.length),
      source,
      { positive: sets.split.target, negative: sets.split.source },
      directionMethods[document.method],
      document.seed,
    ),
  );
  const proposed = proposeLayer(analyses.map(({ separation }) => separation));
  const layer = unwrap(layerOf(document, proposed, analyses.length));
  const { direction, scale, separation } = analyses[layer]!;
  return {
    layer,
    direction,
    scale,
    origin: dot(direction, mean(sets.split.source.train.map((text) => source[text]![layer]!))),
    report: { property, ends, layer, dPrime: separation.dPrime },
  };
}

/** Where a text lies on the way from the one mean to the other: 0 to 1, and beyond. Activations by layer [L][D]. */
export function placeOf(
  { layer, direction, scale: { classDistance }, origin }: MadeProperty,
  activations: readonly Float32Array[],
): number {
  return (dot(direction, activations[layer]!) - origin) / classDistance;
}
