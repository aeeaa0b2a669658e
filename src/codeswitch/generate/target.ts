import type { Random } from "../../random";
import { enumeratePaths } from "../lattice/enumerate";
import type { Lattice, Path } from "../lattice/lattice";
import { samplePath } from "../lattice/sample";
import { type Algebra, countPaths, Weights } from "../lattice/weights";
import { otherSide, type Side } from "../sentence";
import { shuffled } from "./shuffle";
import { mean } from "../../vectors";

/**
 * What is asked of a generated sentence: a code-mixing index from 0 to 50, a share of words in the other language from 0 to
 * 100, or a switching fraction from 0 to 1.
 */
export interface Target {
  readonly measure: "cmi" | "embedded" | "switching";
  readonly value: number;
}

/** Up to so many sentences are written out and compared one by one; larger sets are counted and drawn from. */
export const enumerationLimit = 5000;

interface Candidate {
  readonly path: Path;
  readonly distance: number;
}

/** What the choice reads of a path. */
export interface PathMeasures {
  /** The target's measure. */
  value(path: Path): number;
  /** Words that have a language, by side. */
  sizes(path: Path): readonly [number, number];
  /** A key that equal sentences share. */
  text(path: Path): string;
  /** Such words of one emission. */
  words(unit: number, side: Side): number;
}

export interface Choice {
  readonly paths: readonly Path[];
  readonly total: bigint;
  /** True when every sentence was looked at, false when they were drawn by chance. */
  readonly enumerated: boolean;
}

/**
 * Sentences nearest to the target, up to `count`, all different. Up to `enumerationLimit` sentences are compared exactly;
 * beyond that sentences are drawn with odds tilted so that their mean meets the target, and the nearest are kept.
 * Sentences with at least as many words in the main language go first; equals are ordered by chance from the seed. The two
 * sentences without a switch are left out unless the target is 0, so a pair that allows no switch gives an empty list.
 */
export function choosePaths(
  lattice: Lattice,
  target: Target,
  count: number,
  matrix: Side,
  measures: PathMeasures,
  random: Random,
): Choice {
  const total = countPaths(lattice);
  const enumerated = total <= BigInt(enumerationLimit);
  const pool = enumerated ? enumeratePaths(lattice) : draw(lattice, target, count, matrix, measures, random);
  const switched = target.value === 0 ? pool : pool.filter((path) => Math.min(...measures.sizes(path)) > 0);
  const candidates = shuffled(switched, random).map((path): Candidate => {
    const sizes = measures.sizes(path);
    return { path, distance: Math.abs(measures.value(path) - target.value) + penalty(target, sizes, matrix) };
  });
  candidates.sort((a, b) => a.distance - b.distance);
  const paths: Path[] = [];
  const seen = new Set<string>();
  for (const { path } of candidates) {
    if (paths.length === count) break;
    const text = measures.text(path);
    if (!seen.has(text)) paths.push(path);
    seen.add(text);
  }
  return { paths, total, enumerated };
}

/** Puts sentences with fewer words in the main language behind all others; a wanted share of words says by itself how many. */
function penalty({ measure }: Target, sizes: readonly [number, number], matrix: Side): number {
  if (measure === "embedded" || sizes[matrix] >= sizes[otherSide(matrix)]) return 0;
  return measure === "cmi" ? 100 : 1;
}

/** Words of the other language, in percent. */
export function embeddedPercent(sizes: readonly [number, number], matrix: Side): number {
  return (100 * sizes[otherSide(matrix)]) / Math.max(1, sizes[0] + sizes[1]);
}

/**
 * Draws sentences with odds, of a word in the other language or of a change of language, under which their mean meets the
 * target. The odds are found by bisection on the mean of a few draws, which need not be exact: the nearest are kept.
 */
function draw(
  lattice: Lattice,
  target: Target,
  count: number,
  matrix: Side,
  measures: PathMeasures,
  random: Random,
): readonly Path[] {
  const weigh = (share: number): Weights<number> => new Weights(lattice, tilted(target, matrix, share, measures));
  const sample = (weights: Weights<number>, size: number): readonly Path[] =>
    Array.from({ length: size }, () => samplePath(weights, random));
  let [low, high] = [0.001, 0.999];
  for (let round = 0; round < 12; round += 1) {
    const middle = (low + high) / 2;
    const values = sample(weigh(middle), 40).map((path) => rising(path, target, matrix, measures));
    if (mean(values) < target.value) low = middle;
    else high = middle;
  }
  return sample(weigh((low + high) / 2), Math.min(20_000, Math.max(200, 8 * count)));
}

/** A measure that rises with the odds: for the index the other language's share of words, in percent. */
function rising(path: Path, target: Target, matrix: Side, measures: PathMeasures): number {
  if (target.measure === "switching") return measures.value(path);
  return embeddedPercent(measures.sizes(path), matrix);
}

/** Weights that sum to about 1 over a sentence, so that 800 words stay within the range of a double. */
function tilted(target: Target, matrix: Side, share: number, measures: PathMeasures): Algebra<number> {
  const byWords = target.measure !== "switching";
  return {
    zero: 0,
    add: (a, b) => a + b,
    multiply: (a, b) => a * b,
    emission: ({ unit, side }) => {
      const weight = byWords && side !== matrix ? share : 1 - share;
      return weight ** (byWords ? measures.words(unit, side) : 1);
    },
    change: byWords ? 1 : share / (1 - share),
  };
}
