import { electByWeight, electUnweighted } from "../arithmetic/election";
import { magnitudeRanks } from "../arithmetic/ranks";
import { dropAt } from "../arithmetic/seeded";
import { absoluteSum, matrixOf, scaleTo } from "../arithmetic/vectors";
import { densityRule, type Delta, deltaMethod, maskRule, rescaleRule } from "./delta";
import { type MergeParameters, numberOf, type Objection, type ParameterRule } from "./method";

const reference = "Deep et al. 2024, arXiv 2406.11617";
const law = "pᵢ = density − ε + 2ε · rank/(n−1) within each row";

const epsilon: ParameterRule = {
  kind: "number",
  level: "source",
  default: 0.15,
  min: 0,
  max: 0.5,
  meaning: "how far the largest and the smallest of a row are kept more or less often than density says",
};
const parameters = { density: densityRule, epsilon };

/** Drops by chance, the small entries of a row more often, then elects signs. */
export const della = deltaMethod({
  name: "della",
  title: "DELLA (drop by rank and chance, elect signs)",
  reference: `${reference}; rescaling as in mergekit (arXiv 2403.13257)`,
  formula: `${law};  δ̃ = mδ · Σ|δ|/Σ|mδ|;  signs elected as in ties;  θ = θ₀ + λ · their average`,
  variant: "mergekit",
  parameters: { ...parameters, rescale: rescaleRule(true), int8_mask: maskRule },
  normalize: true,
  draws: true,
  thin: dropBySize,
  join: electByWeight,
  object: outsideChance,
});

export const dellaLinear = deltaMethod({
  name: "della_linear",
  title: "DELLA, summed",
  reference: `${reference}; rescaling as in mergekit (arXiv 2403.13257)`,
  formula: `${law};  δ̃ = mδ · Σ|δ|/Σ|mδ|;  θ = θ₀ + λ Σ wᵢδ̃ᵢ`,
  variant: "mergekit",
  parameters: { ...parameters, rescale: rescaleRule(true), int8_mask: maskRule },
  normalize: false,
  draws: true,
  thin: dropBySize,
  object: outsideChance,
});

export const dellaPaper = deltaMethod({
  name: "della_paper",
  title: "DELLA (as in the paper: divide by each probability)",
  reference,
  formula: `${law};  δ̃ = mδ/p;  signs elected as in ties_paper;  θ = θ₀ + λ · their average`,
  variant: "paper",
  parameters,
  normalize: true,
  draws: true,
  thin: dropByChance,
  join: electUnweighted,
  object: outsideChance,
});

function dropBySize(delta: Delta): void {
  if (numberOf(delta.own, "density") >= 1) return;
  const { values, shared, stream } = delta;
  const whole = absoluteSum(values);
  const chances = chancesOf(delta);
  dropAt(values, stream, (i) => chances[i]!);
  if (shared["rescale"] === true) scaleTo(values, whole);
}

function dropByChance(delta: Delta): void {
  if (numberOf(delta.own, "density") >= 1) return;
  const { values, stream } = delta;
  const chances = chancesOf(delta);
  dropAt(values, stream, (i) => chances[i]!);
  for (let i = 0; i < values.length; i++) values[i]! /= chances[i]!;
}

/** The probability of each entry to be kept. */
export function chancesOf({ values, own, place }: Pick<Delta, "values" | "own" | "place">): Float64Array {
  const [density, epsilon] = [numberOf(own, "density"), numberOf(own, "epsilon")];
  const { rows, columns } = matrixOf(place.shape);
  const chances = new Float64Array(values.length);
  for (let row = 0; row < rows; row++) {
    const ranks = magnitudeRanks(values.subarray(row * columns, (row + 1) * columns));
    for (let i = 0; i < columns; i++) {
      const height = columns > 1 ? ranks[i]! / (columns - 1) : 0.5;
      chances[row * columns + i] = density - epsilon + 2 * epsilon * height;
    }
  }
  return chances;
}

function outsideChance({ sources }: MergeParameters): Objection | undefined {
  for (const own of sources.slice(1)) {
    const [density, epsilon] = [numberOf(own, "density"), numberOf(own, "epsilon")];
    if (density >= 1 || (density - epsilon > 0 && density + epsilon < 1)) continue;
    return {
      what: `density ${density} with epsilon ${epsilon} gives probabilities from ${(density - epsilon).toFixed(3)} to ${(density + epsilon).toFixed(3)}.`,
      remedy: `Keep density − epsilon above 0 and density + epsilon below 1: take epsilon below ${Math.min(density, 1 - density).toFixed(3)}.`,
    };
  }
  return undefined;
}
