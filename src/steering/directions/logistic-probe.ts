import { mean, scale, subtract } from "../vectors";
import { conjugateGradients, inner } from "./conjugate-gradients";
import { checkContrast, orient, type Contrast, type DirectionMethod } from "./direction";

const newtonSteps = 30;
const settled = 1e-6;

/**
 * Weights [D + 1], the last the intercept, that minimise |w|^2 / 2 + sum of ln(1 + exp(-y (w . x + b))) over rows x with
 * labels y = +-1: logistic regression with penalty 1 on all but the intercept, by damped Newton steps.
 */
export function logisticRegression(rows: readonly Float32Array[], labels: readonly number[]): Float64Array {
  const width = rows[0]!.length;
  let weights = new Float64Array(width + 1);
  const margin = (at: Float64Array, row: number) => labels[row]! * (inner(rows[row]!, at) + at[width]!);
  const loss = (at: Float64Array) =>
    rows.reduce(
      (total, _, row) => total + softplus(-margin(at, row)),
      inner(at.subarray(0, width), at.subarray(0, width)) / 2,
    );
  for (let step = 0; step < newtonSteps; step += 1) {
    const wrong = rows.map((_, row) => 1 / (1 + Math.exp(margin(weights, row))));
    const downhill = weights.map((value, d) => (d === width ? 0 : -value));
    rows.forEach((row, i) => addRow(downhill, row, labels[i]! * wrong[i]!));
    const curved = (x: Float64Array) => {
      // The intercept has no penalty; a little keeps the system definite where the sets are far apart.
      const result = x.map((value, d) => (d === width ? 1e-9 * value : value));
      rows.forEach((row, i) => addRow(result, row, wrong[i]! * (1 - wrong[i]!) * (inner(row, x) + x[width]!)));
      return result;
    };
    const move = conjugateGradients(curved, downhill);
    const before = loss(weights);
    let part = 1;
    let next = along(weights, move, part);
    while (loss(next) > before && part > 1e-6) {
      part /= 2;
      next = along(weights, move, part);
    }
    weights = next;
    if (inner(move, move) < settled ** 2 * Math.max(1, inner(weights, weights))) break;
  }
  return weights;
}

function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

function along(start: Float64Array, move: Float64Array, part: number): Float64Array<ArrayBuffer> {
  return Float64Array.from(start, (value, d) => value + part * move[d]!);
}

/** sum += factor (row, 1) */
function addRow(sum: Float64Array, row: Float32Array, factor: number): void {
  for (let d = 0; d < row.length; d += 1) sum[d]! += factor * row[d]!;
  sum[row.length]! += factor;
}

/** Rows centred between the two means and divided by their root mean square length: one scale for all dimensions. */
function standardRows({ positive, negative }: Contrast): readonly Float32Array[] {
  const middle = mean([mean(positive), mean(negative)]);
  const centred = [...positive, ...negative].map((row) => subtract(row, middle));
  const square = centred.reduce((total, row) => total + inner(row, row), 0) / centred.length;
  return square === 0 ? centred : centred.map((row) => scale(row, 1 / Math.sqrt(square)));
}

export const logisticProbeMethod: DirectionMethod = {
  id: "logistic-probe",
  name: "Logistic probe",
  summary:
    "The weights of a classifier that tells the sets apart. What a probe reads best is not always what moves the model; dimensions are not scaled one by one, so the weights are a direction of the residual stream itself.",
  source: "Logistic regression; as a steering direction steering-vectors 2024, CLaS-Bench 2026 (2601.08331)",
  paired: false,
  direction(contrast) {
    const checked = checkContrast(contrast, false);
    if (!checked.ok) return checked;
    const { positive, negative } = checked.value;
    const labels = [...positive.map(() => 1), ...negative.map(() => -1)];
    const weights = logisticRegression(standardRows(checked.value), labels);
    return orient(Float32Array.from(weights.subarray(0, positive[0]!.length)), checked.value);
  },
};
