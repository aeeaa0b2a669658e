import type { CurveSeries } from "./Curve";

/** Smallest distance of two labels, in pixels. */
export const labelHeight = 14;

/** The series with null for what is no finite number. */
export function finiteSeries(series: readonly CurveSeries[]): readonly CurveSeries[] {
  return series.map((one) => ({
    ...one,
    points: one.points.map(({ x, y }) => ({ x, y: Number.isFinite(y) ? y : null })),
  }));
}

/** Labels at the ends of the lines, pushed apart so that none covers another, and up from the bottom where there is no room. */
export function endLabels(series: readonly CurveSeries[], y: (value: number) => number, bottom: number) {
  const labels = series
    .flatMap((one) => {
      const last = one.points.findLast((point) => point.y !== null);
      return last && last.y !== null ? [{ id: one.id, text: one.label, colour: one.colour, y: y(last.y) }] : [];
    })
    .sort((a, b) => a.y - b.y);
  for (let index = 1; index < labels.length; index += 1) {
    const above = labels[index - 1]!;
    const label = labels[index]!;
    label.y = Math.max(label.y, above.y + labelHeight);
  }
  for (const [index, label] of labels.entries()) {
    label.y = Math.min(label.y, bottom - (labels.length - 1 - index) * labelHeight);
  }
  return labels;
}

/** The x to which a key leads from another one, by the keys of a slider; from none to the first or the last. Null for other keys. */
export function walkedTo(key: string, xs: readonly number[], from: number | null): number | null {
  const [first, last] = [xs[0] ?? null, xs.at(-1) ?? null];
  switch (key) {
    case "Home":
      return first;
    case "End":
      return last;
    case "ArrowRight":
    case "ArrowUp":
      return xs.find((x) => from === null || x > from) ?? last;
    case "ArrowLeft":
    case "ArrowDown":
      return xs.findLast((x) => from === null || x < from) ?? first;
    default:
      return null;
  }
}

/** The values themselves where there is room for all of them, else the round ticks of the scale. */
export function xTicks(xs: readonly number[], ticks: readonly number[]): readonly number[] {
  const few = xs.length > 0 && xs.length <= ticks.length + 2;
  const narrowest = (xs.at(-1)! - xs[0]!) / (ticks.length + 3);
  const apart = xs.every((x, i) => i === 0 || x - xs[i - 1]! >= narrowest);
  return few && apart ? xs : ticks;
}

/** Digits after the point that tell ticks apart. */
export function digitsOf([first, second]: readonly number[]): number {
  if (first === undefined || second === undefined) return 0;
  return Math.max(0, Math.ceil(-Math.log10(second - first) - 1e-6));
}

/** Smallest and largest; half a unit about a single value, [0, 1] about none. */
export function extent(values: readonly number[]): [number, number] {
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  return low === high ? [low - 0.5, high + 0.5] : [low, high];
}
