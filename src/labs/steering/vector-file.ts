import type { Result } from "../../result";
import { writeControlVector } from "../../steering/files/gguf-write";
import { writeDirectionTensors } from "../../steering/files/write-direction";
import { scale } from "../../steering/vectors";
import type { SteeringResult } from "./result";

/**
 * The steered layer's vector as a GGUF control vector, one class distance long: the scale that llama.cpp is given is the
 * strength (`--control-vector-scaled FILE:1.5`). A problem for layer 0, which the format has no place for.
 */
export function ggufOf(result: SteeringResult): Result<Uint8Array<ArrayBuffer>> {
  const { checkpoint, tokenizerHash } = result.model;
  const origin = { checkpoint, tokenizerHash, facts: JSON.stringify(factsOf(result)) };
  return writeControlVector({ modelHint: "llama", directions: [strengthOne(result)], origin });
}

/** What files hold: the direction and its class distance; where several are added, their sum, to be added at strength 1. */
export function heldVector({ direction, layer, layers, joined, strength }: SteeringResult) {
  const length = joined ? Math.hypot(...joined.added) : 0;
  if (!joined || length === 0) return { direction, classDistance: layers[layer]!.classDistance, strength };
  return { direction: joined.added.map((value) => value / length), classDistance: length, strength: 1 };
}

/** The vector that strength 1 adds, and the layer behind which it does. */
function strengthOne(result: SteeringResult) {
  const { direction, classDistance } = heldVector(result);
  return { layer: result.layer, vector: scale(Float32Array.from(direction), classDistance) };
}

/** The same vector as safetensors, with what made it in the header. */
export function tensorsOf(result: SteeringResult): Uint8Array<ArrayBuffer> {
  const told = Object.entries(factsOf(result)).flatMap(([key, value]: readonly [string, unknown]) =>
    value === undefined ? [] : [[key, typeof value === "string" ? value : JSON.stringify(value)] as const],
  );
  return writeDirectionTensors([strengthOne(result)], Object.fromEntries(told));
}

/** The same vector as IBM's `.svec`, which names the block behind which it was read. */
export function svecOf(result: SteeringResult): string {
  const { layer, vector } = strengthOne(result);
  return JSON.stringify({
    model_type: "llama",
    directions: { [layer]: [...vector] },
    explained_variances: {},
    babelscope: factsOf(result),
  });
}

/** The same vector as JSON with all that is needed to use it elsewhere and to refuse it on another model. */
export function jsonOf(result: SteeringResult): string {
  return `${JSON.stringify({ ...factsOf(result), unitDirection: heldVector(result).direction }, null, 1)}\n`;
}

/** What every file says of its vector; layers count from 0. */
function factsOf(result: SteeringResult) {
  const { model, source, target, layer, layers, texts, joined, ends } = result;
  const { residualNorm, dPrime, accuracy } = layers[layer]!;
  return {
    format: "babelscope-direction",
    version: 1,
    checkpoint: model.checkpoint,
    tokenizerHash: model.tokenizerHash,
    hook: `blocks.${layer}.hook_resid_post`,
    layer,
    layerBase: 0,
    source,
    target,
    ...result.made,
    licence: "Apache-2.0 for directions of the embedded checkpoints and texts; else that of the model and the texts",
    ...(!result.made?.fileLayers && { textsUsed: texts.train }),
    ...(joined && { sumOf: joined.directions }),
    classDistance: heldVector(result).classDistance,
    ends,
    residualNorm,
    byLayer: {
      classDistance: layers.map(({ classDistance }) => classDistance),
      residualNorm: layers.map((one) => one.residualNorm),
    },
    heldOut: { texts: texts.heldOut, dPrime, accuracy },
  };
}
