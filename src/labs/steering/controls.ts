import type { Document } from "../../experiments/documents/steering";
import { LabError, unwrap } from "../../result";
import { orthogonalised, sumOf } from "../../steering/algebra";
import { randomDirection } from "../../steering/directions/random";
import { directionMethods } from "../../steering/directions/registry";
import type { Intervention } from "../../steering/intervention";
import { type LayerAnalysis, layerRandom, type TextActivations } from "../../steering/layers";
import { type Bounds, interventionsOf, type Part } from "../../steering/parts";
import { mean, norm, unit } from "../../steering/vectors";
import { dot } from "../../vectors";
import type { FurtherDirection } from "./applying/further";
import type { Condition } from "./result";

/** A row of a comparison: what it is called, and what is done in it. */
export interface Variant {
  readonly condition: Condition;
  readonly interventions: readonly Intervention[];
}

/** What joins the first direction: others, and a condition, at every layer. */
export interface Joined {
  readonly further: readonly FurtherDirection[];
  readonly condition: readonly LayerAnalysis[] | null;
}

export const alone: Joined = { further: [], condition: null };

/**
 * None, the directions, and edits of the same size at the same layers that are not them: along a random direction, and, where
 * texts of another language are given, from the source to that language in place of the first.
 */
export function variantsOf(
  chosen: readonly LayerAnalysis[],
  document: Document,
  joined: Joined = alone,
  other?: TextActivations,
): readonly Variant[] {
  const along = (partsOf: (analysis: LayerAnalysis) => readonly Part[]): readonly Intervention[] =>
    chosen.flatMap((analysis) => {
      const parts = partsOf(analysis).map((part) => sharedAmong(part, chosen.length));
      return unwrap(interventionsOf(analysis.layer, parts, boundsAt(analysis.layer, document, joined), document.span));
    });
  const randomAt = (layer: number) => layerRandom(document.seed + 1, layer);
  const variants: readonly Variant[] = [
    { condition: "unsteered", interventions: [] },
    { condition: "steered", interventions: along((analysis) => partsAt(analysis, document, joined)) },
    {
      condition: "random",
      interventions: along((analysis) => {
        const random = randomAt(analysis.layer);
        return randomParts(partsAt(analysis, document, joined), analysis, (width) => randomDirection(width, random));
      }),
    },
  ];
  if (!other) return variants;
  const elsewhere = along((analysis) => {
    const positive = other.map((text) => text[analysis.layer]!);
    const contrast = { positive, negative: [analysis.means.negative] };
    const direction = unwrap(directionMethods["mean-difference"].direction(contrast, randomAt(analysis.layer)));
    const means = { ...analysis.means, positive: mean(positive) };
    return partsAt({ ...analysis, direction, means }, document, joined);
  });
  return [...variants, { condition: "other", interventions: elsewhere }];
}

/** The first direction and those that join it at its layer, with what is done along each. */
export function partsAt(
  analysis: LayerAnalysis,
  { operation, strength, applying }: Pick<Document, "operation" | "strength" | "applying">,
  { further }: Joined,
): readonly Part[] {
  const all = [
    { operation, strength, analysis },
    ...further.map((one) => ({ ...one, analysis: one.analyses[analysis.layer]! })),
  ];
  const directions = all.map((one) => one.analysis.direction);
  const left = applying.orthogonal ? orthogonalised(directions) : directions;
  return all.map((one, index) => {
    const rest = left[index];
    if (!rest) {
      throw new LabError({
        code: "input-invalid",
        what: `Nothing is left of direction ${index + 1} at layer ${analysis.layer}: it lies along those before it.`,
        remedy: "Take it out, or do not make the directions orthogonal.",
        facts: { direction: index + 1, layer: analysis.layer },
      });
    }
    const { means, scale } = one.analysis;
    const direction = applying.orthogonal ? unit(rest)! : rest;
    return {
      operation: one.operation,
      strength: one.strength,
      direction,
      scale: { ...scale, classDistance: scale.classDistance * (applying.orthogonal ? norm(rest) : 1) },
      ends: endsOf({ direction, means }),
    };
  });
}

/** Where the means of the source and of the target set lie along the direction. */
export function endsOf({ direction, means }: Pick<LayerAnalysis, "direction" | "means">): readonly [number, number] {
  return [dot(direction, means.negative), dot(direction, means.positive)];
}

/** What the parts that add come to together, [D] in units of the activation. */
export function addedBy(parts: readonly Part[], width: number): Float32Array {
  const added = parts.filter(({ operation }) => operation === "add");
  return sumOf(
    added.map(({ direction, strength, scale }) => ({ direction, factor: strength * scale.classDistance })),
    width,
  );
}

/**
 * As many parts along random directions, each as long, or with its places as far apart; what is added is joined before, so
 * that the whole is as long.
 */
function randomParts(
  parts: readonly Part[],
  { means: { negative } }: LayerAnalysis,
  randomOf: (width: number) => Float32Array,
): readonly Part[] {
  const width = negative.length;
  const added = parts.filter(({ operation }) => operation === "add");
  const joined: Part[] =
    added.length < 2
      ? added
      : [{ ...added[0]!, strength: 1, scale: { ...added[0]!.scale, classDistance: norm(addedBy(parts, width)) } }];
  return [...joined, ...parts.filter(({ operation }) => operation !== "add")].map((part) => {
    const direction = randomOf(width);
    const source = dot(direction, negative);
    return { ...part, direction, ends: [source, source + part.ends[1] - part.ends[0]] };
  });
}

/** What is added is shared out among the layers; what else is done is done at each. */
function sharedAmong(part: Part, layers: number): Part {
  return part.operation === "add" ? { ...part, strength: part.strength / layers } : part;
}

/** The document's bounds at a layer; a condition is met beyond the midpoint of its two means. */
export function boundsAt(layer: number, { applying }: Document, { condition }: Joined): Bounds {
  const { from, keepNorm } = applying;
  const met = condition?.[layer];
  if (!met) return { from, keepNorm };
  return { from, keepNorm, when: { direction: met.direction, above: midpointOf(met) } };
}

/** Half way between the two means, along the direction. */
export function midpointOf(analysis: LayerAnalysis): number {
  const [source, target] = endsOf(analysis);
  return (source + target) / 2;
}

const candidates = ["es", "de", "en"] as const;

/** A language that is neither of the two, for the control; undefined for own texts. */
export function otherLanguage({ texts, source, target }: Document): (typeof candidates)[number] | undefined {
  if (texts !== "parallel") return undefined;
  return candidates.find((code) => code !== source && code !== target);
}
