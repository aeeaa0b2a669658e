import { seededRandom } from "../random";
import type { Contrast } from "./directions/direction";
import { dot, mean } from "../vectors";

/** Indices of a split: the direction is made from `train` and judged on `heldOut`. */
export interface Split {
  readonly train: readonly number[];
  readonly heldOut: readonly number[];
}

/**
 * Splits `count` texts by a seeded shuffle. At least one text stays for training, and one is held out where there are
 * two. Texts that are translations of one another carry one index, so a sentence is never trained on in one language
 * and judged in the other.
 */
export function splitTexts(count: number, heldOutShare: number, seed: number): Split {
  const random = seededRandom(seed);
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  const heldOut = Math.min(count - 1, Math.max(1, Math.round(count * heldOutShare)));
  return {
    train: order.slice(Math.max(0, heldOut)).sort((a, b) => a - b),
    heldOut: order.slice(0, Math.max(0, heldOut)).sort((a, b) => a - b),
  };
}

/** How well a direction tells two sets apart on texts that it was not made from. */
export interface Separation {
  /** d' = (mean_p - mean_n) / sqrt((var_p + var_n) / 2) of the held-out projections; sample variances. */
  readonly dPrime: number;
  /** Share of held-out texts on the right side of the midpoint of the training means. */
  readonly accuracy: number;
}

/** Fewer held-out texts than this say nothing of their spread. */
const enoughForSpread = 3;

/**
 * Separation along a unit direction: the threshold comes from the training texts, the numbers from the held-out ones.
 * With fewer than three held-out texts in a set, its training texts help to estimate its spread.
 */
export function separation(direction: Float32Array, train: Contrast, heldOut: Contrast): Separation {
  const project = (vectors: readonly Float32Array[]) => vectors.map((vector) => dot(direction, vector));
  const trained = { positive: project(train.positive), negative: project(train.negative) };
  const threshold = (mean(trained.positive) + mean(trained.negative)) / 2;
  const positive = project(heldOut.positive);
  const negative = project(heldOut.negative);
  const right = positive.filter((x) => x > threshold).length + negative.filter((x) => x <= threshold).length;
  const known = (judged: readonly number[], others: readonly number[]) =>
    judged.length < enoughForSpread ? [...judged, ...others] : judged;
  const spread = Math.sqrt(
    (variance(known(positive, trained.positive)) + variance(known(negative, trained.negative))) / 2,
  );
  const gap = mean(positive) - mean(negative);
  return {
    dPrime: spread === 0 ? Math.sign(gap) * dPrimeBound : Math.max(-dPrimeBound, Math.min(dPrimeBound, gap / spread)),
    accuracy: right / (positive.length + negative.length),
  };
}

/** d' of sets without any spread, and the greatest that is reported: a number, so that it can be drawn and stored. */
export const dPrimeBound = 99;

/**
 * The layer proposed for steering: the first whose held-out d' comes within a tenth of the greatest. Separation is
 * nearly flat once the language is decided; the earliest of those layers leaves the most layers to act on the push.
 */
export function proposeLayer(layers: readonly Separation[], tolerance = 0.1): number {
  const greatest = Math.max(...layers.map(({ dPrime }) => dPrime));
  return layers.findIndex(({ dPrime }) => dPrime >= greatest - Math.abs(greatest) * tolerance);
}

/** Sample variance; 0 for a single value. */
function variance(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  return values.reduce((total, value) => total + (value - centre) ** 2, 0) / (values.length - 1);
}
