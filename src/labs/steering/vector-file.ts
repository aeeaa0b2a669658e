import type { Result } from "../../result";
import { writeControlVector } from "../../steering/files/gguf-write";
import { scale } from "../../steering/vectors";
import type { SteeringResult } from "./result";

/**
 * The steered layer's vector as a GGUF control vector, one class distance long: the scale that llama.cpp is given is the
 * strength (`--control-vector-scaled FILE:1.5`). A problem for layer 0, which the format has no place for.
 */
export function ggufOf(result: SteeringResult): Result<Uint8Array<ArrayBuffer>> {
  const vector = scale(Float32Array.from(result.direction), result.layers[result.layer]!.classDistance);
  return writeControlVector({ modelHint: "llama", directions: [{ layer: result.layer, vector }] });
}

/** The same vector as JSON with all that is needed to use it elsewhere and to refuse it on another model. */
export function jsonOf(result: SteeringResult): string {
  const { model, source, target, layer, layers, texts, direction } = result;
  return `${JSON.stringify(
    {
      format: "babelscope-direction",
      version: 1,
      checkpoint: model.checkpoint,
      hook: `blocks.${layer}.hook_resid_post`,
      layer,
      layerBase: 0,
      source,
      target,
      textsUsed: texts.train,
      classDistance: layers[layer]!.classDistance,
      residualNorm: layers[layer]!.residualNorm,
      heldOut: { texts: texts.heldOut, dPrime: layers[layer]!.dPrime, accuracy: layers[layer]!.accuracy },
      unitDirection: direction,
    },
    null,
    1,
  )}\n`;
}
