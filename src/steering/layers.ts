import { type Random, seededRandom } from "../random";
import { ok, type Result } from "../result";
import type { Contrast, DirectionMethod } from "./directions/direction";
import type { SteeringVector } from "./interventions";
import { type Separation, type Split, separation } from "./separation";
import { layerScale } from "./strength";
import { mean } from "./vectors";

/** A layer's direction, made from the training texts, with how well it does on the held-out ones. */
export interface LayerAnalysis extends SteeringVector {
  /** Of the training texts, [D] each. */
  readonly means: { readonly positive: Float32Array; readonly negative: Float32Array };
  readonly separation: Separation;
}

/** Activations by text and layer, [N][L] vectors [D], as the engine captures them. */
export type TextActivations = readonly (readonly Float32Array[])[];

/** Which texts of each set are trained on and which are held out. */
export interface ContrastSplit {
  readonly positive: Split;
  readonly negative: Split;
}

/**
 * One direction a layer by one method, with its scale and its separation on held-out texts. A problem of the method
 * (an empty set, sets that do not differ) is returned for the first layer that has it. `background` holds texts of all
 * kinds, for methods that read them.
 */
export function analyseLayers(
  positive: TextActivations,
  negative: TextActivations,
  split: ContrastSplit,
  method: DirectionMethod,
  seed: number,
  background?: TextActivations,
): Result<readonly LayerAnalysis[]> {
  const layers = positive[0]?.length ?? negative[0]?.length ?? 1;
  const analyses: LayerAnalysis[] = [];
  for (let layer = 0; layer < layers; layer += 1) {
    const { train, heldOut } = contrastsAt(layer, positive, negative, split);
    const all = background && { background: background.map((text) => text[layer]!) };
    const direction = method.direction({ ...train, ...all }, layerRandom(seed, layer));
    if (!direction.ok) return direction;
    analyses.push({
      layer,
      direction: direction.value,
      scale: layerScale(train),
      means: { positive: mean(train.positive), negative: mean(train.negative) },
      separation: separation(direction.value, train, heldOut),
    });
  }
  return ok(analyses);
}

/** What the training texts and the held-out ones are at a layer. */
export function contrastsAt(
  layer: number,
  positive: TextActivations,
  negative: TextActivations,
  split: ContrastSplit,
): { readonly train: Contrast; readonly heldOut: Contrast } {
  const of = (part: keyof Split): Contrast => ({
    positive: pick(positive, split.positive[part], layer),
    negative: pick(negative, split.negative[part], layer),
  });
  return { train: of("train"), heldOut: of("heldOut") };
}

/** A stream of its own for each layer, so that one layer's direction does not depend on the others. */
export function layerRandom(seed: number, layer: number): Random {
  return seededRandom(Math.imul(seed, 0x9e3779b1) + layer);
}

function pick(activations: TextActivations, texts: readonly number[], layer: number): readonly Float32Array[] {
  return texts.map((text) => activations[text]![layer]!);
}
