import { sum } from "../../vectors";
import { arcFactors } from "../arithmetic/angles";
import { combination, cosineOf, difference, matrixOf } from "../arithmetic/vectors";
import type { MergeMethod, MergeParameters } from "./method";
import { opposite } from "./slerp";
import { weightRule, weightsOf } from "./weights";

/** mergekit takes the chord below a sine of 1e-8: of doubles, where the cosine rounds to 1. */
const flat = 1 - Number.EPSILON / 2;

/**
 * SLERP by weights: of whole tensors, of their rows or of their columns; with a base, of the differences from it. A tensor
 * with one dimension is one vector.
 */
export const nuslerp: MergeMethod = {
  name: "nuslerp",
  title: "NuSLERP (arc by weights, rows or columns)",
  reference: "mergekit (Goddard et al. 2024, arXiv 2403.13257)",
  formula: "θ = slerp(θ₁, θ₂; t),  t = w₂/(w₁+w₂);  with a base θ = θ₀ + slerp(δ₁, δ₂; t)",
  variant: "mergekit",
  models: { min: 2, max: 3 },
  base: "optional",
  parameters: {
    weight: weightRule,
    nuslerp_flatten: { kind: "boolean", level: "tensor", default: true, meaning: "whole tensors as one vector" },
    nuslerp_row_wise: {
      kind: "boolean",
      level: "tensor",
      default: false,
      meaning: "where not flattened: row vectors instead of column vectors",
    },
  },
  objectToParameters(parameters) {
    if (expertsOf(parameters).length !== 2) {
      return {
        what: "NuSLERP goes from one model to one other, beside a base if there is one.",
        remedy: "Keep two models, or three with base_model naming one of them.",
      };
    }
    const t = arcOf(parameters);
    if (t >= 0 && t <= 1) return undefined;
    return {
      what: `The weights lead to t = ${t.toFixed(3)}, outside the arc.`,
      remedy: "Give both weights the same sign.",
    };
  },
  objectToTensors(tensors, parameters) {
    if (parameters.tensor["nuslerp_flatten"] === false || isEnd(parameters)) return undefined;
    const [from, to] = vectorsOf(tensors);
    return opposite(cosineOf(from, to));
  },
  uses(parameters) {
    const t = arcOf(parameters);
    const ends = [t !== 1, t !== 0];
    return hasBase(parameters) ? [!isEnd(parameters), ...ends] : ends;
  },
  borrows: isEnd,
  shares(parameters) {
    const t = arcOf(parameters);
    return hasBase(parameters) ? [0, 1 - t, t] : [1 - t, t];
  },
  merge(tensors, parameters, { shape }) {
    const [from, to] = vectorsOf(tensors);
    const t = arcOf(parameters);
    const arc =
      parameters.tensor["nuslerp_flatten"] !== false || shape.length < 2
        ? combination([from, to], arcFactors(cosineOf(from, to), t, flat))
        : byLines(from, to, t, shape, parameters.tensor["nuslerp_row_wise"] === true);
    return tensors.length === 3 ? combination([tensors[0]!, arc], [1, 1]) : arc;
  },
};

function byLines(from: Float32Array, to: Float32Array, t: number, shape: readonly number[], rowWise: boolean) {
  const { rows, columns } = matrixOf(shape);
  const [lines, length, line, step] = rowWise ? [rows, columns, columns, 1] : [columns, rows, 1, columns];
  const merged = new Float32Array(from.length);
  for (let index = 0; index < lines; index++) {
    let [product, fromSquared, toSquared] = [0, 0, 0];
    for (let i = 0, at = index * line; i < length; i++, at += step) {
      product += from[at]! * to[at]!;
      fromSquared += from[at]! ** 2;
      toSquared += to[at]! ** 2;
    }
    const [a, b] = arcFactors(product / Math.sqrt(fromSquared * toSquared), t, flat);
    for (let i = 0, at = index * line; i < length; i++, at += step) merged[at] = a * from[at]! + b * to[at]!;
  }
  return merged;
}

/** The two ends of the arc: the tensors, or their differences from the base. */
function vectorsOf(tensors: readonly Float32Array[]): readonly [Float32Array, Float32Array] {
  const [first, second, third] = tensors;
  return third ? [difference(second!, first!), difference(third, first!)] : [first!, second!];
}

function hasBase({ sources }: MergeParameters): boolean {
  return sources[0]?.["weight"] === undefined;
}

function expertsOf(parameters: MergeParameters): MergeParameters["sources"] {
  return hasBase(parameters) ? parameters.sources.slice(1) : parameters.sources;
}

/** t of the arc; the middle where the weights cancel out. */
function arcOf(parameters: MergeParameters): number {
  const weights = weightsOf(expertsOf(parameters));
  const total = sum(weights);
  return Math.abs(total) < 1e-6 ? 0.5 : weights[1]! / total;
}

function isEnd(parameters: MergeParameters): boolean {
  const t = arcOf(parameters);
  return t === 0 || t === 1;
}
