import type { Document } from "../../experiments/documents/steering";
import { unwrap } from "../../result";
import { randomDirection } from "../../steering/directions/random";
import { directionMethods } from "../../steering/directions/registry";
import type { Intervention } from "../../steering/intervention";
import { steer } from "../../steering/interventions";
import { type LayerAnalysis, layerRandom, type TextActivations } from "../../steering/layers";
import type { Condition } from "./result";

/** A row of a comparison: what it is called, and what is done in it. */
export interface Variant {
  readonly condition: Condition;
  readonly interventions: readonly Intervention[];
}

/**
 * None, the direction, and edits of the same size at the same layers that are not it: along a random direction, and, where
 * texts of another language are given, from the source to that language.
 */
export function variantsOf(
  chosen: readonly LayerAnalysis[],
  { operation, strength, span, seed }: Document,
  other?: { readonly positive: TextActivations; readonly negative: TextActivations },
): readonly Variant[] {
  const along = (directionOf: (analysis: LayerAnalysis) => Float32Array): readonly Intervention[] =>
    chosen.map((analysis) => {
      const direction = directionOf(analysis);
      return operation === "ablate"
        ? { kind: "ablate", layer: analysis.layer, direction }
        : unwrap(steer({ ...analysis, direction }, strength / chosen.length, span));
    });
  const randomAt = (layer: number) => layerRandom(seed + 1, layer);
  const variants: readonly Variant[] = [
    { condition: "unsteered", interventions: [] },
    { condition: "steered", interventions: along(({ direction }) => direction) },
    {
      condition: "random",
      interventions: along(({ direction, layer }) => randomDirection(direction.length, randomAt(layer))),
    },
  ];
  if (!other) return variants;
  const elsewhere = along(({ layer }) => {
    const at = (texts: TextActivations) => texts.map((text) => text[layer]!);
    const contrast = { positive: at(other.positive), negative: at(other.negative) };
    return unwrap(directionMethods["mean-difference"].direction(contrast, randomAt(layer)));
  });
  return [...variants, { condition: "other", interventions: elsewhere }];
}

const candidates = ["es", "de", "en"] as const;

/** A language that is neither of the two, for the control; undefined for own texts. */
export function otherLanguage({ texts, source, target }: Document): (typeof candidates)[number] | undefined {
  if (texts !== "parallel") return undefined;
  return candidates.find((code) => code !== source && code !== target);
}
