import { describe, expect, it } from "vitest";
import { digitsOf, endLabels, extent, finiteSeries, walkedTo, xTicks } from "./curve-layout";

function series(id: string, ...ys: readonly (number | null)[]) {
  return { id, label: id, colour: "black", points: ys.map((y, x) => ({ x, y })) };
}

describe("endLabels", () => {
  it("stand at the last point that was computed, and keep 14 pixels apart from top to bottom", () => {
    // y grows downwards here: values 10, 12 and 50 are drawn at 10, 12 and 50; the second is pushed from 12 to 24.
    const labels = endLabels([series("b", 3, 12), series("a", 7, 10, null), series("c", 50)], (value) => value, 182);
    expect(labels.map(({ id, y }) => [id, y])).toEqual([
      ["a", 10],
      ["b", 24],
      ["c", 50],
    ]);
  });

  it("leave out a line without a point", () => {
    expect(endLabels([series("a", null, null)], (value) => value, 182)).toEqual([]);
  });

  it("stay above the bottom: of three that end at 180 the last stands at 182, the others 14 pixels above one another", () => {
    const ends = ["a", "b", "c"].map((id) => series(id, 180));
    expect(endLabels([...ends, series("d", 20)], (value) => value, 182).map(({ y }) => y)).toEqual([20, 154, 168, 182]);
  });
});

describe("finiteSeries", () => {
  it("has null for what is no number, so that one such point does not take the lines with it", () => {
    const [one] = finiteSeries([series("a", 1, Number.NaN, Infinity, null)]);
    expect(one!.points.map(({ y }) => y)).toEqual([1, null, null, null]);
  });
});

describe("walkedTo", () => {
  const xs = [0, 4, 8];
  it("goes on from where one stands, and stops at the ends", () => {
    expect(walkedTo("ArrowRight", xs, 4)).toBe(8);
    expect(walkedTo("ArrowUp", xs, 8)).toBe(8);
    expect(walkedTo("ArrowLeft", xs, 4)).toBe(0);
    expect(walkedTo("ArrowDown", xs, 0)).toBe(0);
    expect(walkedTo("Home", xs, 8)).toBe(0);
    expect(walkedTo("End", xs, 0)).toBe(8);
  });

  it("begins at an end, or beside an x that is none of the points; other keys lead nowhere", () => {
    expect(walkedTo("ArrowRight", xs, null)).toBe(0);
    expect(walkedTo("ArrowLeft", xs, null)).toBe(8);
    expect(walkedTo("ArrowRight", xs, 5)).toBe(8);
    expect(walkedTo("Enter", xs, 4)).toBeNull();
    expect(walkedTo("End", [], null)).toBeNull();
  });
});

describe("xTicks", () => {
  it("are the values where they fit, else the round ones", () => {
    expect(xTicks([0, 1, 2, 3], [0, 2])).toEqual([0, 1, 2, 3]);
    expect(xTicks([0, 1, 2, 3, 4], [0, 2])).toEqual([0, 2]);
    expect(xTicks([], [0, 1])).toEqual([0, 1]);
    // 0.65 and 0.7 would be drawn over each other: they are closer than a fifth of the way.
    expect(xTicks([0.3, 0.65, 0.7], [0.4, 0.6])).toEqual([0.4, 0.6]);
  });
});

describe("extent", () => {
  it("widens a single value and invents a range for none", () => {
    expect(extent([2, 5, 3])).toEqual([2, 5]);
    expect(extent([4])).toEqual([3.5, 4.5]);
    expect(extent([])).toEqual([0, 1]);
  });
});

describe("digitsOf", () => {
  it("tells ticks apart", () => {
    const ticks = [[0, 0.005], [0.02, 0.03], [0, 0.5], [0, 20], [1], []];
    expect(ticks.map(digitsOf)).toEqual([3, 2, 1, 0, 0, 0]);
  });
});
