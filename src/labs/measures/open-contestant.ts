import type { Model } from "../../engine/engine";
import type { Document } from "../../experiments/documents/measures";
import { contentHash } from "../../hash";
import type { Intervention } from "../../steering/intervention";
import type { RunTools } from "../lab";
import { steeringOf } from "./steered";
import type { Contestant } from "./variants";

export interface OpenedContestant {
  readonly model: Model;
  readonly interventions: readonly Intervention[];
  /** Equal where weights, recipe, interventions and backend are. */
  readonly key: string;
}

/** Loads or merges the model of a contestant and makes its interventions. */
export async function openContestant(
  { variant, control }: Contestant,
  document: Document,
  { engine, signal }: RunTools,
): Promise<OpenedContestant> {
  const options = { signal, weights: variant.weights };
  const model =
    variant.kind === "merge" ? await engine.merge(variant.recipe, options) : await engine.load(variant.model, options);
  const weights = `${model.checkpoint} ${model.weights} ${model.backend}`;
  if (variant.kind !== "steering") return { model, interventions: [], key: contentHash(weights) };
  const intervention = await steeringOf(variant, { engine, model, document, control, signal });
  const vector = intervention.kind === "add" ? [intervention.layer, intervention.strength, ...intervention.vector] : [];
  return {
    model,
    interventions: [intervention],
    key: contentHash(JSON.stringify([weights, variant.span, vector])),
  };
}
